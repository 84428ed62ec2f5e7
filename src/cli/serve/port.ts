import { createServer } from 'node:net';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';

/** Told to who comes while the database is being brought up to date. */
const SOON =
  'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n';

/**
 * Takes the port before anything is changed: a portal that cannot listen must not have brought its database up to date
 * under the one that does. Gives what lets it go again. Refusals: `port-taken`, `cannot-listen`.
 */
export function holdPort({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<Result<() => Promise<void>>> {
  const server = createServer((socket) => socket.on('error', () => {}).end(SOON));
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        refuse({
          code: error.code === 'EADDRINUSE' ? 'port-taken' : 'cannot-listen',
          path: `${host}:${port}`,
          found: error.code ?? error.message,
        }),
      ),
    );
    server.listen(port, host, () => resolve(done(() => new Promise((closed) => server.close(() => closed())))));
  });
}
