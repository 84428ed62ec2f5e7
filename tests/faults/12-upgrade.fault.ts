import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { migrations, schemaVersion } from '../../src/database/migrate.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import { canonicalJson } from '../../src/values/canonical.ts';
import { dayNumber } from '../../src/values/date.ts';
import { DAY_CAPACITY } from '../../src/values/order-key.ts';
import { attack } from './attack.ts';
import { house } from './house.ts';
import { noticeOf } from './notice.ts';

attack('a database of the first schema, filled by hand, is opened by the program of today', {}, async (context) => {
  const { gongshi, inDatabase, start } = house(context);
  const ids = inDatabase((database) => {
    const [first] = migrations();
    database.handle.exec(first!.sql);
    database.handle.exec('PRAGMA user_version=1');
    return [1, 2, 3].map((n) => insertRelease(database, n));
  });
  const migrated = gongshi(['migrate']);
  assert.equal(migrated.status, 0, migrated.stderr);
  const rebuilt = gongshi(['rebuild']);
  assert.equal(rebuilt.status, 0, rebuilt.stderr);
  const verified = gongshi(['verify']);
  const portal = await start({ GONGSHI_DEMO: '0' }, ['--workers', '1']);
  const pages = await Promise.all(ids.map((id) => fetch(`${portal.url}/notices/${id}`)));
  const texts = await Promise.all(pages.map((page) => page.text()));
  context.measured(
    `schema 1 → ${inDatabase(schemaVersion)}; pages ${pages.map(({ status }) => status).join(', ')}; verify: status ${verified.status}`,
  );
  assert.equal(verified.status, 0, verified.stdout);
  for (const [at, text] of texts.entries()) assert.ok(text.includes(`湖滨路${at + 1}号改造工程`));
});

type Database = Parameters<Parameters<ReturnType<typeof house>['inDatabase']>[0]>[0];

function insertRelease(database: Database, n: number): number {
  const parsed = parseNotice(noticeOf(n));
  assert.ok(parsed.ok);
  const { value } = parsed;
  const content = canonicalJson(value);
  const hash = createHash('sha256').update(content).digest('hex');
  const id = dayNumber(value.publishedAt) * DAY_CAPACITY + n;
  database.run(
    'INSERT INTO releases (id, seq, ocid, register, kind, source_key, published_at, amends, content, hash, accepted_at) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)',
    id,
    n,
    `gongshi-620500-construction-${hash.slice(0, 12)}`,
    value.register,
    value.kind,
    value.id,
    value.publishedAt,
    content,
    hash,
    value.publishedAt,
  );
  return id;
}
