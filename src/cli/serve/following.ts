import type { Database } from '../../database/database.ts';
import { forgetAsked } from '../../following/asking.ts';
import { FollowerKeys } from '../../following/keys.ts';
import { deliver, gather } from '../../following/outbox.ts';
import { deleteOldNews } from '../../following/storage.ts';
import type { Job } from '../../jobs/jobs.ts';
import { textOf } from '../../notices/search-document.ts';
import { embeddedEngine } from '../../search/embedded-engine.ts';
import { DAY } from '../../values/date.ts';
import type { Settings } from '../../values/settings.ts';
import { Matcher } from '../../views/following/matcher.ts';
import { sender } from '../../views/following/send.ts';
import { noteChanges, noteOwed, noteReminders, noteTasks } from '../../views/following/tell.ts';
import { openPortal } from '../../views/portal.ts';

const MINUTE = 60_000;
/** What was told longer ago is forgotten. */
const KEPT = 90 * DAY;

/** Noting what is news to whom, and telling it; nothing where no address can be kept. */
export function followingJobs(settings: Settings, database: Database): { jobs: Job[]; close(): void } {
  if (settings.key === undefined) return { jobs: [], close: () => {} };
  const portal = openPortal(settings);
  const letters = sender(portal, new FollowerKeys(settings.key));
  const matcher = new Matcher(portal.database, embeddedEngine(portal.database, textOf(portal.database)));
  const jobs: Job[] = [
    { name: 'following', every: 2_000, run: (now) => noteChanges(database, matcher, now) },
    {
      name: 'reminders',
      every: 5 * MINUTE,
      run: (now) => [noteReminders(database, now), noteOwed(database, now), noteTasks(database, now)].includes(true),
    },
    {
      name: 'letters',
      every: 2_000,
      run: async (now) => {
        const isGathered = gather(database, now);
        return (await deliver(database, (delivery, follow) => letters.send(delivery, follow), Date.now)) || isGathered;
      },
    },
    {
      name: 'forgetting',
      every: 60 * MINUTE,
      run: (now) => [forgetAsked(database, now), deleteOldNews(database, now - KEPT) > 0].includes(true),
    },
  ];
  return {
    jobs,
    close() {
      letters.close();
      portal.database.close();
    },
  };
}
