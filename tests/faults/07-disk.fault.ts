import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { attack } from './attack.ts';
import { house, temporary } from './house.ts';
import { ask, readersFor, told } from './readers.ts';

const cannotMount = process.getuid?.() !== 0 ? 'mounting a small disk needs root' : mountFails();

function mountFails(): string | false {
  const folder = '/dev/shm/gongshi-fault-try';
  spawnSync('mkdir', ['-p', folder]);
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (status === 0) spawnSync('umount', [folder]);
  spawnSync('rmdir', [folder]);
  return status !== 0 && `nothing can be mounted here: ${stderr?.trim()}`;
}

function smallDisk(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-fault-disk-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  // Before anything in it is removed or ended, for hooks run in the order in which they were made: who has it open keeps it.
  context.after(() => {
    spawnSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return folder;
}

attack(
  'the disk is full: reads go on, a post says so, and goes through when there is room again',
  { skip: cannotMount },
  async (context) => {
    const data = smallDisk(context);
    const { start } = house(context, data);
    const portal = await start();
    const post = (n: number) =>
      ask(`${portal.url}/office/sign-in`, {
        method: 'POST',
        headers: { origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' },
        body: `name=stranger-${n}&password=wrong-wrong-wrong`,
      });
    assert.equal((await post(0)).status, 422);
    const filling = join(data, 'filling');
    fill(filling, data);
    const posts = [];
    // What still fits into the pages of the log is taken; then nothing is.
    for (let n = 1; n <= 60 && posts.at(-1)?.status !== 507; n++) posts.push(await post(n));
    const last = posts.at(-1)!;
    const pages = await readersFor(3_000, portal.url, ['/', '/construction', '/about', '/search?q=%E6%B2%B3']);
    const statuses = posts.map(({ status }) => status);
    context.measured(
      `pages while full: ${told(pages)}; posts: ${[...new Set(statuses)].join(', ')}, the ${posts.length}th is told`,
    );
    rmSync(filling);
    const again = await post(99);
    context.measured(`after room was made: ${again.status}, without a restart`);
    assert.deepEqual(Object.keys(pages.statuses), ['200']);
    assert.ok([503, 507].includes(last.status), `the last post was answered ${last.status}`);
    assert.match(last.text, /存储空间不足|稍后/);
    assert.ok(statuses.every((status) => [422, 429, 503, 507].includes(status)));
    assert.equal(again.status, 422);
  },
);

function fill(path: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(path, Buffer.alloc(bavail * bsize - 4096));
  for (let size = 65_536; size >= 512; size /= 2) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Less than that is left.
    }
  }
}

const hasStrace = spawnSync('strace', ['-V']).error === undefined;
for (const [fault, call] of [
  ['EIO', 'fsync,fdatasync'],
  ['ENOSPC', 'pwrite64'],
] as const)
  attack(
    `${fault} on ${call}: what is acknowledged is there, and the database is sound`,
    { skip: !hasStrace && 'strace is not installed' },
    async (context) => {
      const { gongshi, inDatabase, path } = house(context);
      assert.equal(gongshi(['migrate']).status, 0);
      const record = join(temporary(context, 'record'), 'acknowledged');
      let failed = 0;
      for (let time = 1; time <= 10; time++) {
        const first = time * 1_000;
        const { status } = spawnSync(
          'strace',
          [
            '-f',
            '-qq',
            '-o',
            '/dev/null',
            '-e',
            `trace=${call}`,
            '-e',
            `inject=${call}:error=${fault}:when=${10 * time}+3`,
            process.execPath,
            'tests/faults/publisher.ts',
            path,
            record,
            String(first),
            String(first + 30),
          ],
          { encoding: 'utf8', timeout: 60_000 },
        );
        if (status !== 0) failed++;
      }
      const acknowledged = numbersIn(record);
      const lost = inDatabase((database) =>
        acknowledged.filter((n) => !database.get('SELECT 1 FROM releases WHERE source_key = ?', `lakeside-${n}`)),
      );
      context.measured(
        `10 runs, ${failed} ended by the fault, ${acknowledged.length} acknowledged, ${lost.length} lost`,
      );
      assert.deepEqual(lost, []);
      assert.ok(failed > 0, 'no fault was met');
      const { status, stdout } = gongshi(['verify']);
      assert.equal(status, 0, stdout);
    },
  );

function numbersIn(path: string): number[] {
  const { stdout } = spawnSync('cat', [path], { encoding: 'utf8' });
  return stdout.trim().split('\n').filter(Boolean).map(Number);
}
