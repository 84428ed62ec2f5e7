import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { permission } from '../../accounts/permissions.ts';
import { schemaVersion } from '../../database/migrate.ts';
import { fill, labels } from '../../locales/labels.ts';
import { followingCounts } from '../../following/storage.ts';
import { DAY, minuteOf } from '../../values/date.ts';
import { DATABASE_FILE } from '../../views/portal.ts';
import { statusPage, type Status } from '../../views/status/status-page.ts';
import { lastFleet } from '../../watch/storage.ts';
import { jobsTable, type JobsTable } from '../jobs.ts';
import { engineFacts } from '../search-engines.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** How the portal fares, for who looks after it. */
export interface StatusPage {
  checkedAt: string;
  status: Status;
  machine: { name: string; value: string }[];
  engines: { name: string; value: string }[];
  following: { name: string; value: string }[];
  jobs: JobsTable;
}

export function officeStatusPage({ office, actor, locale, now }: Asked): Answer<StatusPage> {
  if (permission(actor, 'status.read', { unit: null }, now) !== 'granted') return hidden;
  const { database, settings } = office;
  const status = statusPage({ database, settings, now: () => now });
  return shown({
    checkedAt: minuteOf(now),
    status,
    machine: machineFacts({ office, locale, now }, status),
    engines: engineFacts(database, settings, locale),
    following: followingFacts({ office, locale, now }),
    jobs: jobsTable(database, settings, locale, now),
  });
}

/** Who is told, and what is on its way to them: numbers, and nobody's address. */
function followingFacts({ office, locale, now }: Pick<Asked, 'office' | 'locale' | 'now'>): StatusPage['following'] {
  const t = labels(locale).following.status;
  const { active, asked, paused, waiting, waitingSince, sent, dead } = followingCounts(office.database, now - 7 * DAY);
  return [
    { name: t.follows, value: fill(t.followsValue, { active, asked, paused }) },
    {
      name: t.waiting,
      value:
        waitingSince === null
          ? t.noneWaiting
          : fill(t.waitingValue, {
              n: waiting,
              wait: fill(t.minutes, { n: Math.ceil((now - waitingSince) / 60_000) }),
            }),
    },
    { name: t.week, value: fill(t.weekValue, { sent, dead }) },
    { name: t.mail, value: office.settings.mail ? t.isSet : t.isNotSet },
  ];
}

/** A fleet is written of every minute. */
const GONE = 150_000;

function machineFacts(
  { office, locale, now }: Pick<Asked, 'office' | 'locale' | 'now'>,
  status: Status,
): StatusPage['machine'] {
  const { status: words } = labels(locale);
  const t = words.office;
  const { database, settings } = office;
  const fleet = lastFleet(database);
  const path = join(settings.data, DATABASE_FILE);
  return [
    {
      name: t.processes,
      value: !fleet
        ? words.noRecord
        : now - fleet.seenAt > GONE
          ? fill(t.processesGone, { minute: minuteOf(fleet.seenAt) })
          : fill(t.processesValue, { n: fleet.processes, wanted: fleet.wanted, minute: minuteOf(fleet.startedAt) }),
    },
    { name: t.memory, value: fleet ? size(fleet.memory) : words.noRecord },
    { name: t.disk, value: disk(settings.data) },
    { name: t.database, value: fileSize(path) },
    { name: t.wal, value: fileSize(`${path}-wal`) },
    { name: t.failed, value: fill(t.failedValue, { n: status.failures, all: status.requests }) },
    { name: t.schema, value: String(schemaVersion(database)) },
    { name: t.node, value: process.version },
  ];

  function disk(folder: string): string {
    try {
      const { bsize, blocks, bavail } = statfsSync(folder);
      const share = `${Math.round((1 - bavail / blocks) * 100)}%`;
      return fill(t.diskValue, { free: size(bavail * bsize), all: size(blocks * bsize), share });
    } catch {
      return t.diskUnknown;
    }
  }
}

function fileSize(path: string): string {
  return size(statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}

function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
