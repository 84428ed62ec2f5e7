import { newCode, newId, tokenHash } from '../accounts/secrets.ts';
import type { Sealer } from '../accounts/sealer.ts';
import { calendarOf } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import { DAY, dayOf } from '../values/date.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import { CATEGORIES, NAMED, OPEN, type Complaint, type Contact, type Way, type Words } from './complaint.ts';
import { dueOf, isPaused, limitOf, paused, ruleOf } from './limits.ts';
import {
  countAsks,
  deleteAsks,
  deleteContacts,
  deleteFiles,
  filesOf,
  insertFile,
  findByReceipt,
  insertAsk,
  insertBarred,
  insertComplaint,
  insertStep,
  saveComplaint,
  stepsOf,
  waysOf,
} from './storage.ts';
import { isWorked, workAsked } from './work.ts';

/** What somebody puts to a unit. */
export interface Filing {
  way: Way;
  /** Of `accounts`: to whom. */
  unit: string;
  /** Of what it is about; '' where it is about a unit alone. */
  register: string;
  ocid: string;
  path: string;
  category: string;
  words: Words;
  /** All empty: no name. */
  contact: Contact;
  mayPublish: boolean;
  /** Officers who made what it is about: they have no part in it. */
  barred: readonly string[];
  /** Of the form, so that what is sent twice is filed once. */
  once: string;
  /** See `work.ts`; asked for only in a rush. */
  work?: string;
}

const HOUR = 3_600_000;
const MOST_AN_HOUR = 5;
const MOST_A_DAY = 20;
const LONGEST = 3_000;
const LONGEST_NAME = 120;
/** How long names are kept after an end. */
const KEPT = 180 * DAY;

/** By which its sender follows it: shown once, kept as a hash. */
export type Receipt = string;

/**
 * Files it with the unit. Refusals: those of `checked`; `complaint-closed` (the unit takes none of this way here),
 * `complaint-too-often`, `complaint-busy` (a rush, and no work done for it), `complaint-twice` (the form was sent before).
 */
export function file(
  database: Database,
  sealer: Sealer,
  filing: Filing,
  network: string,
  now: number,
): Result<Receipt> {
  const refusals = checked(filing);
  if (refusals.length > 0) return refuse(...refusals);
  return database.transaction(() => {
    const open = waysOf(database, filing.unit).find(({ way }) => way === filing.way);
    if (!open) return refuse({ code: 'complaint-closed' });
    const who = sealer.fingerprint('network', network);
    if (countAsks(database, who, now - HOUR) >= MOST_AN_HOUR || countAsks(database, who, now - DAY) >= MOST_A_DAY)
      return refuse({ code: 'complaint-too-often' });
    if (!isWorked(filing.once, filing.work ?? '', workAsked(database, now))) return refuse({ code: 'complaint-busy' });
    const id = newId('c');
    const receipt = newCode(5);
    const limit = limitOf(filing.register, filing.way);
    const isNamed = Object.values(filing.contact).some((text) => text !== '');
    const complaint: Complaint = {
      id,
      way: filing.way,
      rule: limit ? ruleOf(filing.register, filing.way) : '',
      category: filing.category,
      unit: filing.unit,
      ocid: filing.ocid,
      path: filing.path,
      words: sealer.seal(id, JSON.stringify(filing.words)),
      contact: isNamed ? sealer.seal(id, JSON.stringify(filing.contact)) : null,
      mayPublish: filing.mayPublish,
      state: 'filed',
      filedAt: now,
      acceptedAt: null,
      closedAt: null,
      dueOn: dueOf(limit, open.promisedDays, dayOf(now), null, calendarOf(database))?.on ?? null,
      handler: null,
      joinedTo: null,
    };
    if (!insertComplaint(database, complaint, tokenHash(receipt), filing.once))
      return refuse({ code: 'complaint-twice' });
    insertAsk(database, who, now);
    insertStep(database, id, { at: now, officer: null, act: 'file', said: null });
    for (const officer of filing.barred) insertBarred(database, id, officer);
    return done(receipt);
  });
}

/** What is missing or too long: `complaint-matter`, `complaint-name`, `complaint-category`, `complaint-long`. */
export function checked({
  way,
  words,
  contact,
  category,
}: Pick<Filing, 'way' | 'words' | 'contact' | 'category'>): Refusal[] {
  const refusals: Refusal[] = [];
  if (words.matter.length < 5) refusals.push({ code: 'complaint-matter', path: 'matter' });
  for (const [path, text] of Object.entries(words))
    if (text.length > LONGEST) refusals.push({ code: 'complaint-long', path, expected: String(LONGEST) });
  for (const [path, text] of Object.entries(contact))
    if (text.length > LONGEST_NAME) refusals.push({ code: 'complaint-long', path, expected: String(LONGEST_NAME) });
  if (NAMED.includes(way) && ((contact.organisation === '' && contact.name === '') || contact.telephone === ''))
    refusals.push({ code: 'complaint-name', path: 'name' });
  if (way === 'tell' && !(CATEGORIES as readonly string[]).includes(category))
    refusals.push({ code: 'complaint-category', path: 'category' });
  return refusals;
}

/** A code as somebody types it: with or without dashes, in whatever case. */
export function receiptOf(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters.match(/.{1,4}/g)?.join('-') ?? '';
}

/** Of a receipt; undefined for none of ours. */
export function byReceipt(database: Database, typed: string): Complaint | undefined {
  return findByReceipt(database, tokenHash(receiptOf(typed)));
}

/** Its sender says more; what the unit asked for is answered by it. Refusals: `complaint-gone`, `complaint-over`, `complaint-matter`, `complaint-long`. */
export function addTo(database: Database, sealer: Sealer, receipt: string, text: string, now: number): Result<null> {
  return bySender(database, receipt, (complaint) => {
    const said = text.trim();
    if (said === '') return refuse({ code: 'complaint-matter', path: 'more' });
    if (said.length > LONGEST) return refuse({ code: 'complaint-long', path: 'more', expected: String(LONGEST) });
    insertStep(database, complaint.id, { at: now, officer: null, act: 'add', said: sealer.seal(complaint.id, said) });
    // The unit may go on; where the statute says so, the days it waited are not counted.
    if (complaint.state === 'asked')
      saveComplaint(database, {
        ...complaint,
        state: complaint.acceptedAt === null ? 'filed' : 'accepted',
        dueOn: dueAfterWaiting(database, complaint, now),
      });
    return done(null);
  });
}

function dueAfterWaiting(database: Database, complaint: Complaint, now: number): string | null {
  const asked = stepsOf(database, complaint.id).findLast(({ act }) => act === 'ask');
  if (complaint.dueOn === null || !asked || !isPaused(complaint)) return complaint.dueOn;
  return paused(complaint.dueOn, dayOf(asked.at), dayOf(now), calendarOf(database));
}

/** Bytes of one file, and how many of a case. */
export const LARGEST_FILE = 4 * 1024 * 1024;
const MOST_FILES = 5;

/**
 * Evidence, already looked at; sealed like the words. Refusals: `complaint-gone`, `complaint-over`, `complaint-files`,
 * `file-too-large`.
 */
export function addFile(
  database: Database,
  sealer: Sealer,
  receipt: string,
  { name, type, isScanned }: { name: string; type: string; isScanned: boolean },
  bytes: Uint8Array,
  now: number,
): Result<null> {
  return bySender(database, receipt, ({ id }) => {
    if (bytes.length > LARGEST_FILE)
      return refuse({
        code: 'file-too-large',
        path: 'file',
        found: name,
        expected: String(LARGEST_FILE / 1024 / 1024),
      });
    if (filesOf(database, id).length >= MOST_FILES)
      return refuse({ code: 'complaint-files', path: 'file', expected: String(MOST_FILES) });
    const file = { name: sealer.seal(id, name), type, size: bytes.length, scanned: isScanned, at: now };
    insertFile(database, id, file, sealer.sealBytes(id, bytes));
    insertStep(database, id, { at: now, officer: null, act: 'add', said: sealer.seal(id, name) });
    return done(null);
  });
}

/** Its sender takes it back. Refusals: `complaint-gone`, `complaint-over`. */
export function withdraw(database: Database, receipt: string, now: number): Result<null> {
  return bySender(database, receipt, (complaint) => {
    insertStep(database, complaint.id, { at: now, officer: null, act: 'withdraw', said: null });
    saveComplaint(database, { ...complaint, state: 'withdrawn', closedAt: now, dueOn: null });
    return done(null);
  });
}

function bySender(database: Database, receipt: string, act: (complaint: Complaint) => Result<null>): Result<null> {
  return database.transaction(() => {
    const complaint = byReceipt(database, receipt);
    if (!complaint) return refuse({ code: 'complaint-gone' });
    return OPEN.includes(complaint.state) ? act(complaint) : refuse({ code: 'complaint-over' });
  });
}

/** Names and networks are forgotten in time. */
export function forget(database: Database, now: number): boolean {
  return deleteContacts(database, now - KEPT) + deleteFiles(database, now - KEPT) + deleteAsks(database, now - DAY) > 0;
}
