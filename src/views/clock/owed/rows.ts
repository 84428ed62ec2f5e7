import { sourceIn } from '../../../clock/coverage.ts';
import type { Coverage, VerdictRow } from '../../../clock/storage.ts';
import { fill, labels, type Locale } from '../../../locales/labels.ts';
import { findRecords, findReleases, heldOf } from '../../../notices/storage.ts';
import { partyPath } from '../../../parties/party.ts';
import { partyNames } from '../../../parties/storage.ts';
import { findRegister } from '../../../registers/registers.ts';
import { dayOf, type Day } from '../../../values/date.ts';
import { regionName } from '../../../values/region.ts';
import { noticePath, pathOf } from '../../address.ts';
import type { Portal } from '../../portal.ts';
import { registerLabels } from '../../words.ts';
import { unitName } from '../asked.ts';
import { sourceText } from '../coverage.ts';
import { verdictLine, type VerdictLine } from '../verdict-line.ts';
import { owedWhat } from './duties.ts';

/** One thing owed to the public and absent: by whom, since when, by which rule, and why its absence says something. */
export interface OwedRow {
  ocid: string;
  title: string;
  path: string;
  register: string;
  registerName: string;
  region: string;
  regionName: string;
  unit: { id: string; name: string; path: string | null };
  /** The notices of which one is owed. */
  what: string;
  /** 结果公告至合同公告，规定不超过30日再加2个工作日，2026-09-01起算. */
  why: string;
  dueOn: Day;
  daysLate: number;
  source: 'own' | 'medium' | 'unit';
  sourceText: string;
  /** How many notices of this unit, register and year are held here. */
  held: number;
  heldText: string;
  noticePath: string;
  line: VerdictLine;
}

/** What is not covered any more when it is read accuses nobody, and is left out. */
export function owedRows(portal: Portal, rows: readonly VerdictRow[], locale: Locale): OwedRow[] {
  const { database } = portal;
  const today = dayOf(portal.now());
  const records = new Map(findRecords(database, ocidsIn(rows)).map((record) => [record.ocid, record]));
  const triggers = new Map(
    findReleases(
      database,
      rows.map(({ triggerRelease }) => triggerRelease),
    ).map((release) => [release.id, release]),
  );
  const names = partyNames(
    database,
    rows.map(({ unit }) => unit),
  );
  const sourceOf = sourceIn(database);
  const held = heldIn(portal);
  return rows.flatMap((row) => {
    const record = records.get(row.ocid);
    const trigger = triggers.get(row.triggerRelease);
    const source = trigger ? sourceOf(trigger) : null;
    const line = verdictLine(row, today, locale);
    const register = findRegister(row.register);
    if (!record || !register || !source || !line || row.dueOn === null || row.triggerOn === null) return [];
    const { name } = registerLabels(register, locale);
    const year = row.triggerOn.slice(0, 4);
    const n = held(row.unit, row.register, year);
    const t = labels(locale).clock.owed;
    return [
      {
        ocid: row.ocid,
        title: record.title,
        path: pathOf(record),
        register: row.register,
        registerName: name,
        region: record.region,
        regionName: record.region ? regionName(record.region, locale) : '',
        unit: {
          id: row.unit,
          name: unitName(names.get(row.unit), locale),
          path: names.get(row.unit) ? partyPath(row.unit, true) : null,
        },
        what: owedWhat(row, locale),
        why: fill(t.why, { rule: line.title, period: line.period, day: row.triggerOn }),
        dueOn: row.dueOn,
        daysLate: Math.round((Date.parse(today) - Date.parse(row.dueOn)) / 86_400_000),
        source: kindOf(source),
        sourceText: sourceText(source, locale),
        held: n,
        heldText: fill(t.held, { year, register: name, n }),
        noticePath: noticePath(row.triggerRelease),
        line,
      },
    ];
  });
}

function ocidsIn(rows: readonly VerdictRow[]): string[] {
  return rows.map(({ ocid }) => ocid);
}

function kindOf(source: 'own' | Coverage): OwedRow['source'] {
  return source === 'own' ? 'own' : source.medium === null ? 'unit' : 'medium';
}

/** Counted once a unit, register and year. */
function heldIn({ database }: Portal): (unit: string, register: string, year: string) => number {
  const counted = new Map<string, number>();
  return (unit, register, year) => {
    const key = `${unit} ${register} ${year}`;
    const n = counted.get(key) ?? heldOf(database, { unit, register, year });
    counted.set(key, n);
    return n;
  };
}
