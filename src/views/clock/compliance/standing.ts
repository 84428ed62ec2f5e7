import type { Verdict } from '../../../clock/judge.ts';
import { registers } from '../../../registers/registers.ts';

/**
 * What a verdict counts as in the figures of a unit. Only the first four are judged: what this portal has not seen, what
 * still runs, what notices leave open and what goes by a rule that was not compared with its source accuse nobody and
 * make no share.
 */
export const STANDINGS = [
  'kept',
  'border',
  'broken',
  'owed',
  'unseen',
  'running',
  'open',
  'unverified',
  'notApplicable',
] as const;
export type Standing = (typeof STANDINGS)[number];
export const JUDGED: readonly Standing[] = ['kept', 'border', 'broken', 'owed'];

/** As storage reads a verdict on a day. */
export type Read = Verdict | 'owed' | 'lapsed';
const READS: readonly Read[] = [
  ...(['kept', 'border', 'broken', 'owed', 'lapsed', 'running', 'missing', 'uncovered', 'notApplicable'] as const),
];

const rules = registers.flatMap(({ periods }) => periods?.rules ?? []);
const unverified = new Set(rules.filter(({ verifiedOn }) => verifiedOn === null).map(({ id }) => id));
const publications = new Set(rules.filter(({ publication }) => publication).map(({ id }) => id));

export function standingIn(rule: string, read: Read): Standing {
  if (read === 'notApplicable' || read === 'running') return read;
  if (read === 'lapsed' && publications.has(rule)) return 'unseen';
  if (read === 'lapsed' || read === 'missing' || read === 'uncovered' || read === 'unseen') return 'open';
  return unverified.has(rule) ? 'unverified' : read;
}

/** Which rules, read how, count as this: what storage is asked for the cases behind a figure. */
export function readsOf(asked: Standing | 'judged' | undefined, rule: string | undefined): [string, Read][] {
  const among = rule === undefined ? [...new Set(rules.map(({ id }) => id))] : [rule];
  const isAsked = (standing: Standing) =>
    asked === undefined || asked === standing || (asked === 'judged' && JUDGED.includes(standing));
  return among.flatMap((id) =>
    READS.filter((read) => isAsked(standingIn(id, read))).map((read): [string, Read] => [id, read]),
  );
}
