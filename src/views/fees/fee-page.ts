import { unitPhone, type UnitPhone } from '../party/unit-contact.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { documentsOf } from '../../registers/fees/catalogue.ts';
import { isBasisDead, priceOf } from '../../registers/fees/due.ts';
import { itemOn, type FeeItem, type FeeLine } from '../../registers/fees/item-on-day.ts';
import type { FeeStatement } from '../../registers/fees/item.ts';
import type { Standing } from '../../notices/release.ts';
import type { VerdictLine } from '../clock/verdict-line.ts';
import { dayOf } from '../../values/date.ts';
import { matchKey } from '../../values/script.ts';
import { noticePath } from '../address.ts';
import { recordClock, type RecordClock } from '../clock/record-clock.ts';
import { lifeOf } from '../record/life.ts';
import type { Portal } from '../portal.ts';
import { kindLabel } from '../words.ts';
import { priceIn } from './price-in.ts';
import {
  departmentName,
  choice,
  feePath,
  feePrice,
  feeRow,
  statusText,
  type FeePrice,
  type FeeRow,
} from './fee-row.ts';

/** One item with its history: what its page shows and `/fees/{code}.json` answers. */
export interface FeePage {
  ocid: string;
  code: string;
  path: string;
  on: string;
  isToday: boolean;
  row: FeeRow;
  statusText: string;
  family: string;
  /** The standard line by line; a head without a price of its own has an empty one. */
  lines: { name: string; depth: number; printed: string; unit: string; price: FeePrice | null }[];
  basis: { text: string; url: string | null; repealedOn: string | null }[];
  basisDead: boolean;
  endedBy: string[];
  reductions: { who: string; rule: string; period: string; documents: string[] }[];
  facts: { label: string; text: string; known: boolean }[];
  /** What was announced and does not hold yet. */
  coming: { from: string; kind: string; path: string | null; lines: { name: string; text: string }[] } | null;
  history: {
    id: number;
    path: string;
    kind: string;
    at: string;
    holds: string;
    summary: string;
    documents: string[];
    standing: Standing;
    publication: VerdictLine | null;
  }[];
  toVerify: string[];
  clock: RecordClock | null;
}

export function feePage(portal: Portal, code: string, on: string | undefined, locale: Locale): FeePage | undefined {
  const { database } = portal;
  const ocid = findByKey(database, `fees:code:${matchKey(code)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const today = dayOf(portal.now());
  const day = on ?? today;
  const item = itemOn(record?.compiled.feeItem, day);
  if (!record || !item) return undefined;
  const t = labels(locale).fees;
  const life = lifeOf(releasesOf(database, record.ocid));
  const statements = record.compiled.feeItem?.statements ?? [];
  const clock = recordClock(portal, record.ocid, life.speaking, locale);
  const releaseOf = (id: string) => life.releases.find(({ sourceKey }) => sourceKey === id);
  return {
    ocid: record.ocid,
    code: item.code,
    path: feePath(item.code),
    on: day,
    isToday: day === today,
    row: feeRow(item, day, locale),
    statusText: statusText(item, locale),
    family: choice('family', item.family, locale),
    lines: item.lines.map((line) => ({
      name: line.name ?? '',
      depth: line.depth,
      printed: line.printed ?? '',
      unit: line.kind === 'ratio' ? (line.base ?? '') : (line.unit ?? ''),
      price: line.kind === undefined ? null : feePrice(line, item, locale),
    })),
    basis: item.basis.map((one) => ({
      text: documentsOf([one])[0] ?? '',
      url: one.url ?? null,
      repealedOn: one.repealedOn ?? null,
    })),
    basisDead: isBasisDead(item, day),
    endedBy: documentsOf(item.endedBy),
    reductions: item.reductions.map(({ who, rule, from, until, basis }) => ({
      who,
      rule,
      period: until ? fill(t.item.fromUntil, { from, until }) : fill(t.item.fromOn, { from }),
      documents: documentsOf(basis),
    })),
    facts: factsOf(item, phoneOf(portal, item, locale), locale),
    coming: item.next && {
      from: item.next.from,
      kind: kindLabel('fees', item.next.act, locale),
      path: pathOfRelease(releaseOf(item.next.statement.id)),
      lines: comingLines(item, itemOn(record.compiled.feeItem, item.next.from), locale),
    },
    history: life.releases.toReversed().map((release) => {
      const statement = statements.find(({ id }) => id === release.sourceKey);
      return {
        id: release.id,
        path: noticePath(release.id),
        kind: kindLabel('fees', release.kind, locale),
        at: new Date(release.publishedAt).toISOString(),
        holds: statement ? holdsOf(statement, locale) : '',
        summary: statement ? summaryOf(statement, locale) : (release.content.reason ?? ''),
        documents: documentsOf(statement?.basis ?? []),
        standing: life.standings.get(release.id)!,
        publication:
          clock?.lines.find(
            (line) => line.release === release.id && line.rule === 'F1' && line.verdict !== 'missing',
          ) ?? null,
      };
    }),
    toVerify: item.toVerify,
    clock,
  };
}

/** Of whoever charges it, else of the department, where the one is a unit of this portal. */
export function phoneOf(portal: Portal, { chargingUnit, department }: FeeItem, locale: Locale): UnitPhone | null {
  return (chargingUnit && unitPhone(portal, chargingUnit, locale)) || unitPhone(portal, department, locale);
}

function pathOfRelease(release: { id: number } | undefined): string | null {
  return release ? noticePath(release.id) : null;
}

/** The figures that will hold, where they differ from those that do. */
function comingLines(now: FeeItem, then: FeeItem | null, locale: Locale): { name: string; text: string }[] {
  if (!then || then.status !== 'inForce') return [];
  const before = new Map(now.lines.map((line) => [line.number ?? line.name ?? '', priceOf(line)]));
  return then.lines
    .filter((line) => line.kind !== undefined && priceOf(line) !== before.get(line.number ?? line.name ?? ''))
    .map((line) => ({ name: feePrice(line, then, locale).name, text: priceIn(priceOf(line), locale) ?? '' }));
}

/** 2019-07-01起执行, 2025-01-01起执行，至2027-12-31. */
function holdsOf({ effectiveFrom, effectiveUntil, catalogueOn }: FeeStatement, locale: Locale): string {
  const { item: t } = labels(locale).fees;
  const from = effectiveFrom
    ? fill(t.effective, { day: effectiveFrom })
    : catalogueOn
      ? fill(t.known, { day: catalogueOn })
      : '';
  return effectiveUntil
    ? [from, fill(t.until, { day: effectiveUntil })].filter(Boolean).join(labels(locale).record.comma)
    : from;
}

function summaryOf({ act, standards = [], who, rule, into }: FeeStatement, locale: Locale): string {
  const { comma } = labels(locale).record;
  if (act === 'reduction') return [who, rule].filter(Boolean).join(labels(locale).record.colon);
  if (act === 'conversion') return into ? fill(labels(locale).fees.became, { name: into }) : '';
  const priced = standards
    .filter(({ kind }) => kind !== undefined)
    .map((line) => [line.name, priceIn(priceOf({ ...line, depth: 0 } as FeeLine), locale)].filter(Boolean).join(' '));
  return priced.slice(0, MOST_LINES).join(comma) + (priced.length > MOST_LINES ? labels(locale).record.andMore : '');
}

const MOST_LINES = 4;

function factsOf(item: FeeItem, phone: UnitPhone | null, locale: Locale): FeePage['facts'] {
  const { item: t, yes, no } = labels(locale).fees;
  const fact = (label: string, text: string | null | undefined) => ({
    label,
    text: text || t.notSaid,
    known: Boolean(text),
  });
  const flag = (value: boolean | null) => (value === null ? null : value ? yes : no);
  return [
    fact(t.charging, item.chargingUnit),
    fact(t.payer, choice('payer', item.payer, locale)),
    fact(t.fund, choice('fund', item.fund, locale)),
    fact(t.department, departmentName(item.department, locale)),
    ...(phone
      ? [
          {
            label: labels(locale).party.phone,
            text: phone.number + fill(labels(locale).record.bracketed, { text: phone.verified }),
            known: true,
          },
        ]
      : []),
    fact(t.level, choice('level', item.level, locale)),
    fact(t.enterprise, flag(item.enterpriseRelated)),
    ...(item.preApproval === null ? [] : [fact(t.preApproval, flag(item.preApproval))]),
    ...(item.importExport === null ? [] : [fact(t.importExport, flag(item.importExport))]),
    ...(item.aliases.length > 0 ? [fact(t.aliases, item.aliases.join(labels(locale).record.list))] : []),
    fact(t.code, item.code),
    ...(item.order ? [fact(t.order, item.order)] : []),
    { label: t.verifiedOn, text: item.verifiedOn ?? t.notRecorded, known: item.verifiedOn !== null },
  ];
}
