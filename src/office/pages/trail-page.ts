import { parseDay } from '../../values/date.ts';
import { sentenceOf } from '../form/sentence.ts';
import { findAllOfficers } from '../../accounts/officers/storage.ts';
import { permission } from '../../accounts/permissions.ts';
import { findUnits } from '../../accounts/units/storage.ts';
import { knownActs } from '../../events/storage.ts';
import { actName } from '../names.ts';
import { TRAIL_PAGE, trailLines, trailQuery, type TrailLine } from '../trail.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** What officers did, as auditors read it, and what it can be narrowed to. */
export interface TrailPage {
  officers: Choice[];
  units: Choice[];
  acts: Choice[];
  day: string;
  /** Why the day is no filter, where it cannot be read. */
  dayRefused: string | undefined;
  /** The same lines as a file. */
  csv: string;
  lines: TrailLine[];
  older: string | null;
}

interface Choice {
  value: string;
  label: string;
  isChosen: boolean;
}

export function trailPage({ office: { database }, actor, query, locale, now }: Asked): Answer<TrailPage> {
  if (permission(actor, 'trail.read', { unit: null }, now) !== 'granted') return hidden;
  const lines = trailLines(database, trailQuery(query), TRAIL_PAGE);
  const choice = (name: string, value: string, label: string): Choice => ({
    value,
    label,
    isChosen: (query.get(name) ?? '') === value,
  });
  return shown({
    officers: findAllOfficers(database).map(({ id, name, signIn }) => choice('officer', id, `${name}（${signIn}）`)),
    units: findUnits(database).map(({ id, name }) => choice('unit', id, name)),
    acts: knownActs(database).map((act) => choice('act', act, actName(act, locale))),
    day: query.get('day') ?? '',
    dayRefused: isDay(query.get('day') ?? '')
      ? undefined
      : sentenceOf({ code: 'not-a-day', found: query.get('day')! }, locale),
    csv: `/office/trail.csv${queryWith(query, {})}`,
    lines: lines.map((line) => ({ ...line, act: actName(line.act, locale) })),
    older: lines.length === TRAIL_PAGE ? queryWith(query, { before: String(lines.at(-1)!.id) }) : null,
  });
}

const isDay = (text: string) => text.trim() === '' || parseDay(text) !== null;

function queryWith(query: URLSearchParams, more: Record<string, string>): string {
  return `?${new URLSearchParams({ ...Object.fromEntries([...query].filter(([, value]) => value !== '')), ...more })}`;
}
