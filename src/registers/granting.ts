import * as z from 'zod';
import { endedBy } from './bidding.ts';
import { changeFields } from './changes.ts';
import { day, instant, longText, party, type Party } from './fields.ts';
import { moment, period, since, through } from './fragments.ts';
import type { Condition } from '../clock/period.ts';
import type { DayOrInstant } from '../values/date.ts';
import type { Refusal } from '../values/result.ts';
import type { Notice } from './notice.ts';
import type { CompiledRelease, OcdsFragment } from './ocds.ts';

/**
 * What granting land use and granting mining rights have in common: a sale is announced, put off, suspended, ended. The
 * schemas of what is sold, and what law says of it, are each register's own.
 */

/** The moments of a sale that a later notice may say anew. */
export const newDates = {
  applicationDeadline: instant().optional(),
  depositDeadline: instant().optional(),
  listingFrom: instant().optional(),
  listingUntil: instant().optional(),
  saleAt: instant().optional(),
};

export const postponementFields = () => z.strictObject({ ...changeFields, ...newDates, other: longText().optional() });

export const suspensionFields = () =>
  z.strictObject({
    grantor: party().optional(),
    suspendedOn: day(),
    resumesOn: day().optional(),
    other: longText().optional(),
  });

/** 未成交: nobody applied, or nobody reached the reserve. */
export const failureFields = () =>
  z.strictObject({
    grantor: party().optional(),
    failedOn: day().optional(),
    followUp: longText().optional(),
    other: longText().optional(),
  });

/** 终止出让. Deposits are paid back. */
export const terminationFields = () =>
  z.strictObject({
    grantor: party().optional(),
    terminatedOn: day().optional(),
    refund: longText().optional(),
    followUp: longText().optional(),
    other: longText().optional(),
  });

/** What any notice of a sale may say of its course. */
export interface Sale {
  grantor?: Party;
  documentsFrom?: DayOrInstant;
  applicationFrom?: number;
  applicationDeadline?: number;
  listingFrom?: number;
  listingUntil?: number;
  saleAt?: number;
  publicityFrom?: DayOrInstant;
  publicityUntil?: DayOrInstant;
}

/** One takes part by applying, so the deadline is the one for that. */
export function saleOf({ project, fields }: Notice<Sale>): NonNullable<OcdsFragment['tender']> {
  return {
    title: project.name,
    tenderPeriod: period(since(fields.applicationFrom ?? fields.documentsFrom), moment(fields.applicationDeadline)),
    awardPeriod: period(moment(fields.listingFrom), moment(fields.listingUntil)),
    openingDate: moment(fields.saleAt ?? fields.listingUntil),
    publicityPeriod: period(since(fields.publicityFrom), through(fields.publicityUntil)),
  };
}

/** A listing says from when until when, an auction or tender when it is held. Refusal: `missing`. */
export function untimedSale({ fields, firstPublished }: Notice): Refusal[] {
  if (firstPublished) return [];
  const asked = fields['method'] === 'listing' ? ['listingFrom', 'listingUntil'] : ['saleAt'];
  return asked
    .filter((name) => fields[name] === undefined)
    .map((name) => ({ code: 'missing', path: `fields.${name}` }));
}

/** How the sale ended, for the one thing in the notice's header or for all; `lotOf` gives the id of its lot. */
export function saleEnded(
  notice: Notice<{ grantor?: Party }>,
  how: Parameters<typeof endedBy>[1],
  lotOf: (name: string) => string,
): OcdsFragment['tender'] {
  const { section } = notice;
  return endedBy(section ? { ...notice, section: { ...section, id: lotOf(section.id) } } : notice, how);
}

/** What the periods of sales ask: whether this is a listing; null where the notice names no method. */
export function holds(condition: Condition, _record: CompiledRelease, { fields }: Notice): boolean | null {
  if (condition !== 'listed') return null;
  return typeof fields['method'] === 'string' ? fields['method'] === 'listing' : null;
}
