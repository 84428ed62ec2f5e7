import { CLOSED, NO_NEWS } from '../search/engine.ts';

/** What a record reads when its deadline has passed, and what is not decided after half a year without another notice. */
export { CLOSED, NO_NEWS };

/** What an open record reads whose deadline was not read: it may stand in the text, where one is held. */
export const DEADLINE_IN_TEXT = 'deadline-in-text';
export const DEADLINE_NOT_SEEN = 'deadline-not-seen';
export const UNDATED: readonly string[] = [DEADLINE_IN_TEXT, DEADLINE_NOT_SEEN];

/** What a stage of a record means to a reader. Where nothing is said, it is a stage like any other. */
export interface Stage {
  /** One can take part until the record's deadline; after it the record is `closed`. */
  isOpen?: true;
  /** Announced or in force: shown as open though it has no deadline. */
  isRunning?: true;
  /** Publicised for objections, until the end of its publicity. */
  isPublicised?: true;
  /** What had to be done is not seen done by its day, or was found not done. */
  isLate?: true;
  /** Somebody was chosen. */
  isDecided?: true;
  /** It comes to nothing, or not any more: what was still to come will not. */
  isEnded?: true;
  /** What the head of the record's page tells; the ceiling and the deadline where nothing is said. */
  head?: 'proposed' | 'decided' | 'contracted' | 'reason';
}

/**
 * The stages that the law of several registers knows, in order of life. A register declares which it has, and any of its
 * own. `supervision` is for what is about an institution and has no life of its own (考核).
 */
export const STAGES = {
  planning: {},
  prequalification: { isOpen: true },
  tender: { isOpen: true },
  candidate: { isPublicised: true, head: 'proposed' },
  award: { isPublicised: true, isDecided: true, head: 'decided' },
  contract: { isDecided: true, head: 'contracted' },
  performance: { isDecided: true, head: 'contracted' },
  suspended: {},
  terminated: { isEnded: true, head: 'reason' },
  supervision: {},
} as const satisfies Record<string, Stage>;

/** Of these, in their order. */
export function stagesOf<const Id extends keyof typeof STAGES>(...ids: Id[]): Record<Id, Stage> {
  return Object.fromEntries(ids.map((id): [string, Stage] => [id, STAGES[id]])) as Record<Id, Stage>;
}

/** What a record reads when all its notices were taken back. */
export const WITHDRAWN = 'withdrawn';
const TAKEN_BACK: Stage = { isEnded: true, head: 'reason' };

/** The meaning of a stage in a register; of one that nobody declared, none. */
export function meaningOf(stages: Readonly<Record<string, Stage>> | undefined, stage: string): Stage {
  if (stage === WITHDRAWN) return TAKEN_BACK;
  return stages?.[stage] ?? {};
}

/** Whether somebody is ever chosen in a register: one that only watches deals nothing. */
export function deals(stages: Readonly<Record<string, Stage>>): boolean {
  return Object.values(stages).some(({ isDecided }) => isDecided);
}
