import { partyId } from '../parties/party.ts';
import { dayOf, minuteOf, startOfDay, type DayOrInstant } from '../values/date.ts';
import type { Money } from '../values/money.ts';
import { fold, matchKey } from '../values/script.ts';
import type { Party } from './fields.ts';
import type { Notice } from './notice.ts';
import {
  ocdsValue,
  type OcdsFragment,
  type OcdsLot,
  type OcdsParty,
  type OcdsPeriod,
  type OcdsReference,
} from './ocds.ts';

/**
 * The pieces of which registers make their fragments. A field that a notice does not say must not stand in its
 * fragment: when releases merge, an empty value would wipe out what an earlier one said.
 */
export function said(fragment: OcdsFragment): OcdsFragment {
  return (prune(fragment) as OcdsFragment | undefined) ?? {};
}

/** Without what is undefined or empty; `null` stays, it removes on purpose. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  let kept: Record<string, unknown> | undefined;
  for (const name in value) {
    const member = prune((value as Record<string, unknown>)[name]);
    if (member !== undefined) (kept ??= {})[name] = member;
  }
  return kept;
}

export type Named = [role: string, party: Party | undefined | readonly (Party | undefined)[]];

/** Who takes part, each once with all its roles. */
export function partiesOf(...named: Named[]): OcdsParty[] {
  const parties = new Map<string, OcdsParty>();
  for (const [role, one] of named) {
    for (const party of Array.isArray(one) ? (one as Party[]) : [one as Party | undefined]) {
      if (!party) continue;
      const before = parties.get(partyId(party.name));
      parties.set(partyId(party.name), {
        ...before,
        ...partyOf(party),
        roles: [...new Set([...(before?.roles ?? []), role])],
      });
    }
  }
  return [...parties.values()];
}

function partyOf(party: Party): OcdsParty {
  return {
    ...reference(party)!,
    ...(party.code && { identifier: { scheme: 'USCC', id: party.code } }),
    ...(party.person && { person: true }),
    ...((party.contact || party.telephone) && { contactPoint: { name: party.contact, telephone: party.telephone } }),
    ...(party.address && { address: { streetAddress: party.address } }),
    roles: [],
  };
}

export function reference(party: Party | undefined): OcdsReference | undefined {
  return party && { id: partyId(party.name), name: party.name };
}

/** `2026-10-14 10:00` in Shanghai, as ISO 8601. */
export function moment(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The beginning of a day, or the moment that is said. */
export function since(day: DayOrInstant | undefined): string | undefined {
  if (typeof day === 'number') return moment(day);
  return day && startOfDay(day) !== null ? `${day}T00:00:00+08:00` : undefined;
}

/** The end of a day: a period that ends on a day lasts through it (民法典 art. 203), one that ends at an hour does not. */
export function through(day: DayOrInstant | undefined): string | undefined {
  if (typeof day === 'number') return moment(day);
  return day && startOfDay(day) !== null ? `${day}T23:59:59+08:00` : undefined;
}

/** What `since` or `through` wrote, as it was said: `yyyy-mm-dd`, with `HH:MM` where the hour was; null when it is no moment. */
export function asSaid(moment: string | undefined, by: typeof since | typeof through): string | null {
  const at = Date.parse(moment ?? '');
  if (Number.isNaN(at)) return null;
  return Date.parse(by(dayOf(at))!) === at ? dayOf(at) : minuteOf(at);
}

export function period(startDate: string | undefined, endDate: string | undefined): OcdsPeriod | undefined {
  return startDate || endDate ? { startDate, endDate } : undefined;
}

/** A lot id from a section as printed: `标段1`, `第一包` and `1` are the same section; codes stay as they are: `(2026)0031号-1`. */
export function lotId(printed: string): string {
  if (/号-\d{1,3}$/.test(printed.trim())) return fold(printed).trim();
  const bare = fold(printed).replace(/标段|标包|标项|包组|包件|采购包|合同包|分包|[第标包号()\[\]（）\s]/g, '');
  return CHINESE_NUMBER[bare] ?? (/^\d+$/.test(bare) ? String(Number(bare)) : bare || printed);
}

const CHINESE_NUMBER: Record<string, string> = Object.fromEntries(
  [...'一二三四五六七八九十', ...[...'一二三四五六七八九'].map((unit) => `十${unit}`)].map((numeral, index) => [
    numeral,
    String(index + 1),
  ]),
);

/** The section a row of a notice is about: its own, or the one that the whole notice is about. */
export function lotOf(notice: Pick<Notice, 'section'>, row?: { section?: string }): string | undefined {
  const printed = row?.section ?? notice.section?.id;
  return printed === undefined ? undefined : lotId(printed);
}

/** The lots that a notice names: its own section and those of its rows. */
export function lotsOf(
  notice: Pick<Notice, 'section'>,
  rows: readonly ({ section?: string } & Partial<OcdsLot>)[] = [],
): OcdsLot[] {
  const lots = new Map<string, OcdsLot>();
  if (notice.section) lots.set(lotId(notice.section.id), { id: lotId(notice.section.id), title: notice.section.name });
  for (const { section, ...row } of rows) {
    if (section === undefined) continue;
    const before = lots.get(lotId(section));
    lots.set(lotId(section), { ...before, ...row, id: lotId(section), title: row.title ?? before?.title });
  }
  return [...lots.values()];
}

/** The same for a candidate and for the winner it becomes, so that a later notice merges onto the earlier one. */
export function awardId(lot: string | undefined, supplier: Party): string {
  return `${lot ?? 'all'}-${partyId(supplier.name)}`;
}

/** By its number where printed, else as the award it follows from. */
export function contractId(number: string | undefined, lot: string | undefined, supplier: Party | undefined): string {
  return (number && matchKey(number)) || (supplier ? awardId(lot, supplier) : `${lot ?? 'all'}-contract`);
}

/** The sum of amounts that can be added; undefined when one cannot. One amount stays as printed. */
export function totalOf(amounts: readonly (Money | undefined)[]): ReturnType<typeof ocdsValue> {
  if (amounts.length === 1) return ocdsValue(amounts[0]);
  let fen = 0;
  for (const money of amounts) {
    if (!money || money.fen === null || money.basis !== 'total' || money.currency !== 'CNY') return undefined;
    fen += money.fen;
  }
  return amounts.length === 0 ? undefined : { amount: fen / 100, currency: 'CNY', fen, basis: 'total' };
}
