import { readFileSync } from 'node:fs';
import { Database } from '../../src/database/database.ts';
import { FollowerKeys } from '../../src/following/keys.ts';
import { deliver, gather } from '../../src/following/outbox.ts';
import { textOf } from '../../src/notices/search-document.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { readSettings } from '../../src/values/settings.ts';
import { Matcher } from '../../src/views/following/matcher.ts';
import { sender } from '../../src/views/following/send.ts';
import { noteChanges } from '../../src/views/following/tell.ts';
import { openPortal } from '../../src/views/portal.ts';

/**
 * `dying.ts STEP NOW`: does what the jobs of a portal do, and is killed at one step: before or after a transaction, before or
 * after a letter goes. Ends by itself where there are no so many steps.
 */
const [dies = '0', at = '0'] = process.argv.slice(2);
const now = Number(at);
let step = 0;
const reach = () => {
  if (++step === Number(dies)) process.kill(process.pid, 'SIGKILL');
};
const settings = readSettings(JSON.parse(readFileSync(0, 'utf8')) as Record<string, string>);
if (!settings.ok) throw new Error(JSON.stringify(settings.refusals));
const portal = openPortal(settings.value, () => now);
const database = new Database(`${settings.value.data}/gongshi.sqlite`);
const transaction = database.transaction.bind(database);
database.transaction = (work) => {
  reach();
  const done = transaction(work);
  reach();
  return done;
};
const letters = sender(portal, new FollowerKeys(settings.value.key!));
const matcher = new Matcher(portal.database, embeddedEngine(portal.database, textOf(portal.database)));
while (noteChanges(database, matcher, now)) reach();
gather(database, now);
await deliver(
  database,
  async (delivery, follow) => {
    reach();
    const outcome = await letters.send(delivery, follow);
    reach();
    return outcome;
  },
  () => now,
);
letters.close();
