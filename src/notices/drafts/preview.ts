import type { Database } from '../../database/database.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { publish } from '../publish.ts';
import { noticeOf, type Draft } from './draft.ts';

/** What was seen of a draft published in a transaction that is taken back. */
export interface Previewed<T> {
  seen: T;
  /** Doubts that do not block: a failed check digit. */
  warnings: Refusal[];
}

/**
 * Looks at a draft as it would be when published at `now`: it goes through the one door, is looked at, and everything
 * is taken back. So a preview cannot differ from what the public will see. Refusals: those of the door.
 */
export function preview<T>(
  database: Database,
  draft: Draft,
  now: number,
  look: (release: number) => T,
): Result<Previewed<T>> {
  class TakenBack extends Error {}
  let result: Result<Previewed<T>> = refuse({ code: 'broken' });
  try {
    database.transaction(() => {
      const outcome = publish(database, noticeOf(database, draft, now), { actor: 'preview', now });
      result =
        outcome.status === 'published'
          ? done({ seen: look(outcome.id), warnings: outcome.warnings })
          : refuse(...(outcome.status === 'refused' ? outcome.refusals : []));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return result;
}
