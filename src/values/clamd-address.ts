/** A socket of this machine: what is sent there is not encrypted. */
export type ClamdAddress = { path: string } | { host: string; port: number };

/** The path of a socket, or a port of loopback; undefined for anything else. */
export function clamdOf(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):(\d{1,5})$/.exec(text) ?? [];
  return host !== undefined && Number(port) >= 1 && Number(port) <= 65_535
    ? { host: host.replace(/[[\]]/g, ''), port: Number(port) }
    : undefined;
}
