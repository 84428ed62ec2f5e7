import type { Notice } from '../registers/notice.ts';
import type { CompiledRelease } from '../registers/ocds.ts';
import { findRegister } from '../registers/registers.ts';
import { DEADLINE_IN_TEXT, DEADLINE_NOT_SEEN, meaningOf } from '../registers/stages.ts';
import { dayNumber } from '../values/date.ts';
import { dayOfKey } from '../values/order-key.ts';

/** What was said: one immutable public statement. Times are UTC ms. */
export interface Release {
  /** Order key: publication day in Shanghai × 1,000,000 + n. Also the address: `/notices/{id}`. */
  id: number;
  /** Arrival number. */
  seq: number;
  ocid: string;
  register: string;
  kind: string;
  /** The notice's id at its source. */
  sourceKey: string;
  publishedAt: number;
  /** The release this one restates, changes or withdraws. */
  amends: number | null;
  content: Notice;
  /** SHA-256 of the canonical JSON of `content`, as it was published: a redaction (`content.redaction`) leaves it. */
  hash: string;
  acceptedAt: number;
}

/** What is true now about one tender, purchase, parcel or right. */
export interface RecordRow {
  ocid: string;
  register: string;
  title: string;
  stage: string;
  region: string;
  /** Party id of the unit in charge, or ''. */
  unit: string;
  /** Fen: the contract or award sum, else the budget, ceiling or starting price. */
  amount: number | null;
  /** When bids, offers or applications close; where they were opened, not later than that. */
  deadline: number | null;
  /** Others published first what it says, or part of it: what is not read here may stand there. */
  isReprint: boolean;
  /** The day from which nobody waits any more for what comes next (`quietFrom`). */
  quietOn: number | null;
  /** A text of its notices is held here. */
  hasText: boolean;
  /** Id of the newest release. */
  orderKey: number;
  /** How many releases. */
  releases: number;
  compiled: CompiledRelease;
}

/** Whether a release still stands: withdrawn, restated by a newer one, or in force. */
export type Standing = 'current' | 'amended' | 'withdrawn';

/** Whether its stage takes entries: until the deadline, and without one as long as it lasts. */
export function isOpen({ register, stage }: Pick<RecordRow, 'register' | 'stage'>): boolean {
  return meaningOf(findRegister(register)?.stages, stage).isOpen ?? false;
}

/**
 * The state under which a record is found, whatever the day: what others published first and whose deadline was not read
 * is not among what can be taken part in.
 */
export function listedStage(
  record: Pick<RecordRow, 'register' | 'stage' | 'deadline' | 'isReprint' | 'hasText'>,
): string {
  if (!record.isReprint || record.deadline !== null || !isOpen(record)) return record.stage;
  return record.hasText ? DEADLINE_IN_TEXT : DEADLINE_NOT_SEEN;
}

/** Half a year. */
const QUIET_DAYS = 180;

/** Whether the next step of a record in this stage is waited for. */
export function isWaitedFor(record: Pick<RecordRow, 'register' | 'stage'>): boolean {
  const { isPublicised, isDecided } = meaningOf(findRegister(record.register)?.stages, record.stage);
  return isOpen(record) || (isPublicised === true && !isDecided);
}

/**
 * The number of the day (`dayNumber`) from which nothing of a record is told as going on: half a year after its newest
 * notice and its deadline, where others published it first and nobody here would know that it ended. Null where that
 * day never comes.
 */
export function quietFrom(
  record: Pick<RecordRow, 'register' | 'stage' | 'deadline' | 'isReprint' | 'orderKey'>,
): number | null {
  const { deadline, orderKey } = record;
  if (!record.isReprint || !isWaitedFor(record)) return null;
  return Math.max(dayOfKey(orderKey), deadline === null ? 0 : dayNumber(deadline)) + QUIET_DAYS + 1;
}

/** Entries were taken, and are not any more. */
export function isClosed(record: Pick<RecordRow, 'register' | 'stage' | 'deadline'>, now: number): boolean {
  return isOpen(record) && record.deadline !== null && record.deadline < now;
}
