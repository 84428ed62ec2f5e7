import { lookup as resolve } from 'node:dns/promises';
import { isIP } from 'node:net';
import { memberOf, plainAddress, type Network } from '../../values/network.ts';

/**
 * What a stranger may not make this portal speak to: itself, its neighbours, and what is nobody's (the special registries
 * of RFC 6890 and their later entries), among them what translates or tunnels to any of these.
 */
const CLOSED: readonly Network[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
].map((text) => {
  const [address = '', prefix = ''] = text.split('/');
  return { address, prefix: Number(prefix) };
});

const isClosed = memberOf(CLOSED);

/** The addresses of a name; by the system's resolver unless a test says otherwise. */
export type Resolver = (name: string) => Promise<string[]>;

const bySystem: Resolver = async (name) => (await resolve(name, { all: true })).map(({ address }) => address);

/**
 * Where a name may be reached: the one address that is connected to, so that a name which answers otherwise a moment later
 * leads nowhere else. Null when one of its addresses is not for strangers; `open`: networks the operator lets in all the same.
 */
export async function reachable(
  host: string,
  open: readonly Network[] = [],
  resolver: Resolver = bySystem,
): Promise<string | null> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const isOpen = open.length > 0 ? memberOf(open) : () => false;
  const found = isIP(bare) ? [bare] : await resolver(bare);
  const plain = found.map(plainAddress);
  if (plain.length === 0 || !plain.every((one) => one !== null && (isOpen(one) || !isClosed(one)))) return null;
  return plain[0]!;
}
