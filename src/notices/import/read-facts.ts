import type { Notice } from '../../registers/notice.ts';
import { findKind } from '../../registers/registers.ts';
import { minuteOf } from '../../values/date.ts';

/** Sums in yuan, moments as `yyyy-mm-dd HH:MM` or days; null where nothing was read. What `gongshi read` prints of a notice. */
export interface ReadFacts {
  register: string;
  kind: string;
  /** It came to nothing, wholly or in all that was read of it. */
  failed: boolean;
  title: string;
  projectCode: string[];
  buyer: string | null;
  agency: string | null;
  region: string | null;
  budget: number | null;
  ceiling: number | null;
  /** Of a sum that is not in yuan. */
  currency: string | null;
  rateOrUnitPrice: string | null;
  lots: ReadLot[];
  candidates: { rank: number | null; name: string | null; price: number | null; members: string[] | null }[];
  suppliers: { name: string | null; amount: number | null; members: string[] | null }[];
  bidDeadline: string | null;
  documentsFrom: string | null;
  documentsUntil: string | null;
  openingAt: string | null;
  publicityFrom: string | null;
  publicityUntil: string | null;
  publishedAt: string;
  /** By what the notice that it changes is found. */
  amends: string | null;
  bidders: number | null;
}

interface ReadLot {
  id: string;
  name?: string | undefined;
  budget?: number | null;
  ceiling?: number | null;
  startPrice?: number | null;
  deposit?: number | null;
  supplier?: string | null;
  amount?: number | null;
}

type Row = Record<string, unknown>;

/** The facts of a notice under names that do not depend on its register. */
export function factsOf(notice: Notice): ReadFacts {
  const { register, kind, project } = notice;
  const fields = notice.fields as Row;
  const awards = rows(fields['awards']);
  const objects = [...rows(fields['parcels']), ...rows(fields['rights'])];
  const failedSections = rows(fields['failedSections']);
  const moneys = moneysIn(fields);
  const act = findKind(register, kind)?.act;
  return {
    register,
    kind,
    failed: (act === 'terminate' && kind !== 'suspension') || (failedSections.length > 0 && awards.length === 0),
    title: notice.title,
    projectCode: [project.code, ...(project.otherCodes ?? []), project.dealCode].filter((code) => code !== undefined),
    buyer: nameOf(fields['buyer'] ?? fields['procuringEntity'] ?? fields['grantor']) ?? notice.unit?.name ?? null,
    agency: nameOf(fields['agency'] ?? fields['platform']),
    region: notice.region || null,
    budget: yuan(fields['budget']),
    ceiling: yuan(fields['ceilingPrice']),
    currency: moneys.find(({ currency }) => currency !== 'CNY')?.currency ?? null,
    rateOrUnitPrice: moneys.find(({ basis }) => basis !== 'total')?.printed ?? null,
    lots: lotsOf(notice, awards, failedSections, objects),
    candidates: rows(fields['candidates']).map((row) => ({
      rank: typeof row['rank'] === 'number' ? row['rank'] : null,
      name: nameOf(row['supplier']),
      price: yuan(row['bidPrice']),
      members: membersOf(row),
    })),
    suppliers: suppliersOf(fields, awards, objects),
    bidDeadline: moment(fields['bidDeadline'] ?? fields['applicationDeadline']),
    documentsFrom: moment(fields['documentsFrom']),
    documentsUntil: moment(fields['documentsUntil']),
    openingAt: moment(fields['openingAt']),
    publicityFrom: moment(fields['publicityFrom']),
    publicityUntil: moment(fields['publicityUntil']),
    publishedAt: minuteOf(notice.publishedAt),
    amends:
      act === 'change'
        ? [project.code, project.name, ...(project.otherCodes ?? [])].filter(Boolean).join(' ') || null
        : null,
    bidders: rows(fields['bids']).length || (typeof fields['bidders'] === 'number' ? fields['bidders'] : null),
  };
}

function suppliersOf(fields: Row, awards: readonly Row[], objects: readonly Row[]): ReadFacts['suppliers'] {
  const one = (name: unknown, price: unknown, row: Row = {}) => ({
    name: nameOf(name),
    amount: yuan(price),
    members: membersOf(row),
  });
  return [
    ...awards.map((award) => one(award['supplier'], award['awardPrice'], award)),
    ...(fields['supplier'] ? [one(fields['supplier'], fields['contractPrice'])] : []),
    ...(fields['transferee'] ? [one(fields['transferee'], fields['dealPrice'])] : []),
    ...objects
      .filter((object) => object['transferee'] ?? object['dealPrice'])
      .map((object) => one(object['transferee'], object['dealPrice'])),
  ];
}

function lotsOf(
  { section, fields }: Notice,
  awards: readonly Row[],
  failed: readonly Row[],
  objects: readonly Row[],
): ReadLot[] {
  const lots: ReadLot[] = rows((fields as Row)['sections']).map((row) => ({
    id: String(row['section'] ?? ''),
    ...(typeof row['name'] === 'string' && { name: row['name'] }),
    budget: yuan(row['budget']),
    ceiling: yuan(row['ceilingPrice']),
  }));
  if (lots.length === 0 && section)
    lots.push({
      id: section.id,
      name: section.name,
      budget: yuan((fields as Row)['budget']),
      ceiling: yuan((fields as Row)['ceilingPrice']),
    });
  const lotOf = (id: string) => {
    const known = lots.find((lot) => lot.id === id || lot.name === id);
    if (known) return known;
    const lot: ReadLot = { id };
    lots.push(lot);
    return lot;
  };
  for (const award of awards) {
    if (typeof award['section'] !== 'string' && !(lots.length === 1 && awards.length === 1)) continue;
    const lot = typeof award['section'] === 'string' ? lotOf(award['section']) : lots[0]!;
    lot.supplier = nameOf(award['supplier']);
    lot.amount = yuan(award['awardPrice']);
  }
  for (const row of failed) if (typeof row['section'] === 'string') lotOf(row['section']);
  for (const object of objects)
    lots.push({
      id: String(object['parcel'] ?? object['name'] ?? ''),
      startPrice: yuan(object['startingPrice']),
      deposit: yuan(object['deposit']),
      supplier: nameOf(object['transferee']),
      amount: yuan(object['dealPrice']),
    });
  return lots;
}

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
}

function nameOf(party: unknown): string | null {
  const name = typeof party === 'string' ? party : (party as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? name : null;
}

function membersOf(row: Row): string[] | null {
  const members = Array.isArray(row['members']) ? row['members'].flatMap((member) => nameOf(member) ?? []) : [];
  return members.length > 0 ? members : null;
}

interface Printed {
  fen?: number | null;
  currency?: string;
  basis?: string;
  printed: string;
}

/** A whole sum in yuan. */
function yuan(value: unknown): number | null {
  const { fen, currency = 'CNY', basis = 'total' } = (value ?? {}) as Partial<Printed>;
  return typeof fen === 'number' && currency === 'CNY' && basis === 'total' ? fen / 100 : null;
}

function moneysIn(value: unknown): Printed[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('printed' in value && ('fen' in value || 'basis' in value)) return [value as Printed];
  return Object.values(value).flatMap(moneysIn);
}

function moment(value: unknown): string | null {
  if (typeof value === 'number') return minuteOf(value);
  return typeof value === 'string' ? value : null;
}
