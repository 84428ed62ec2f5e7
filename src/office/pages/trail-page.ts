import { findAllOfficers } from '../../accounts/officers/storage.ts';
import { permission } from '../../accounts/permissions.ts';
import { findUnits } from '../../accounts/units/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { href } from '../../views/address.ts';
import { longDay } from '../../views/long-day.ts';
import { groups } from '../trail/acts.ts';
import { TRAIL_PAGE, trailLines, trailQuery, type TrailLine } from '../trail/trail.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** What officers did, as auditors read it, day by day, and what it can be narrowed to. */
export interface TrailPage {
  officers: Choice[];
  units: Choice[];
  groups: Choice[];
  from: string;
  until: string;
  /** Days that could not be understood, in words. */
  wrong: string[];
  found: string;
  /** The same lines as a file. */
  csv: string;
  days: TrailDay[];
  older: string | null;
}

interface Choice {
  value: string;
  label: string;
  isChosen: boolean;
}

interface TrailDay {
  title: string;
  lines: TrailLine[];
  /** Ways in, unless they were asked for: there are many, and they say little one by one. */
  signIns: { summary: string; lines: TrailLine[] } | null;
}

export function trailPage({ office: { database }, actor, query, locale, now }: Asked): Answer<TrailPage> {
  if (permission(actor, 'trail.read', { unit: null }, now) !== 'granted') return hidden;
  const t = labels(locale).trail;
  const asked = trailQuery(query);
  const lines = trailLines(database, asked, TRAIL_PAGE, locale);
  const choice = (name: string, value: string, label: string): Choice => ({
    value,
    label,
    isChosen: (query.get(name) ?? '') === value,
  });
  return shown({
    officers: findAllOfficers(database).map(({ id, name, signIn }) => choice('officer', id, `${name}（${signIn}）`)),
    units: findUnits(database).map(({ id, name }) => choice('unit', id, name)),
    groups: groups().map((group) => choice('group', group, t.groups[group])),
    from: query.get('from') ?? '',
    until: query.get('until') ?? '',
    wrong: asked.wrong.map((found) => fill(t.dayWrong, { found })),
    found: foundIn(lines, locale),
    csv: href(locale, `/office/trail.csv${queryWith(query, {})}`),
    days: [...Map.groupBy(lines, ({ at }) => at.slice(0, 10))].map(([day, those]) =>
      dayOfTrail(day, those, asked.group === 'signIn', locale),
    ),
    older: lines.length === TRAIL_PAGE ? queryWith(query, { before: String(lines.at(-1)!.id) }) : null,
  });
}

function foundIn(lines: readonly TrailLine[], locale: Locale): string {
  const t = labels(locale).trail;
  const [last, first] = [lines.at(0), lines.at(-1)];
  if (!last || !first) return t.none;
  const [from, until] = [first.at.slice(0, 10), last.at.slice(0, 10)];
  return from === until
    ? fill(t.foundOn, { day: from, n: lines.length })
    : fill(t.found, { from, until, n: lines.length });
}

function dayOfTrail(day: string, those: readonly TrailLine[], isWhole: boolean, locale: Locale): TrailDay {
  const t = labels(locale).trail;
  const signIns = isWhole ? [] : those.filter(({ group }) => group === 'signIn');
  const counts = [...Map.groupBy(signIns, ({ act }) => act)].map(([act, { length }]) =>
    fill(t.times, { act, n: length }),
  );
  const what = counts.join(labels(locale).record.comma);
  return {
    title: longDay(day, locale),
    lines: those.filter((line) => !signIns.includes(line)),
    signIns: signIns.length === 0 ? null : { summary: fill(t.signIns, { n: signIns.length, what }), lines: signIns },
  };
}

function queryWith(query: URLSearchParams, more: Record<string, string>): string {
  const asked = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  return `?${new URLSearchParams({ ...asked, ...more })}`;
}
