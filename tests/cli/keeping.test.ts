import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { openDataFolder } from '../../src/cli/data-folder.ts';
import { eventsOf } from '../../src/events/storage.ts';
import { filePath, keepFile } from '../../src/notices/attachments/keep.ts';
import type { Manifest } from '../../src/notices/backup/manifest.ts';
import { readMark } from '../../src/notices/mark/mark.ts';
import { publish } from '../../src/notices/publish.ts';
import { lastVerification } from '../../src/notices/verification/storage.ts';
import { dayNumber } from '../../src/values/date.ts';
import { DAY_CAPACITY } from '../../src/values/order-key.ts';
import { ROOT } from '../promises/source.ts';
import { NOW, tenderNotice } from '../stories/lakeside-road.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-keeping-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function gongshi(words: string[], environment: Record<string, string> = {}) {
  const { PATH, NODE_COMPILE_CACHE = '' } = process.env;
  return spawnSync(process.execPath, ['src/cli/gongshi.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
  });
}

const noticeOf = (n: number) => ({
  ...tenderNotice,
  id: `lakeside-${n}`,
  title: `湖滨路${n}号改造工程施工招标公告`,
  project: { code: `TS-GC-2026-${String(n).padStart(4, '0')}`, name: `湖滨路${n}号改造工程施工` },
});

/** A file of notices, one a line. */
function notices(name: string, from: number, until: number): string {
  const path = join(folder, name);
  const lines = Array.from({ length: until - from + 1 }, (_, at) => JSON.stringify(noticeOf(from + at)));
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const databaseIn = (data: string) => join(data, 'gongshi.sqlite');

function inDatabase<T>(data: string, work: (database: Database) => T): T {
  const database = new Database(databaseIn(data));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** A data folder with so many notices in it. */
function portal(name: string, count: number): string {
  const data = join(folder, name);
  const { status, stderr } = gongshi(['import', notices(`${name}.jsonl`, 1, count)], { GONGSHI_DATA: data });
  assert.equal(status, 0, stderr);
  return data;
}

/** Keeps a file, and publishes a notice that names it. */
async function publishWithFile(data: string): Promise<string> {
  const database = new Database(databaseIn(data));
  const kept = await keepFile(database, data, '图纸.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), NOW);
  assert.ok(kept.ok, JSON.stringify(kept));
  const { name, type, size, sha256 } = kept.value;
  const outcome = publish(
    database,
    { ...noticeOf(900), attachments: [{ name, type, size, sha256 }] } as Parameters<typeof publish>[1],
    { actor: 'test', now: NOW },
  );
  database.close();
  assert.equal(outcome.status, 'published', JSON.stringify(outcome));
  return sha256;
}

const backupOf = (path: string) => {
  const name = readdirSync(path)
    .filter((one) => one !== 'attachments')
    .at(-1)!;
  const manifest = JSON.parse(readFileSync(join(path, name, 'manifest.json'), 'utf8')) as Manifest;
  return { path: join(path, name), manifest };
};

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('what was backed up is restored into an empty folder, and is sound there', async () => {
  const data = portal('drill', 3);
  const file = await publishWithFile(data);
  const backups = join(folder, 'drill-backups');
  const secret = 'a-secret-of-more-than-thirty-two-characters';
  const made = gongshi(['backup', backups], { GONGSHI_DATA: data, GONGSHI_KEY: secret });
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stdout, /发布编号到 4，附件 1 份.*\n.*另行保管：GONGSHI_KEY/);

  const { path, manifest } = backupOf(backups);
  assert.equal(manifest.seq, 4);
  assert.deepEqual(manifest.settings, ['GONGSHI_KEY']);
  assert.ok(!readFileSync(join(path, 'manifest.json'), 'utf8').includes(secret));
  assert.equal(manifest.database.sha256, sha256(join(path, 'gongshi.sqlite')));
  assert.deepEqual(manifest.attachments, [{ sha256: file, size: 15 }]);

  const restored = join(folder, 'drill-restored');
  mkdirSync(restored);
  const { status, stdout, stderr } = gongshi(['restore', backups], { GONGSHI_DATA: restored, LANG: 'en_GB.UTF-8' });
  assert.equal(status, 0, stderr + stdout);
  assert.match(stdout, /numbers up to 4, 1 attachment[^]*4 notices[^]*nothing was found/);
  assert.ok(existsSync(filePath(restored, file)));
  const verified = gongshi(['verify'], { GONGSHI_DATA: restored });
  assert.equal(verified.status, 0, verified.stdout);
  assert.match(verified.stdout, /没有发现问题/);
  inDatabase(restored, (database) => {
    assert.equal(lastVerification(database)!.counts.attachments, 1);
    assert.equal(eventsOf(database, 'releases 4').at(-1)!.act, 'database.restore');
  });
  assert.match(gongshi(['restore', backups], { GONGSHI_DATA: restored }).stderr, /不是空的/);
});

test('a backup with a changed byte is refused, and nothing is written', () => {
  const data = portal('changed', 2);
  const backups = join(folder, 'changed-backups');
  assert.equal(gongshi(['backup', backups], { GONGSHI_DATA: data }).status, 0);
  const copy = join(backupOf(backups).path, 'gongshi.sqlite');
  const bytes = readFileSync(copy);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(copy, bytes);
  const restored = join(folder, 'changed-restored');
  const { status, stderr } = gongshi(['restore', backups], { GONGSHI_DATA: restored });
  assert.equal(status, 1);
  assert.match(stderr, /gongshi\.sqlite 缺失或与清单不符，没有恢复任何内容/);
  assert.ok(!existsSync(restored));
});

test('a backup made while another process publishes is one state of the database', async () => {
  const data = portal('busy', 1);
  const backups = join(folder, 'busy-backups');
  const writer = spawn(process.execPath, ['src/cli/gongshi.ts', 'import', notices('busy-more.jsonl', 2, 2_001)], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], GONGSHI_DATA: data },
    stdio: 'ignore',
  });
  const ended = once(writer, 'exit');
  let made = 0;
  // At least once while it writes; how often depends on the machine.
  while (writer.exitCode === null || made === 0) {
    assert.equal(gongshi(['backup', backups], { GONGSHI_DATA: data }).status, 0);
    made += 1;
    await new Promise(setImmediate);
  }
  assert.deepEqual(await ended, [0, null]);
  const names = readdirSync(backups).filter((name) => name !== 'attachments');
  assert.equal(names.length, made);
  for (const name of new Set([names[0]!, names.at(-1)!])) {
    const restored = join(folder, `busy-restored-${name}`);
    const { status, stdout, stderr } = gongshi(['restore', join(backups, name)], { GONGSHI_DATA: restored });
    assert.equal(status, 0, stderr + stdout);
    rmSync(restored, { recursive: true });
  }
});

test('what fails leaves no part of a backup', () => {
  const data = portal('failing', 2);
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  assert.match(gongshi(['backup', file], { GONGSHI_DATA: data }).stderr, /不能备份到/);
  const backups = join(folder, 'failing-backups');
  // A file that may not grow beyond some KB: the disk is full in the middle of the copy.
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$0" src/cli/gongshi.ts backup "$1"', process.execPath, backups],
    { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'], GONGSHI_DATA: data } },
  );
  assert.equal(status, 1, stderr);
  assert.match(stderr, /(?:full|disk I\/O error)）。没有留下不完整的备份/);
  assert.deepEqual(readdirSync(backups), []);
  assert.match(gongshi(['backup'], { GONGSHI_DATA: data }).stderr, /用法：backup/);
  assert.match(gongshi(['restore', backups], { GONGSHI_DATA: join(folder, 'none') }).stderr, /没有备份/);
});

test('each publication is marked beside the database and in a second place', () => {
  const elsewhere = join(folder, 'elsewhere.mark');
  const data = join(folder, 'marked');
  const environment = { GONGSHI_DATA: data, GONGSHI_MARK: elsewhere };
  gongshi(['import', notices('marked-1.jsonl', 1, 2)], environment);
  const first = readMark(elsewhere)!;
  assert.equal(first.seq, 2);
  gongshi(['import', notices('marked-2.jsonl', 3, 3)], environment);
  assert.equal(readMark(elsewhere)!.seq, 3);
  assert.deepEqual(readMark(join(data, 'gongshi.mark')), readMark(elsewhere));
  assert.equal(
    inDatabase(data, (database) => database.get<{ hash: string }>('SELECT hash FROM releases WHERE seq = 3'))!.hash,
    readMark(elsewhere)!.hash,
  );
});

test('an old copy that is put back is not written, until the operator takes it as it is; no number is given twice', () => {
  const data = portal('behind', 2);
  const environment = { GONGSHI_DATA: data };
  const old = join(folder, 'behind-old.sqlite');
  cpSync(databaseIn(data), old);
  gongshi(['import', notices('behind-more.jsonl', 3, 5)], environment);
  const given = inDatabase(data, (database) =>
    database.all<{ id: number; seq: number }>('SELECT id, seq FROM releases ORDER BY seq'),
  );
  for (const end of ['-wal', '-shm']) rmSync(databaseIn(data) + end, { force: true });
  renameSync(old, databaseIn(data));

  const refused = gongshi(['import', notices('behind-late.jsonl', 6, 6)], environment);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /最后的发布编号是 2，高水位记录是 5 .*不再写入/);
  const verified = gongshi(['verify'], environment);
  assert.equal(verified.status, 1);
  assert.match(verified.stdout, /落后于高水位记录/);
  assert.equal(
    inDatabase(data, (database) => lastVerification(database)),
    undefined,
  );

  assert.match(gongshi(['verify', '--accept'], environment).stderr, /写明为什么/);
  const accepted = gongshi(['verify', '--accept', '--reason', '磁盘损坏，备份只到昨天', '--by', '王磊'], environment);
  assert.equal(accepted.status, 0, accepted.stderr + accepted.stdout);
  assert.match(accepted.stdout, /库中最后编号 2，原记录 5/);
  assert.match(gongshi(['verify', '--accept', '--reason', '再来'], environment).stderr, /不需要接受/);

  assert.equal(gongshi(['import', join(folder, 'behind-late.jsonl')], environment).status, 0);
  inDatabase(data, (database) => {
    const { id, seq } = database.get<{ id: number; seq: number }>('SELECT id, seq FROM releases ORDER BY seq DESC')!;
    assert.equal(seq, 6);
    assert.ok(!given.some((release) => release.id === id));
    assert.equal(
      Math.floor(id / DAY_CAPACITY),
      dayNumber(Date.parse(`${tenderNotice.publishedAt}+08:00`.replace(' ', 'T'))),
    );
    const [event] = eventsOf(database, 'releases 2').filter(({ act }) => act === 'database.accept');
    assert.equal(event!.actor, '王磊');
  });
  assert.equal(gongshi(['verify'], environment).status, 0);
});

test('another database under the same numbers is not written, nor a new one in the place of one that is gone', () => {
  const [one, other] = [portal('one', 2), join(folder, 'other')];
  gongshi(['import', notices('other.jsonl', 7, 9)], { GONGSHI_DATA: other });
  cpSync(databaseIn(other), databaseIn(one));
  assert.match(gongshi(['migrate'], { GONGSHI_DATA: one }).stderr, /不是原来的数据库/);
  rmSync(databaseIn(one));
  assert.match(gongshi(['migrate'], { GONGSHI_DATA: one }).stderr, /不在了/);
  assert.ok(!existsSync(databaseIn(one)));
});

test('a mark that cannot be read, and a file that is damaged, keep the database from being written', () => {
  const data = portal('unsound', 1);
  const mark = join(data, 'gongshi.mark');
  const sound = readFileSync(mark);
  writeFileSync(mark, '{"seq":');
  assert.match(gongshi(['migrate'], { GONGSHI_DATA: data }).stderr, /高水位记录 .* 读不出来/);
  assert.match(gongshi(['verify', '--accept', '--reason', '试'], { GONGSHI_DATA: data }).stderr, /读不出来/);
  writeFileSync(mark, sound);
  const bytes = readFileSync(databaseIn(data));
  // The tree of some table or index begins on each of these pages.
  bytes.fill(0, 8192 * 4, 8192 * 6);
  writeFileSync(databaseIn(data), bytes);
  const opened = openDataFolder({ data }, { whenHeld: 'read', isChecked: true });
  assert.ok(opened.ok);
  opened.value.database.close();
  assert.equal(opened.value.held?.code, 'file-damaged');
  const verified = gongshi(['verify'], { GONGSHI_DATA: data });
  assert.equal(verified.status, 1);
  assert.match(verified.stdout, /数据库文件损坏/);
});

test('backups run out after 35 days, with the attachments that only they name', async () => {
  const { backUp } = await import('../../src/notices/backup/backup.ts');
  const data = portal('aging', 1);
  const file = await publishWithFile(data);
  const backups = join(folder, 'aging-backups');
  const database = new Database(databaseIn(data));
  after(() => database.close());
  const DAY = 86_400_000;
  const made = (now: number) => {
    const result = backUp(database, { data, folder: backups, settings: [], now });
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };
  const start = Date.UTC(2027, 0, 1, 2);
  made(start);
  made(start + 900_000);
  database.run('DELETE FROM files');
  assert.equal(made(start + 2 * DAY).removed, 1, 'of a day before yesterday only the last stays');
  assert.ok(existsSync(filePath(backups, file)));
  assert.equal(made(start + 37 * DAY).removed, 1);
  assert.ok(!existsSync(filePath(backups, file)), 'no manifest names it any more');
  const kept = () => readdirSync(backups).filter((name) => name !== 'attachments');
  assert.deepEqual(kept(), ['2027-01-03T02-00-00-000Z', '2027-02-07T02-00-00-000Z']);
  assert.equal(made(start + 75 * DAY).removed, 2);
  assert.equal(kept().length, 1);
});
