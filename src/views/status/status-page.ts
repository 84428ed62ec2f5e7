import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findJob } from '../../jobs/storage.ts';
import { unreviewedOpen } from '../../notices/drafts/afterwards/storage.ts';
import { lastPublishedAt, lastSeq } from '../../notices/storage.ts';
import { enginesState } from '../../search/state.ts';
import { DAY, machineTime, minuteOf } from '../../values/date.ts';
import { availability, daysServed, type DayServed } from '../../watch/availability.ts';
import { lastBackup } from '../../watch/backup.ts';
import { LANES, quantile, sumDurations, total, type Lane } from '../../watch/counts.ts';
import { HOUR, KEPT_DAYS, lastFleet, lastVerification, servedSince, type ServedHour } from '../../watch/storage.ts';
import type { Portal } from '../portal.ts';

/** How the portal fares, as it measured itself: the page `/status` and `/status.json`. What was not measured is null. */
export interface Status {
  /** 0 to 1, of the days on record. */
  availability: number | null;
  daysOnRecord: number;
  days: DayServed[];
  /** Of pages opened, the last 24 hours, oldest first. */
  hours: HourFast[];
  /** Of pages opened in the last 24 hours. */
  latency: Latency;
  lanes: (Latency & { lane: Lane; requests: number })[];
  requests: number;
  failures: number;
  /** Moments as `yyyy-mm-ddTHH:MM+08:00`. */
  lastPublication: string | null;
  releases: number;
  /** Issued in an emergency without review, and looked at by no other officer yet. */
  unreviewed: number;
  search: { engine: 'embedded' | 'meilisearch'; behind: number };
  lastVerified: { at: string; ok: boolean } | null;
  lastBackup: string | null;
}

/** ms, estimated from how many answers took up to 1, 2, 5, 10, 20, 50, … ms. */
interface Latency {
  p50: number | null;
  p99: number | null;
}

interface HourFast extends Latency {
  /** `HH` in Shanghai. */
  hour: string;
}

/** A fleet writes every minute: seen so lately, what it has not written yet is no outage, ms. */
const LATELY = 150_000;
const HOURS = 24;
/** The job that backs up, where the portal does so itself. */
const BACKUP_JOB = 'backup';

export function statusPage({ database, settings, now: clock }: Pick<Portal, 'database' | 'settings' | 'now'>): Status {
  const now = clock();
  const hours = servedSince(database, now - KEPT_DAYS * DAY);
  const seenAt = lastFleet(database)?.seenAt ?? now;
  const days = daysServed(hours, now - seenAt < LATELY ? Math.min(seenAt, now) : now, now);
  const lately = hours.filter(({ hour }) => hour > now - HOURS * HOUR);
  const durations = sumDurations(lately.map((hour) => hour.durations));
  const last = lastPublishedAt(database);
  const verified = lastVerification(database);
  const backup = lastBackup(settings.data) ?? findJob(database, BACKUP_JOB)?.ranAt ?? null;
  return {
    availability: availability(days),
    daysOnRecord: days.filter(({ state }) => state !== 'unknown').length,
    days,
    hours: lastHours(lately, now),
    latency: latencyOf(durations.fast ?? []),
    lanes: LANES.flatMap((lane) => {
      const steps = durations[lane];
      return steps ? [{ lane, requests: total(steps), ...latencyOf(steps) }] : [];
    }),
    requests: total(lately.map(({ requests }) => requests)),
    failures: total(lately.map(({ failures }) => failures)),
    lastPublication: last === undefined ? null : machineTime(last),
    releases: lastSeq(database),
    unreviewed: unreviewedOpen(database, null).length,
    search: {
      engine: settings.meilisearch ? 'meilisearch' : 'embedded',
      behind: settings.meilisearch ? (enginesState(database).follower?.behind ?? 0) : 0,
    },
    lastVerified: verified && { at: machineTime(verified.at), ok: verified.ok },
    lastBackup: backup === null ? null : machineTime(backup),
  };
}

function lastHours(lately: readonly ServedHour[], now: number): HourFast[] {
  return Array.from({ length: HOURS }, (_, index) => {
    const start = (Math.floor(now / HOUR) - HOURS + 1 + index) * HOUR;
    const durations = sumDurations(lately.filter(({ hour }) => hour === start).map((hour) => hour.durations));
    return { hour: minuteOf(start).slice(11, 13), ...latencyOf(durations.fast ?? []) };
  });
}

function latencyOf(steps: readonly number[]): Latency {
  const rounded = (ms: number | null) => (ms === null ? null : ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms));
  return { p50: rounded(quantile(steps, 0.5)), p99: rounded(quantile(steps, 0.99)) };
}

/** The words of a page of the state, for the public one and that of the office. */
export function statusWords(status: Status, locale: Locale) {
  const t = labels(locale).status;
  const ms = (n: number | null) => (n === null ? t.noRecord : fill(t.ms, { n }));
  const moment = (at: string | null) => (at === null ? t.noRecord : at.slice(0, 16).replace('T', ' '));
  const broken = status.days.filter(({ state }) => state === 'broken');
  const isBroken = status.days.at(-1)!.state === 'broken';
  const slowest = status.hours.reduce((most, hour) => ((hour.p99 ?? -1) > (most.p99 ?? -1) ? hour : most));
  const { p50, p99 } = status.latency;
  return {
    state: { tone: isBroken ? ('closing' as const) : ('open' as const), text: isBroken ? t.brokenToday : t.running },
    available:
      status.availability === null
        ? t.notMeasured
        : // A stop of minutes is most of an hour and next to nothing of a month.
          status.days.reduce((sum, { expected }) => sum + expected, 0) < DAY
          ? t.tooShort
          : fill(t.available, { n: status.daysOnRecord, share: percent(status.availability) }),
    speed: p50 === null ? t.noRecord : fill(t.speedValue, { median: ms(p50), slow: ms(p99) }),
    outages:
      status.daysOnRecord === 0
        ? t.noRecord
        : broken.length === 0
          ? fill(t.noOutage, { n: status.daysOnRecord })
          : fill(t.outages, { n: broken.length, time: lasting(total(broken.map(({ down }) => down!)), locale) }),
    broken: broken.toReversed().map((day) => ({
      day: day.day,
      down: lasting(day.down!, locale),
      share: percent(1 - day.down! / day.expected),
      failures: String(day.failures),
    })),
    slowest: slowest.p99 === null ? t.noRecord : fill(t.slowest, { hour: slowest.hour, ms: ms(slowest.p99) }),
    slowestMs: ms(slowest.p99),
    lanes: status.lanes.map(({ lane, requests, ...one }) => ({
      name: t.lanes[lane],
      requests: String(requests),
      median: ms(one.p50),
      slow: ms(one.p99),
    })),
    published: moment(status.lastPublication),
    engine: t[status.search.engine],
    lag: status.search.behind === 0 ? t.noLag : fill(t.behind, { n: status.search.behind }),
    verified: status.lastVerified
      ? `${moment(status.lastVerified.at)} ${status.lastVerified.ok ? t.intact : t.findings}`
      : t.noRecord,
    backup: moment(status.lastBackup),
    chartDays: fill(t.chartDays, {
      up: status.daysOnRecord - broken.length,
      broken: broken.length,
      unknown: status.days.length - status.daysOnRecord,
    }),
  };
}

/** Never rounded up to 100. */
function percent(share: number): string {
  return share === 1 ? '100%' : `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`;
}

function lasting(ms: number, locale: Locale): string {
  const t = labels(locale).status;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return fill(t.seconds, { n: Math.round(ms / 1_000) });
  return minutes < 60
    ? fill(t.minutes, { n: minutes })
    : fill(t.hours, { h: Math.floor(minutes / 60), m: minutes % 60 });
}
