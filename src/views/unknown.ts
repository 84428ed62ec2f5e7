import { labels, type Locale } from '../locales/labels.ts';
import { isOpen, type RecordRow } from '../notices/release.ts';
import { findRegister } from '../registers/registers.ts';
import { meaningOf } from '../registers/stages.ts';
import { noticePath } from './address.ts';
import type { GridCell } from './grid.ts';

/**
 * Why a fact is not there. Of a first publication of ours: `undisclosed` (its form asked for it), `pending` (its day has
 * not come), `not-applicable`. Of what others published first nothing is said on our own account: `in-text` (not read
 * here, it may stand in the text), `not-seen` (the notice that would say it is not held here).
 */
export type Unknown = 'undisclosed' | 'pending' | 'not-applicable' | 'in-text' | 'not-seen';

type Standing = Pick<RecordRow, 'register' | 'stage' | 'deadline' | 'isReprint' | 'hasText' | 'compiled'>;

/** What is known of a fact that a register calls missing. */
export function unknownOf(
  reason: 'undisclosed' | 'pending' | 'not-applicable',
  record: Standing,
  now: number,
): Unknown {
  if (!record.isReprint || reason === 'not-applicable') return reason;
  // Once a result is published, its text is where it stands.
  if (reason === 'undisclosed' || isDecided(record)) return orNotSeen('in-text', record);
  return isUnderWay(record, now) ? 'pending' : 'not-seen';
}

/** Where no text is held, nothing can stand in it. */
export function orNotSeen(unknown: Unknown, { hasText }: Pick<RecordRow, 'hasText'>): Unknown {
  return unknown === 'in-text' && !hasText ? 'not-seen' : unknown;
}

function isDecided({ register, stage }: Standing): boolean {
  return meaningOf(findRegister(register)?.stages, stage).isDecided === true;
}

/** Whether what is to come can still be to come: bids may still be handed in, or objections raised. */
function isUnderWay(record: Standing, now: number): boolean {
  const { isPublicised } = meaningOf(findRegister(record.register)?.stages, record.stage);
  if (isOpen(record)) return record.deadline !== null && record.deadline >= now;
  return (
    isPublicised === true &&
    !isDecided(record) &&
    Date.parse(record.compiled.tender?.publicityPeriod?.endDate ?? '') >= now
  );
}

/** The place in a notice where its text begins. */
export function textPath(release: number): string {
  return `${noticePath(release)}#text`;
}

/** The word for it, in a table; what may stand in the text leads there. */
export function unknownCell(unknown: Unknown, release: number | undefined, locale: Locale): GridCell {
  const text = labels(locale).missing[unknown];
  return unknown === 'in-text' && release !== undefined
    ? { text, missing: true, path: textPath(release) }
    : { text, missing: true };
}
