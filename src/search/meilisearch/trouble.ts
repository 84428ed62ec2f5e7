import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { reasonOf } from '../../jobs/jobs.ts';

/** What the portal found at its index that is not as it left it: the index is built anew. */
export const FINDINGS = ['missing', 'emptied', 'half', 'older', 'foreign', 'settings'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What keeps the index from being written, and needs a hand. */
export const OBSTACLES = [
  'wrong-key',
  'too-large',
  'unreachable',
  'stranger',
  'task-failed',
  'taken',
  'resisting',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** The message begins with the obstacle: it is kept as text, and said in the reader's language (`readTrouble`). */
export class IndexTrouble extends Error {
  constructor(obstacle: Obstacle, said: string, cause?: unknown) {
    super(`${obstacle}: ${said}`, cause === undefined ? undefined : { cause });
  }
}

/** What kept us, out of what was kept of it; null when it is none of ours. */
export function readTrouble(failure: string): { obstacle: Obstacle; said: string } | null {
  const [, name, said = ''] = /^([a-z-]+): ([^]*)$/.exec(failure) ?? [];
  const obstacle = OBSTACLES.find((one) => one === name);
  return obstacle ? { obstacle, said } : null;
}

/** Runs what speaks to the server; what goes wrong there says which obstacle it is. */
export async function named<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw troubleOf(error);
  }
}

function troubleOf(error: unknown): unknown {
  if (error instanceof IndexTrouble) return error;
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    if (status === 401 || status === 403) return new IndexTrouble('wrong-key', error.message);
    if (status === 413) return new IndexTrouble('too-large', error.message);
  }
  // A gateway or some other program: the client reads every answer as JSON.
  if (error instanceof SyntaxError) return new IndexTrouble('stranger', error.message);
  if (error instanceof MeilisearchRequestError) return new IndexTrouble('unreachable', reasonOf(error));
  return error;
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === code;
}
