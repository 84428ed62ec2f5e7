import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { verify } from '../../src/notices/verification/verify.ts';
import { attack } from './attack.ts';
import { house, temporary, type House } from './house.ts';
import { noticesFile } from './notice.ts';

/** A portal's data that was in use: demo stories and twenty tenders. */
function used(context: TestContext): House {
  const made = house(context);
  assert.equal(made.gongshi(['seed']).status, 0);
  const notices = noticesFile(join(temporary(context, 'notices'), 'notices.jsonl'), 1, 20);
  const { status, stderr } = made.gongshi(['import', notices]);
  assert.equal(status, 0, stderr);
  return made;
}

const withoutLog = (path: string) => {
  for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
};

/** Starts it; `read-only`, `refused`, or `as usual`. */
async function startedHow({ start }: House): Promise<string> {
  try {
    const portal = await start({}, ['--workers', '1']);
    const { status } = await fetch(`${portal.url}/office`, { redirect: 'manual' });
    const isTold = portal.errors().includes('只供查阅');
    portal.signal('SIGTERM');
    await portal.ended;
    return status === 503 && isTold ? 'read-only' : 'as usual';
  } catch {
    return 'refused';
  }
}

attack('the log of the database (-wal) is deleted between two runs', {}, async (context) => {
  const made = used(context);
  const { path, gongshi, start } = made;
  // Killed, so that what it published is in the log only.
  const portal = await start({}, ['--workers', '1']);
  const more = noticesFile(join(temporary(context, 'notices'), 'more.jsonl'), 21, 23);
  assert.equal(gongshi(['import', more]).status, 0);
  portal.signal('SIGKILL');
  await portal.ended;
  assert.ok(existsSync(`${path}-wal`), 'nothing was in the log');
  withoutLog(path);
  const how = await startedHow(made);
  const { status } = gongshi(['verify']);
  context.measured(`started: ${how}; verify: status ${status}`);
  assert.ok(how !== 'as usual' || status === 1, 'publications were lost and nobody was told');
});

attack('an older copy of the database is put back', {}, async (context) => {
  const made = used(context);
  const { path, gongshi } = made;
  const old = join(temporary(context, 'old'), 'old.sqlite');
  made.inDatabase((database) => database.emptyLog());
  cpSync(path, old);
  assert.equal(gongshi(['import', noticesFile(join(temporary(context, 'notices'), 'more.jsonl'), 21, 23)]).status, 0);
  withoutLog(path);
  renameSync(old, path);
  const how = await startedHow(made);
  const { status, stdout } = gongshi(['verify']);
  context.measured(`started: ${how}; verify: status ${status}`);
  assert.equal(how, 'read-only');
  assert.match(stdout, /落后于高水位记录/);
});

attack('random bytes of the database are changed, at twenty places one after another', {}, async (context) => {
  const made = used(context);
  const { path, inDatabase, data } = made;
  inDatabase((database) => database.emptyLog());
  withoutLog(path);
  const sound = readFileSync(path);
  const marks = readFileSync(join(data, 'gongshi.mark'));
  const shown = inDatabase(factsOf);
  const counts = { 'found by verify': 0, 'refused or read-only at the start': 0, 'in nothing shown': 0, silent: 0 };
  const silent: number[] = [];
  for (let place = 0; place < 20; place++) {
    const at = 100 + Math.floor(Math.random() * (sound.length - 100));
    const bytes = Buffer.from(sound);
    for (let n = 0; n < 8 && at + n < bytes.length; n++) bytes[at + n]! ^= 0x55;
    withoutLog(path);
    writeFileSync(path, bytes);
    writeFileSync(join(data, 'gongshi.mark'), marks);
    if (!isSound(path, data)) counts['found by verify']++;
    else if (inDatabase(factsOf) === shown) counts['in nothing shown']++;
    else {
      counts.silent++;
      silent.push(at);
    }
    // The start reads the file through; a few are enough to see how often that finds it.
    if (place < 3 && (writeFileSync(path, bytes), withoutLog(path), (await startedHow(made)) !== 'as usual'))
      counts['refused or read-only at the start']++;
  }
  context.measured(
    Object.entries(counts)
      .map(([what, n]) => `${what} ${n}${what.includes('start') ? ' of 3' : ''}`)
      .join(', '),
  );
  assert.equal(counts.silent, 0, `wrong facts would be shown silently: bytes ${silent.join(', ')}`);
});

/** As `gongshi verify` says; what cannot even be opened is found. */
function isSound(path: string, data: string): boolean {
  try {
    const database = new Database(path);
    try {
      return verify(database, { data, marks: [join(data, 'gongshi.mark')], now: Date.now() }).ok;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** All that pages are made of, as one text. */
function factsOf(database: Database): string {
  return JSON.stringify(
    ['releases', 'records', 'record_keys', 'record_facets', 'parties', 'party_names', 'party_roles'].map((table) =>
      database.all(`SELECT * FROM ${table} ORDER BY 1, 2`),
    ),
  );
}

attack('a second program replaces rows of what was published', {}, async (context) => {
  const { inDatabase, gongshi } = used(context);
  assert.throws(
    () => inDatabase((database) => database.run("UPDATE releases SET content = '{}' WHERE seq = 1")),
    /append-only/,
  );
  assert.throws(
    () =>
      inDatabase((database) =>
        database.run(
          "INSERT OR REPLACE INTO releases SELECT id, seq, ocid, register, kind, source_key, published_at, amends, replace(content, '公告', '公吿'), hash, accepted_at FROM releases WHERE seq = 3",
        ),
      ),
    'INSERT OR REPLACE went past the triggers',
  );
  assert.equal(gongshi(['verify']).status, 0);
  // Who has the file has its triggers too; then it is found.
  inDatabase((database) => {
    database.handle.exec('DROP TRIGGER releases_are_never_updated');
    database.run("UPDATE releases SET content = replace(content, '公告', '公吿') WHERE seq = 3");
  });
  const { status, stdout } = gongshi(['verify']);
  context.measured(`triggers refuse; without them verify: status ${status}`);
  assert.equal(status, 1, stdout);
});
