import type { Notice } from '../registers/notice.ts';
import { listOf } from '../registers/ocds.ts';
import { findKind, findRegister } from '../registers/registers.ts';
import { roleIn } from '../registers/roles.ts';
import { meaningOf } from '../registers/stages.ts';
import { DAY } from '../values/date.ts';
import { matchKey } from '../values/script.ts';
import { unitNames } from '../values/unit-names.ts';
import type { Code } from './codes.ts';
import { fragmentOf } from './compile.ts';

/** By what two notices that share a code or a title are seen to be of one purchase, or of two: whose, where and when. */
export interface Marks {
  /** Who buys or grants, as the facts say; folded. */
  buyers: string[];
  /** Who publishes, where that is no agent and no platform; folded. */
  units: string[];
  /** Cities (four digits) or, where no more is known, provinces (two). */
  places: string[];
  /** UTC ms, of the earliest and the latest notice. */
  first: number;
  last: number;
  /** The same of those that begin a purchase: plans and calls. */
  begun: [first: number, last: number] | null;
}

/** Why a notice is not of a record though they share a code or title. */
export type Doubt = 'buyer' | 'city' | 'years' | 'weak';

/**
 * A purchase that is made every year comes back after about twelve months, in some years sooner; and one that was
 * announced is called for, or called for again, within eleven.
 */
const ANOTHER_CALL = 330 * DAY;
/** From a contract to the last word on it, a change or the acceptance: what takes longer is rare, and is listed. */
const LONGEST_SILENCE = 3 * 366 * DAY;
/** A title alone, which other years have too. */
const LONGEST_BY_TITLE = 400 * DAY;
/** Of joint purchases. */
const MOST_NAMES = 8;

export function marksOf(notice: Notice): Marks {
  const { register, kind: id, unit, region, publishedAt: at } = notice;
  const { parties, buyer, tender } = fragmentOf(notice);
  const roles = findRegister(register)?.roles;
  const named = listOf(parties).flatMap(({ name, roles: played }) =>
    listOf(played).some((role) => roleIn(roles, role).counts === 'spent') ? [name] : [],
  );
  const unitName = unit && !NOT_A_BUYER.test(unit.name) && !watches(notice) ? unit.name : undefined;
  return {
    buyers: folded([buyer?.name, tender?.procuringEntity?.name, ...named]),
    units: folded([unitName]),
    places: placeOf(region),
    first: at,
    last: at,
    begun: begins(register, id) ? [at, at] : null,
  };
}

/** The unit in charge publishes what it did about a project, and buys nothing by that. */
function watches({ register, kind, unit, fields }: Notice): boolean {
  const by = findRegister(register)?.panels?.kinds[kind]?.by;
  const party = by === undefined ? undefined : (fields[by] as { name?: string } | undefined);
  return party?.name !== undefined && party.name === unit?.name;
}

/** Who publishes for others. */
const NOT_A_BUYER = /代理|咨询|招标|交易|采购网|采购中心|平台|网$/;

function folded(names: readonly unknown[]): string[] {
  const keys = names.map((name) => (typeof name === 'string' ? matchKey(name) : '')).filter(Boolean);
  return [...new Set(keys)].slice(0, MOST_NAMES);
}

function placeOf(region: string): string[] {
  if (!/^\d{6}/.test(region)) return [];
  return [region.slice(2, 4) === '00' ? region.slice(0, 2) : region.slice(0, 4)];
}

function begins(register: string, id: string): boolean {
  const kind = findKind(register, id);
  const stages = findRegister(register)?.stages;
  if (kind?.act !== 'state' || kind.stage === null || !stages) return false;
  return kind.stage === Object.keys(stages)[0] || meaningOf(stages, kind.stage).isOpen === true;
}

/** Of a record and a notice that is added to it. */
export function joinMarks(record: Marks | undefined, notice: Marks): Marks {
  if (!record) return notice;
  const all = (name: 'buyers' | 'units' | 'places') =>
    [...new Set([...record[name], ...notice[name]])].slice(0, MOST_NAMES);
  const begun = [...(record.begun ?? []), ...(notice.begun ?? [])];
  return {
    buyers: all('buyers'),
    units: all('units'),
    places: all('places'),
    first: Math.min(record.first, notice.first),
    last: Math.max(record.last, notice.last),
    begun: begun.length > 0 ? [Math.min(...begun), Math.max(...begun)] : null,
  };
}

/** What speaks against it that a notice is of a record; null when nothing does, as far as is known. */
export function doubtOf(notice: Marks, record: Marks, by: Code['of'] | 'title'): Doubt | null {
  if (by === 'deal') return null;
  if (by !== 'thing' && buyersOf(notice, record) === 'different') return 'buyer';
  if (areApart(notice.places, record.places, (a, b) => a.startsWith(b) || b.startsWith(a))) return 'city';
  const silence = by === 'title' ? LONGEST_BY_TITLE : by === 'thing' ? Infinity : LONGEST_SILENCE;
  return areYearsApart(notice, record, silence) ? 'years' : null;
}

/** Where one says who buys and the other only who publishes, these are compared. */
export function buyersOf(a: Marks, b: Marks): 'same' | 'different' | 'unknown' {
  const [ours, theirs] =
    a.buyers.length > 0 && b.buyers.length > 0
      ? [a.buyers, b.buyers]
      : [
          [...a.buyers, ...a.units],
          [...b.buyers, ...b.units],
        ];
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  return areApart(ours, theirs, isSameUnit) ? 'different' : 'same';
}

/** 秦州区教育局 and 天水市秦州区教育局; a department before and after it was renamed. */
function isSameUnit(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || unitNames(a).some((name) => name.includes(b) || b.includes(name));
}

function areApart(a: readonly string[], b: readonly string[], isSame: (a: string, b: string) => boolean): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => isSame(one, other)));
}

function areYearsApart({ first: at, begun }: Marks, record: Marks, silence: number): boolean {
  const startsWithCall = record.begun?.[0] === record.first;
  if (begun) {
    const [from, until] = record.begun ?? [-Infinity, record.last];
    return at > until + ANOTHER_CALL || at < from - ANOTHER_CALL || at < record.first - silence;
  }
  return at > record.last + silence || at < record.first - (startsWithCall ? ANOTHER_CALL : silence);
}

/** How far apart in time, for the nearest of several. */
export function distanceOf({ first: at }: Marks, { first, last }: Marks): number {
  return Math.max(first - at, at - last, 0);
}
