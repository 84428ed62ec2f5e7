import { stories } from '../../db/seeds/demo/stories.ts';
import { saveCoverage } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import { publishBatch } from '../notices/publish.ts';
import type { NoticeInput } from '../registers/notice.ts';
import { findRegister } from '../registers/registers.ts';
import { DAY, dayOf } from '../values/date.ts';
import { findBySourceKey } from '../notices/storage.ts';

/**
 * `gongshi seed`: puts the demo stories in, with days relative to `now`. Divisions and other reference data are
 * read from `db/seeds/reference` and need no seeding. A database seeded on an earlier day keeps the stories as they
 * were told then: published notices do not change their dates.
 *
 * Throws when a story is refused: demo data that a register refuses is a fault of ours, not of the operator.
 */
export function seed(
  database: Database,
  { now, demo }: { now: number; demo: boolean },
): { published: number; unchanged: number } {
  const notices = demo ? stories(now) : [];
  if (notices.some(({ id }) => findBySourceKey(database, id))) return { published: 0, unchanged: notices.length };
  for (const { register, unit } of coverageOf(notices))
    saveCoverage(database, {
      register,
      medium: null,
      unit,
      from: dayOf(now - YEAR),
      until: null,
      declaredAt: now,
      declaredBy: 'seed',
    });
  const outcomes = publishBatch(
    database,
    notices.map((input) => ({ input, at: input.id })),
    { actor: 'seed', now },
  );
  const refused = outcomes.flatMap((outcome, index) =>
    outcome.status === 'refused'
      ? outcome.refusals.map(({ code, path, found }) =>
          `${notices[index]!.id}: ${code} ${path ?? ''} ${found ?? ''}`.trim(),
        )
      : [],
  );
  if (refused.length > 0) throw new Error(`demo stories are refused:\n${refused.join('\n')}`);
  return { published: outcomes.length, unchanged: 0 };
}

const YEAR = 366 * DAY;

/** The demo world tells the whole of what its units publish. By unit, for its media are real and publish more. */
function coverageOf(notices: readonly NoticeInput[]): { register: string; unit: string }[] {
  const declared = new Map(
    notices.flatMap(({ register, unit }) =>
      unit && findRegister(register)?.periods ? [[`${register} ${unit.name}`, { register, unit: unit.name }]] : [],
    ),
  );
  return [...declared.values()];
}
