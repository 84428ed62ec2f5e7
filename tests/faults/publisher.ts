import { appendFileSync, closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { Database } from '../../src/database/database.ts';
import { keepMark } from '../../src/notices/mark/mark.ts';
import { publish } from '../../src/notices/publish.ts';
import { noticeOf } from './notice.ts';

/**
 * A process that publishes one notice after another from number `first`, until it is killed; what was acknowledged it
 * writes into a file of its own, flushed each time: what stands there must be in the database for good.
 */
const [path = '', record = '', first = '1', last = 'Infinity'] = process.argv.slice(2);
const parent = process.ppid;
const database = new Database(path);
keepMark(database, undefined, (mark, error) => appendFileSync(2, `${mark}: ${String(error)}\n`));
const file = openSync(record, 'a');
// Without the test that started it nobody would end it.
for (let n = Number(first); n <= Number(last) && process.ppid === parent; n++) {
  const outcome = publish(database, noticeOf(n), { actor: 'test', now: Date.now() });
  if (outcome.status === 'refused') throw new Error(JSON.stringify(outcome));
  writeSync(file, `${n}\n`);
  fsyncSync(file);
}
closeSync(file);
