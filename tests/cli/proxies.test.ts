import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { LARGEST } from '../../src/notices/attachments/check.ts';
import { caddyBefore, nginxBefore } from '../bench/proxies.ts';
import { freePort, startPortal, type RunningPortal } from '../browser/portal.ts';
import { beginDraft, officer } from '../faults/officer.ts';

const PROXIES = [
  { name: 'nginx', isThere: isOnPath('nginx', '-v'), before: nginxBefore },
  { name: 'caddy', isThere: isOnPath('caddy', 'version'), before: caddyBefore },
];

for (const { name, isThere, before } of PROXIES)
  test(
    `behind ${name} as documented pages answer 304, readers keep their address, files go in up to their limit, and the metrics are hidden`,
    { skip: isThere ? false : `${name} is not on the PATH` },
    async (context) => {
      const folder = mkdtempSync(join(tmpdir(), 'gongshi-proxy-'));
      context.after(() => rmSync(folder, { recursive: true, force: true }));
      const portal = await startPortal({ GONGSHI_TRUSTED_PROXIES: '127.0.0.1' }, ['--workers', '1']);
      context.after(() => portal.stop());
      const proxy = await before(portal.url, folder, await freePort());
      context.after(() => proxy.stop());
      const logs = join(dirname(portal.path), 'log');
      const requests = () =>
        readdirSync(logs)
          .filter((file) => file.startsWith('access-'))
          .flatMap((file) => readFileSync(join(logs, file), 'utf8').trim().split('\n'))
          .map((line) => JSON.parse(line) as { path: string; client: string });
      const page = await fetch(`${proxy.url}/construction`);
      assert.equal(page.status, 200);
      assert.equal(page.headers.get('cache-control'), 'no-cache');
      const again = await fetch(`${proxy.url}/construction`, {
        headers: { 'if-none-match': page.headers.get('etag')! },
      });
      assert.equal(again.status, 304);

      const sheet = /\/_assets\/[^"]+\.css/.exec(await page.text())![0];
      const plain = await bytes(proxy.url + sheet, 'identity');
      assert.equal(plain.encoding, undefined);
      assert.equal((await bytes(proxy.url + sheet, 'br')).encoding, 'br');
      assert.deepEqual(await bytes(proxy.url + sheet, 'identity'), plain);

      assert.equal((await fetch(`${proxy.url}/metrics`)).status, 404);
      assert.equal((await fetch(`${proxy.url}/status`)).status, 200);
      await bytes(`${proxy.url}/land`, 'identity', { 'x-forwarded-for': '9.9.9.9', forwarded: 'for=8.8.8.8' });
      await takesFilesUpToTheLimit(portal, proxy.url);
      await proxy.stop();
      portal.signal('SIGTERM');
      await portal.ended;
      const seen = requests();
      // Each encoding was asked for once; nginx keeps them, and its third answer is a copy.
      assert.equal(seen.filter(({ path }) => path === sheet).length, name === 'nginx' ? 2 : 3);
      assert.deepEqual(
        seen.filter(({ path }) => path === '/land').map(({ client }) => client),
        ['127.0.0.7'],
      );
      assert.ok(!seen.some(({ path }) => path === '/metrics'));
    },
  );

/** The largest file goes in; of a larger one the portal itself says so; what no file can be ends at the proxy. */
async function takesFilesUpToTheLimit(portal: RunningPortal, through: string): Promise<void> {
  const author = await officer(portal, 'land.author', through);
  const draft = await beginDraft(author);
  const upload = (size: number) => author.upload(`${draft}/files`, '附件.txt', Buffer.alloc(size, '公告'));
  const taken = await upload(LARGEST);
  assert.equal(taken.status, 303, taken.text.slice(0, 400));
  const refused = await upload(LARGEST + 1024 * 1024);
  assert.equal(refused.status, 413);
  assert.match(refused.text, /超过 51 MB/);
  const stopped = await upload(53 * 1024 * 1024);
  assert.ok(stopped.status === 0 || stopped.status === 413, String(stopped.status));
}

function isOnPath(command: string, argument: string): boolean {
  return spawnSync(command, [argument]).error === undefined;
}

/** From an address of its own, without decoding. */
function bytes(url: string, encoding: string, headers = {}): Promise<{ encoding: string | undefined; size: number }> {
  return new Promise((resolve, reject) => {
    request(url, { localAddress: '127.0.0.7', headers: { 'accept-encoding': encoding, ...headers } }, (answer) => {
      let size = 0;
      answer.on('data', (chunk: Buffer) => (size += chunk.length));
      answer.on('end', () => resolve({ encoding: answer.headers['content-encoding'], size }));
    })
      .on('error', reject)
      .end();
  });
}
