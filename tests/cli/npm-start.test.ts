import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from '../browser/portal.ts';

test('whoever ends `npm start` ends the portal', async (context) => {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-npm-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const port = await freePort();
  const npm = spawn('npm', ['start', '--', '--workers', '1'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), GONGSHI_DATA: join(data, 'new'), GONGSHI_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(npm, 'exit');
  let said = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!said.includes(`:${port}`)) await once(npm.stdout, 'data');
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
  npm.kill('SIGTERM');
  await ended;
  // npm may be gone before the portal has answered its last reader.
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    );
  while (await isUp());
});
