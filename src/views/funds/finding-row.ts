import { fill, labels, type Locale } from '../../locales/labels.ts';
import { releasesOf } from '../../notices/storage.ts';
import { funds } from '../../registers/funds/register.ts';
import type { FundFinding } from '../../registers/funds/told.ts';
import { fenOf } from '../../registers/measures.ts';
import { DAY, startOfDay } from '../../values/date.ts';
import { noticePath, pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import type { State } from '../record/state.ts';
import { choiceLabel } from '../words.ts';
import type { KeptFund } from './kept-funds.ts';

/** A finding and what became of it. */
export interface FindingRow {
  fund: string;
  fundPath: string;
  finding: string;
  type: string;
  quoted: string | null;
  who: string;
  source: string;
  /** Fen; null where no sum was published. */
  fen: number | null;
  dueOn: string | null;
  state: { tone: State['tone']; text: string };
  measure: string | null;
  evidence: string | null;
  /** The notice that says it. */
  path: string;
}

export function findingRows(portal: Portal, { fund, record }: KeptFund, today: string, locale: Locale): FindingRow[] {
  if (fund.findings.length === 0) return [];
  const releases = releasesOf(portal.database, record.ocid);
  return fund.findings.map((found) => ({
    fund: fund.issue.name ?? record.title,
    fundPath: pathOf(record),
    finding: found.finding,
    type: choiceLabel(funds, 'findingType', found.type, locale),
    quoted: found.quoted ?? null,
    who: [found.county, found.unitInCharge].filter(Boolean).join(labels(locale).record.dot),
    source: fill(labels(locale).funds.finding.source, {
      who: found.auditor ?? '',
      document: found.document ?? '',
      day: found.on,
    }),
    fen: fenOf(found.amount),
    dueOn: found.dueOn ?? null,
    state: stateOf(found, today, locale),
    measure: found.correction?.measure ?? null,
    evidence: found.correction?.evidence ?? null,
    path: noticePath(releases.find(({ sourceKey }) => sourceKey === found.saidBy)!.id),
  }));
}

/** Done and checked, done, late as far as is seen here, under way, or without a day. */
function stateOf({ correction, dueOn }: FundFinding, today: string, locale: Locale): FindingRow['state'] {
  const t = labels(locale).funds.finding;
  if (correction?.checkedOn) return { tone: 'ended', text: fill(t.checked, { day: correction.checkedOn }) };
  if (correction?.doneOn) return { tone: 'ended', text: fill(t.done, { day: correction.doneOn }) };
  if (!dueOn) return { tone: 'closing', text: t.noDay };
  return dueOn < today
    ? { tone: 'alert', text: fill(t.late, { n: (startOfDay(today)! - startOfDay(dueOn)!) / DAY }) }
    : { tone: 'closing', text: fill(t.until, { day: dueOn }) };
}
