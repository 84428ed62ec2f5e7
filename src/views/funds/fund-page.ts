import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { funds } from '../../registers/funds/register.ts';
import { fundTold } from '../../registers/funds/told.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { formatWan } from '../../values/money.ts';
import { matchKey } from '../../values/script.ts';
import { yuanText } from '../amount.ts';
import { recordClock, type RecordClock } from '../clock/record-clock.ts';
import { filesOf, isKept, type NoticeFile } from '../notice/files.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { recordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { stateOf } from '../record/state.ts';
import { timelineOf, type Statement } from '../record/timeline.ts';
import { choiceLabel, registerLabels, stateText } from '../words.ts';
import { checksOf, type Check } from './checks.ts';
import { findingRows, type FindingRow } from './finding-row.ts';
import { fundRow, type FundRow } from './funds-page.ts';
import { fundsOf, type KeptFund } from './kept-funds.ts';
import { placeRows, type PlaceRow } from './place-row.ts';

/** One fund: what its page shows and `/funds/{code}.json` answers. */
export interface FundPage {
  ocid: string;
  code: string;
  path: string;
  name: string;
  kicker: string[];
  state: ReturnType<typeof stateOf> & { text: string };
  budget: string | null;
  row: FundRow;
  authorities: PartyLink[];
  /** Document, days, purpose, method: label and text. */
  facts: { label: string; text: string }[];
  places: PlaceRow[];
  checks: Check[];
  findings: FindingRow[];
  evaluations: { grade: string; score: number | null; evaluator: string; method: string; found: string; on: string }[];
  /** The same fund in all years that are held here, newest first. */
  years: FundRow[];
  timeline: Statement[];
  clock: RecordClock | null;
  files: NoticeFile[];
  toVerify: string[];
  updatedAt: string;
}

export function fundPage(portal: Portal, code: string, locale: Locale): FundPage | undefined {
  const kept = keptFund(portal, code);
  if (!kept) return undefined;
  const { fund, record } = kept;
  const { issue } = fund;
  const now = portal.now();
  const today = dayOf(now);
  const life = lifeOf(releasesOf(portal.database, record.ocid));
  const state = stateOf(record, now);
  const row = fundRow(kept, today, locale);
  return {
    ocid: record.ocid,
    code: fund.code,
    path: row.path,
    name: row.name,
    kicker: [row.category, row.level, fill(labels(locale).funds.yearOf, { year: row.year })],
    state: { ...state, text: stateText(state, funds.id, locale) },
    budget: fund.budget === null ? null : yuanText(fund.budget),
    row,
    authorities: [issue.authority, issue.treasury].flatMap((party) => (party ? [partyLink(portal, party.name)] : [])),
    facts: factsOf(kept, locale),
    places: placeRows(fund.places, locale),
    checks: checksOf(fund, today, locale),
    findings: findingRows(portal, kept, today, locale),
    evaluations: fund.evaluations.map(({ grade, score, evaluator, method, found, formedOn, publishedOn }) => ({
      grade: grade ? choiceLabel(funds, 'grade', grade, locale) : '',
      score: score ?? null,
      evaluator: evaluator?.name ?? '',
      method: method ?? '',
      found: found ?? '',
      on: formedOn ?? publishedOn,
    })),
    years: fundsOf(portal)
      .filter((other) => other.fund.issue.name === issue.name)
      .map((other) => fundRow(other, today, locale)),
    timeline: timelineOf(recordContext(portal, record, funds, life, locale)),
    clock: recordClock(portal, record.ocid, life.speaking, locale),
    files: filesOf(life.releases, locale, isKept(portal)),
    toVerify: fund.toVerify,
    updatedAt: machineTime(Date.parse(record.compiled.date)),
  };
}

/** The fund of a code, as people type it. */
export function keptFund({ database }: Pick<Portal, 'database'>, code: string): KeptFund | undefined {
  const ocid = findByKey(database, `${funds.id}:code:${matchKey(code)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const fund = record && record.stage !== WITHDRAWN ? fundTold(record.compiled.fund) : null;
  return record && fund ? { fund, record } : undefined;
}

function factsOf({ fund: { issue, paidAsOf, allotted, budget } }: KeptFund, locale: Locale): FundPage['facts'] {
  const { fields } = registerLabels(funds, locale);
  const t = labels(locale).funds;
  const facts: [string, string | undefined][] = [
    [fields['document']!, [issue.document, issue.documentNumber].filter(Boolean).join(labels(locale).record.comma)],
    [fields['formedOn']!, issue.formedOn],
    [fields['purpose']!, issue.purpose],
    [fields['allotBy']!, issue.allotBy],
    [
      fields['payBy']!,
      issue.payBy &&
        [issue.payBy, issue.payShare === undefined ? '' : `${issue.payShare}%`]
          .filter(Boolean)
          .join(labels(locale).record.comma),
    ],
    [fields['asOf']!, paidAsOf ?? undefined],
    [
      t.rest,
      budget !== null && allotted !== null && budget > allotted ? `${formatWan(budget - allotted)}${t.wan}` : undefined,
    ],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
