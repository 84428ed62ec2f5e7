import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../promises/source.ts';
import { attack } from './attack.ts';
import { house, pause } from './house.ts';
import { ask, readers, readersFor, told, type Reply } from './readers.ts';

const HELD = 30_000;
const PAGES = ['/', '/about', '/construction', '/search?q=%E9%81%93%E8%B7%AF'];

attack(
  'another process holds the lock for 30 s while strangers sign in: pages go on, no form is lost silently',
  {},
  async (context) => {
    const { start, path, inDatabase } = house(context);
    const portal = await start();
    const before = await readersFor(5_000, portal.url, PAGES);
    context.measured(`pages before: ${told(before)}`);
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, path], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const freed = once(holder, 'exit');
    await once(holder.stdout, 'data');
    const reading = readers(portal.url, PAGES);
    let isFree = false;
    void freed.then(() => (isFree = true));
    const posts: Reply[] = [];
    for (let n = 0; !isFree; n++) {
      posts.push(
        ...(await Promise.all([signIn(portal.url, `stranger-${n}-a`), signIn(portal.url, `stranger-${n}-b`)])),
      );
      await pause(200);
    }
    const during = await reading.stop();
    context.measured(`during: ${told(during)}`);
    const statuses = Object.entries(Object.groupBy(posts, ({ status }) => status)).map(
      ([s, all]) => `${s} ×${all!.length}`,
    );
    context.measured(
      `posts: ${statuses.join(', ')}, longest ${Math.round(Math.max(...posts.map(({ took }) => took)))} ms`,
    );
    assert.deepEqual(Object.keys(during.statuses), ['200']);
    const told503 = posts.filter(({ status }) => status === 503);
    assert.ok(
      told503.length > 0 && told503.every(({ text }) => text.includes('<form')),
      'who may not write gets the form back',
    );
    assert.ok(
      posts.every(({ status }) => [422, 429, 503].includes(status)),
      'a post was dropped',
    );
    const taken = posts.filter(({ status }) => status === 422).length;
    const kept = inDatabase(
      (database) => database.get<{ n: number }>("SELECT count(*) AS n FROM events WHERE act = 'session.refused'")!.n,
    );
    assert.equal(kept, taken, 'what was answered was written down');
    assert.equal((await signIn(portal.url, 'stranger-late')).status, 422);
  },
);

const signIn = (url: string, name: string) =>
  ask(`${url}/office/sign-in`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: `name=${name}&password=wrong-wrong-wrong`,
  });

const HOLDER = `
import { DatabaseSync } from 'node:sqlite';
const database = new DatabaseSync(process.argv[1], { timeout: 5000 });
database.exec('BEGIN IMMEDIATE');
console.log('held');
setTimeout(() => { database.exec('ROLLBACK'); process.exit(0); }, ${HELD});
`;
