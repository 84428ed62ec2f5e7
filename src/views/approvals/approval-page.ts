import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { documentsOf } from '../../registers/basis.ts';
import { itemOn, type ApprovalItem } from '../../registers/approvals/item-on-day.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import { dayOf } from '../../values/date.ts';
import { matchKey } from '../../values/script.ts';
import { noticePath } from '../address.ts';
import { recordClock, type RecordClock } from '../clock/record-clock.ts';
import { feeNames } from '../fees/kept-items.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { recordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { timelineOf, type Statement } from '../record/timeline.ts';
import { choiceLabel, kindLabel } from '../words.ts';
import { approvalPath, approvalRow, dayCount, faultsOf, type ApprovalRow } from './item-row.ts';
import { approvalsOn } from './kept-items.ts';

/** One item with its history: what its page shows and `/approvals/{code}.json` answers. */
export interface ApprovalPage {
  ocid: string;
  code: string;
  path: string;
  on: string;
  isToday: boolean;
  row: ApprovalRow;
  unit: PartyLink | null;
  conditions: string | null;
  materials: { name: string; more: string }[];
  facts: { label: string; text: string; known: boolean }[];
  charges: { code: string; path: string; name: string }[];
  onlineUrl: string | null;
  joint: {
    lead: PartyLink;
    members: PartyLink[];
    steps: { name: string; unit: string; days: string }[];
    total: string;
  } | null;
  basis: { text: string; url: string | null; repealedOn: string | null }[];
  endedBy: string[];
  /** 并入, 下放到. */
  became: { text: string; path: string | null } | null;
  faults: string[];
  coming: { from: string; kind: string; path: string | null } | null;
  timeline: Statement[];
  clock: RecordClock | null;
  toVerify: string[];
}

export function approvalPage(
  portal: Portal,
  code: string,
  on: string | undefined,
  locale: Locale,
): ApprovalPage | undefined {
  const { database } = portal;
  const ocid = findByKey(database, `${approvals.id}:code:${matchKey(code)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const today = dayOf(portal.now());
  const day = on ?? today;
  const item = record && record.stage !== WITHDRAWN ? itemOn(record.compiled.approval, day) : null;
  if (!record || !item) return undefined;
  const life = lifeOf(releasesOf(database, record.ocid));
  const nextRelease = life.releases.find(({ sourceKey }) => sourceKey === item.next?.id);
  const row = approvalRow(item, feeNames(portal, day), locale);
  return {
    ocid: record.ocid,
    code: item.code,
    path: approvalPath(item.code),
    on: day,
    isToday: day === today,
    row,
    unit: item.unitInCharge ? partyLink(portal, item.unitInCharge) : null,
    conditions: item.conditions ?? null,
    materials: item.materials.map(({ name, copies, note }) => ({
      name,
      more: [copies, note].filter(Boolean).join(labels(locale).record.comma),
    })),
    facts: factsOf(item, locale),
    charges: row.feeItems,
    onlineUrl: item.onlineUrl ?? null,
    joint: item.joint && {
      lead: partyLink(portal, item.joint.lead.name),
      members: item.joint.members.map(({ name }) => partyLink(portal, name)),
      steps: item.joint.steps.map(({ name, unitInCharge, days }) => ({
        name,
        unit: unitInCharge,
        days: days === undefined ? labels(locale).approvals.notSaid : dayCount(days, locale),
      })),
      total: dayCount(item.joint.totalDays, locale),
    },
    basis: item.basis.map((one) => ({
      text: documentsOf([one])[0] ?? '',
      url: one.url ?? null,
      repealedOn: one.repealedOn ?? null,
    })),
    endedBy: documentsOf(item.endedBy),
    became: becameOf(portal, item, day, locale),
    faults: faultsOf(item, locale),
    coming: item.next && {
      from: item.next.from,
      kind: kindLabel(approvals.id, item.next.act, locale),
      path: nextRelease ? noticePath(nextRelease.id) : null,
    },
    timeline: timelineOf(recordContext(portal, record, approvals, life, locale)),
    clock: recordClock(portal, record.ocid, life.speaking, locale),
    toVerify: item.toVerify,
  };
}

function factsOf(item: ApprovalItem, locale: Locale): ApprovalPage['facts'] {
  const t = labels(locale).approvals;
  const { window } = item;
  const facts: [string, string | undefined][] = [
    [t.facts.promise, item.promisedDays === undefined ? undefined : dayCount(item.promisedDays, locale)],
    [
      t.facts.statute,
      item.statutoryDays === undefined
        ? undefined
        : [dayCount(item.statutoryDays, locale), item.limitBasis].filter(Boolean).join(labels(locale).record.comma),
    ],
    [t.facts.place, window?.place],
    [t.facts.hours, window?.hours],
    [t.facts.phone, window?.phone],
    [t.facts.firstReceiver, window?.firstReceiver],
    [t.facts.online, item.online && choiceLabel(approvals, 'online', item.online, locale)],
    [t.facts.applicant, item.applicant && choiceLabel(approvals, 'applicant', item.applicant, locale)],
    [t.facts.aliases, item.aliases.join(labels(locale).record.list) || undefined],
    [t.facts.code, item.code],
    [t.facts.verifiedOn, item.verifiedOn],
  ];
  return facts.map(([label, text]) => ({ label, text: text ?? t.notSaid, known: text !== undefined }));
}

function becameOf(portal: Portal, item: ApprovalItem, day: string, locale: Locale): ApprovalPage['became'] {
  const t = labels(locale).approvals;
  if (item.status === 'merged' && item.into) {
    const known = approvalsOn(portal, day).some((one) => one.item.code === item.intoCode);
    return { text: fill(t.mergedInto, { name: item.into }), path: known ? approvalPath(item.intoCode!) : null };
  }
  if (item.status !== 'delegated') return null;
  const to = [
    item.delegatedTo && choiceLabel(approvals, 'delegatedTo', item.delegatedTo, locale),
    item.receiver,
  ].filter(Boolean);
  return { text: fill(t.delegatedTo, { to: to.join(labels(locale).record.comma) }), path: null };
}
