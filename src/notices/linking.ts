import type { Database } from '../database/database.ts';
import type { Notice } from '../registers/notice.ts';
import { findRegister } from '../registers/registers.ts';
import { sha256 } from '../values/canonical.ts';
import { CITY } from '../values/region.ts';
import { matchKey } from '../values/script.ts';
import { codesIn, isWeak, type Code } from './codes.ts';
import { Known } from './known.ts';
import { buyersOf, distanceOf, doubtOf, joinMarks, marksOf, type Doubt, type Marks } from './marks.ts';
import { ownWords, projectTitle } from './project-title.ts';
import type { Release } from './release.ts';
import { saveLinking } from './links/storage.ts';

/** By which notices find their record: looked up, claimed for a record, and given up. */
export type Keys = Pick<Known, 'holders' | 'marks' | 'whereNow' | 'claimKey' | 'releaseKey' | 'mark' | 'doubt'>;
type Lookup = Pick<Known, 'holders' | 'marks' | 'whereNow'>;

/** By what a notice may find its record, and what the key names. */
interface Key {
  key: string;
  by: Code['of'] | 'title';
  /** As it is shown to the operator; '' for a title, which may hold a name that is taken out later. */
  code: string;
  /** Nothing may speak against it, and the buyer or the title must speak for it. */
  isWeak: boolean;
}

/** A record that shares a code or title with a notice and is not taken for its own. */
export interface Doubtful {
  ocid: string;
  code: string;
  doubt: Doubt;
}

/**
 * Which record a notice belongs to, of those there are: by the ocid given, by project code (or the register's own keys,
 * such as a parcel number), and by title only where there is no code. Two projects of one title with different codes
 * stay apart; so do notices of one code or title whose buyers, cities or years say that they are of two purchases.
 * Claims nothing.
 */
export function findRecordOf(keys: Lookup, notice: Notice): string | undefined {
  return recordOf(keys, notice, marksOf(notice)).ocid;
}

/**
 * Records that bear a code of the notice and are not taken for its own, where it finds none: of other buyers, cities or
 * years. A code that many bear (1号, 2026-01) says nothing.
 */
export function recordsInDoubt(keys: Lookup, notice: Notice): string[] {
  const telling = new Set(codeKeys(notice).flatMap(({ code, isWeak }) => (isWeak ? [] : [code])));
  const { ocid, doubtful } = recordOf(keys, notice, marksOf(notice));
  return ocid ? [] : [...new Set(doubtful.flatMap((one) => (telling.has(one.code) ? [one.ocid] : [])))];
}

/**
 * The record of a notice, a new one where there is none; the keys the notice brings are claimed for it. `known` is the
 * record of a notice that has one, when its keys are claimed anew.
 */
export function linkToRecord(keys: Keys, notice: Notice, known?: string): string {
  const marks = marksOf(notice);
  const codes = codeKeys(notice);
  const titles = titleKeys(notice);
  const found = recordOf(keys, notice, marks, codes, titles);
  const ocid = known ?? found.ocid ?? newOcid(keys, notice, codes[0]?.key ?? `${titles.free.key}:${notice.id}`);
  const claim = (key: Key) => claimFor(keys, key, ocid, notice, marks);
  codes.forEach(claim);
  if (codes.length > 0) keys.releaseKey(titles.free.key, ocid);
  if (titles.words > 1) {
    if (codes.length > 0) claim(titles.coded);
    // One found by its title only has that key already, or shares it with others.
    else if (notice.ocid || !keys.holders(titles.coded.key).includes(ocid)) claim(titles.free);
  }
  keys.mark(ocid, joinMarks(keys.marks(ocid), marks));
  for (const one of found.doubtful) if (one.ocid !== ocid) keys.doubt({ ...one, other: one.ocid, ocid });
  return ocid;
}

/** Of the keys that a record holds, those that one of these notices brings. */
export function broughtBy(notices: readonly Notice[], held: readonly string[]): string[] {
  const brought = notices.flatMap(keysBrought);
  return held.filter((key) => brought.some((one) => key === one || key.startsWith(`${one}@`)));
}

/** Claims the keys of releases anew, given in the order of their arrival; one that amends another brings none. */
export function relinkReleases(database: Database, releases: readonly Release[]): void {
  const known = new Known(database, 'replaying');
  known.begin();
  for (const { amends, register, content, ocid } of releases) {
    if (amends === null && findRegister(register)) linkToRecord(known, content, ocid);
  }
  saveLinking(database, known.linking);
}

function recordOf(
  keys: Lookup,
  notice: Notice,
  marks: Marks,
  codes = codeKeys(notice),
  { free, coded } = titleKeys(notice),
): { ocid?: string; doubtful: Doubtful[] } {
  if (notice.ocid) return { ocid: keys.whereNow(notice.ocid), doubtful: [] };
  const doubtful: Doubtful[] = [];
  for (const key of [...codes, free, ...(codes.length === 0 ? [coded] : [])]) {
    const [best] = candidatesFor(keys, key, notice, marks);
    if (best?.doubt === null) return { ocid: best.ocid, doubtful };
    // Another buyer's purchase of the same name is no riddle to anybody.
    if (best && (key.by !== 'title' || best.doubt === 'years'))
      doubtful.push({ ocid: best.ocid, code: key.code, doubt: best.doubt });
  }
  return { doubtful };
}

interface Candidate {
  ocid: string;
  doubt: Doubt | null;
}

/** The records that have a key: those of which the notice may be first, and the likeliest of them. */
function candidatesFor(keys: Lookup, key: Key, notice: Notice, marks: Marks): Candidate[] {
  const likely = holdersOf(keys, key, marks).map((ocid) => {
    const theirs = keys.marks(ocid);
    return {
      ocid,
      doubt: theirs ? doubtIn(keys, key, notice, marks, { ocid, marks: theirs }) : null,
      isSame: theirs !== undefined && buyersOf(marks, theirs) === 'same',
      distance: theirs ? distanceOf(marks, theirs) : 0,
    };
  });
  return likely.sort(
    (a, b) =>
      Number(a.doubt !== null) - Number(b.doubt !== null) ||
      Number(b.isSame) - Number(a.isSame) ||
      a.distance - b.distance ||
      (a.ocid < b.ocid ? -1 : 1),
  );
}

function doubtIn(
  keys: Lookup,
  { by, isWeak }: Key,
  notice: Notice,
  marks: Marks,
  record: { ocid: string; marks: Marks },
): Doubt | null {
  if (findRegister(notice.register)?.oneByCode && by !== 'title') return null;
  const doubt = doubtOf(marks, record.marks, by);
  if (doubt || !isWeak || buyersOf(marks, record.marks) === 'same') return doubt;
  const { free, coded } = titleKeys(notice);
  const isNamed = by !== 'title' && [free, coded].some(({ key }) => keys.holders(key).includes(record.ocid));
  return isNamed ? null : 'weak';
}

/** So many records may share a key; beyond them the buyer's name makes it one's own, so that 001 does not slow an import. */
const MOST = 20;

function holdersOf(keys: Lookup, { key }: Key, marks: Marks): string[] {
  const all = keys.holders(key);
  return all.length < MOST ? all : [...new Set([...all, ...keys.holders(ownKey(key, marks))])];
}

function ownKey(key: string, { buyers, units, places }: Marks): string {
  return `${key}@${buyers[0] ?? units[0] ?? places[0] ?? ''}`;
}

/** A key belongs to the first record that has it, and to any other that is seen to be another purchase. */
function claimFor(keys: Keys, key: Key, ocid: string, notice: Notice, marks: Marks): void {
  const holders = holdersOf(keys, key, marks);
  if (holders.includes(ocid)) return;
  const isFree = candidatesFor(keys, key, notice, marks).every(({ doubt }) => doubt !== null);
  if (isFree) keys.claimKey(placeOf(keys, key.key, marks), ocid);
}

/** Where one more record holds a key. */
export function placeOf(keys: Pick<Known, 'holders'>, key: string, marks: Marks): string {
  return keys.holders(key).length < MOST ? key : ownKey(key, marks);
}

/** The keys that a notice brings its record, whoever else has them. */
export function keysBrought(notice: Notice): string[] {
  const codes = codeKeys(notice);
  const { free, coded, words } = titleKeys(notice);
  const title = codes.length > 0 ? coded : free;
  return [...codes, ...(words > 1 ? [title] : [])].map(({ key }) => key);
}

/**
 * The title of a project without a code, and of one that has one; and how many characters it says of its own. Where it
 * says little, the buyer must be the same.
 */
function titleKeys(notice: Notice): { free: Key; coded: Key; words: number } {
  const name = projectTitle(notice);
  const title = matchKey(name);
  const words = ownWords(name);
  const key = (kind: string): Key => ({
    key: `${notice.register}:${kind}:${title}`,
    by: 'title',
    code: '',
    isWeak: words < 4,
  });
  return { free: key('title'), coded: key('coded-title'), words };
}

function codeKeys(notice: Notice): Key[] {
  return codesIn(notice).map((code) => ({
    key: `${notice.register}:code:${code.text}`,
    by: code.of,
    code: code.text,
    isWeak: isWeak(code),
  }));
}

/** Of the first key alone, so that a rebuilt portal has the same addresses; of the notice too where another has that one. */
function newOcid(keys: Lookup, notice: Notice, key: string): string {
  const ocid = ocidOf(notice.register, key);
  const isTaken = keys.marks(ocid) !== undefined || keys.whereNow(ocid) !== ocid;
  return isTaken ? ocidOf(notice.register, `${key}@${notice.id}`) : ocid;
}

/** Of the record that a notice makes when it is parted from another: of this decision, or a second one would bring back the first's. */
export function newOcidFor({ register, sourceKey }: Release, decision: number): string {
  return ocidOf(register, `part:${decision}:${sourceKey}`);
}

function ocidOf(register: string, key: string): string {
  return `gongshi-${CITY}-${register}-${sha256(key).slice(0, 12)}`;
}
