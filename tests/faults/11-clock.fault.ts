import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../../src/notices/publish.ts';
import { attack } from './attack.ts';
import { house } from './house.ts';
import { noticeOf } from './notice.ts';

const DAY = 86_400_000;

attack('the clock is set back by two days: nothing is taken in until it is right again', {}, async (context) => {
  const { data, gongshi, inDatabase } = house(context);
  assert.equal(gongshi(['migrate']).status, 0);
  const printed = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const ahead = Date.now() + 2 * DAY;
  // As if it had stood two days ahead until just now.
  const first = inDatabase((database) =>
    publish(database, { ...noticeOf(1), publishedAt: printed(ahead) }, { actor: 'test', now: ahead }),
  );
  assert.equal(first.status, 'published');
  const file = join(data, 'one.jsonl');
  writeFileSync(file, JSON.stringify({ ...noticeOf(2), publishedAt: printed(Date.now()) }));
  const { status, stderr } = gongshi(['import', file]);
  context.measured(`import ended with ${status}: ${stderr.trim()}`);
  assert.equal(status, 1);
  assert.match(stderr, /时钟|clock/);
  assert.equal(
    inDatabase((database) => database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n),
    1,
  );
});
