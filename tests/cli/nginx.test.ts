import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { nginxBefore } from '../bench/nginx.ts';
import { freePort, startPortal } from '../browser/portal.ts';

const isThere = spawnSync('nginx', ['-v']).error === undefined;

test(
  'behind nginx as documented pages answer 304, readers keep their address, and the metrics are hidden',
  { skip: isThere ? false : 'nginx is not on the PATH' },
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongshi-nginx-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const portal = await startPortal({ GONGSHI_TRUSTED_PROXIES: '127.0.0.1' }, ['--workers', '1']);
    const nginx = await nginxBefore(portal.url, folder, await freePort());
    const logs = join(dirname(portal.path), 'log');
    const requests = () =>
      readdirSync(logs)
        .filter((name) => name.startsWith('access-'))
        .flatMap((name) => readFileSync(join(logs, name), 'utf8').trim().split('\n'))
        .map((line) => JSON.parse(line) as { path: string; client: string });
    let seen: ReturnType<typeof requests> = [];
    try {
      const page = await fetch(`${nginx.url}/construction`);
      assert.equal(page.status, 200);
      assert.equal(page.headers.get('cache-control'), 'no-cache');
      const again = await fetch(`${nginx.url}/construction`, {
        headers: { 'if-none-match': page.headers.get('etag')! },
      });
      assert.equal(again.status, 304);

      const sheet = /\/_assets\/[^"]+\.css/.exec(await page.text())![0];
      const plain = await bytes(nginx.url + sheet, 'identity');
      assert.equal(plain.encoding, undefined);
      assert.equal((await bytes(nginx.url + sheet, 'br')).encoding, 'br');
      assert.deepEqual(await bytes(nginx.url + sheet, 'identity'), plain);

      assert.equal((await fetch(`${nginx.url}/metrics`)).status, 404);
      assert.equal((await fetch(`${nginx.url}/status`)).status, 200);
      await bytes(`${nginx.url}/land`, 'identity', { 'x-forwarded-for': '9.9.9.9', forwarded: 'for=8.8.8.8' });
      const large = await fetch(`${nginx.url}/office/drafts/x/files`, {
        method: 'POST',
        body: Buffer.alloc(53 * 1024 * 1024),
      }).catch(() => null);
      assert.ok(large === null || large.status === 413);
      await nginx.stop();
      portal.signal('SIGTERM');
      await portal.ended;
      seen = requests();
      // Each encoding was asked for once; the third answer is a copy.
      assert.equal(seen.filter(({ path }) => path === sheet).length, 2);
      assert.deepEqual(
        seen.filter(({ path }) => path === '/land').map(({ client }) => client),
        ['127.0.0.7'],
      );
      assert.ok(!seen.some(({ path }) => path === '/metrics'));
    } finally {
      await nginx.stop();
      await portal.stop();
    }
  },
);

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
