import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';

/** Addresses from `address` on that share its first `prefix` bits. */
export interface Network {
  address: string;
  prefix: number;
}

/** An address in its one spelling (`2001:db8::1`; `::ffff:192.0.2.1` is `192.0.2.1`); null for anything else, and for one with a zone. */
export function plainAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  if (isIP(text) !== 6 || text.includes('%')) return null;
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}

/** `192.0.2.1`, `10.0.0.0/8`, `2001:db8::/32`; null for anything else, and for a network of everybody. */
export function networkOf(text: string): Network | null {
  const [, typed = '', bits] = /^([^/]+)(?:\/([1-9]\d{0,2}))?$/.exec(text) ?? [];
  const address = plainAddress(typed);
  if (address === null) return null;
  const most = isIPv4(address) ? 32 : 128;
  // `::ffff:10.0.0.0/104` counts the 96 bits before an IPv4 address.
  const prefix = bits === undefined ? most : Number(bits) - (isIPv4(address) && typed.includes(':') ? 96 : 0);
  return prefix >= 1 && prefix <= most ? { address, prefix } : null;
}

/** Asks whether a plain address is in one of the networks. */
export function memberOf(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList();
  for (const { address, prefix } of networks) list.addSubnet(address, prefix, familyOf(address));
  return (address) => list.check(address, familyOf(address));
}

/** This machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
