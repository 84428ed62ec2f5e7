import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';

/** A portal as an operator runs it: its own process, its own data, a free port, demo stories in. */
export interface RunningPortal {
  url: string;
  /** Of the process that was started; those that answer are its children. */
  pid: number;
  /** The database file. */
  path: string;
  /** What it wrote to its error log so far; '' when nothing failed. */
  errors(): string;
  signal(name: NodeJS.Signals): void;
  /** Settles when the process has ended, with its exit status. */
  ended: Promise<number | null>;
  /** Ends it and removes its data. Call in `after`. */
  stop(): Promise<void>;
}

/**
 * Starts one; `environment` adds to or replaces settings, `words` follow the verb, `root` is another checkout. Pages must
 * have been built (`npm test` does).
 */
export async function startPortal(
  environment: Record<string, string> = {},
  words: string[] = [],
  root = ROOT,
): Promise<RunningPortal> {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-portal-'));
  const port = await freePort();
  const url = `http://${environment['HOST'] ?? '127.0.0.1'}:${port}`;
  const { PATH, HOME, GONGSHI_DIST = '', NODE_COMPILE_CACHE = '' } = process.env;
  const settings = {
    PATH,
    HOME,
    GONGSHI_DIST,
    NODE_COMPILE_CACHE,
    HOST: '127.0.0.1',
    PORT: String(port),
    GONGSHI_DATA: data,
    ...environment,
  };
  const child = spawn(process.execPath, ['src/cli/gongshi.ts', 'serve', ...words], {
    cwd: root,
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let said = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(url)) resolve();
    });
    void ended.then((status) => reject(new Error(`the portal ended with status ${status}: ${errors}`)));
  });

  return {
    url,
    pid: child.pid!,
    path: join(data, 'gongshi.sqlite'),
    errors: () => errors,
    signal: (name) => void child.kill(name),
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
