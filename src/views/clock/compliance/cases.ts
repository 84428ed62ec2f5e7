import { sourceIn } from '../../../clock/coverage.ts';
import { standingOf } from '../../../clock/judge.ts';
import type { VerdictRow } from '../../../clock/storage.ts';
import { labels, type Locale } from '../../../locales/labels.ts';
import { findRecords, findReleases } from '../../../notices/storage.ts';
import { dayOf } from '../../../values/date.ts';
import { pathOf } from '../../address.ts';
import type { Portal } from '../../portal.ts';
import { sourceText } from '../coverage.ts';
import { verdictLine, type VerdictLine } from '../verdict-line.ts';
import { standingIn, type Read, type Standing } from './standing.ts';

/** One period of one record of a unit, as it reads today. */
export interface Case {
  ocid: string;
  title: string;
  path: string;
  register: string;
  standing: Standing;
  /** Of the notice it runs from; null: what others publish first, of which not all is held here. */
  source: string;
  isCovered: boolean;
  line: VerdictLine;
}

export function caseRows(portal: Portal, rows: readonly VerdictRow[], locale: Locale): Case[] {
  const { database } = portal;
  const today = dayOf(portal.now());
  const records = new Map(
    findRecords(
      database,
      rows.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  const triggers = new Map(
    findReleases(
      database,
      rows.map(({ triggerRelease }) => triggerRelease),
    ).map((release) => [release.id, release]),
  );
  const sourceOf = sourceIn(database);
  return rows.flatMap((row) => {
    const record = records.get(row.ocid);
    const trigger = triggers.get(row.triggerRelease);
    const line = verdictLine(row, today, locale);
    if (!record || !trigger || !line) return [];
    const source = sourceOf(trigger);
    return [
      {
        ocid: row.ocid,
        title: record.title,
        path: pathOf(record),
        register: row.register,
        standing: standingIn(row.rule, readOn(row, today)),
        source: source ? sourceText(source, locale) : labels(locale).clock.coverage.part,
        isCovered: source !== null,
        line,
      },
    ];
  });
}

/** As storage reads it on that day. */
function readOn(row: VerdictRow, today: string): Read {
  if (row.verdict !== 'running' || standingOf(row, row.publication, today) === 'running') return row.verdict;
  return row.publication ? 'owed' : 'lapsed';
}
