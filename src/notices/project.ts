import type { Database } from '../database/database.ts';
import { compile } from './compile.ts';
import { Known } from './known.ts';
import type { Part } from './projections/projection.ts';
import { projections } from './projections/projections.ts';
import type { RecordRow, Release } from './release.ts';

/** All that is to be stored of one record: what each projection has planned, in the order of their table. */
export interface RecordPlan {
  record: Pick<RecordRow, 'ocid' | 'register' | 'orderKey'>;
  /** Nothing of the record is stored yet. */
  isNew: boolean;
  planned: unknown[];
}

/**
 * Brings the projections of these records up to date: everything here can be made again from the releases; runs inside
 * the transaction of the act that published them. `fresh` are the releases whose words are not in the index yet.
 */
export function projectRecords(database: Database, fresh: readonly Release[]): void {
  const known = new Known(database);
  known.begin();
  saveProjections(database, planRecords(known, fresh));
}

/** The projections as they will be with the releases in `fresh`. */
export function planRecords(known: Known, fresh: readonly Release[]): RecordPlan[] {
  const ids = new Set(fresh.map(({ id }) => id));
  return [...Map.groupBy(fresh, (release) => release.ocid)].map(([ocid, added]) => {
    const before = known.record(ocid);
    const earlier = before?.releases.filter(({ id }) => !added.some((release) => release.id === id)) ?? [];
    const releases = [...earlier, ...added].sort((a, b) => a.publishedAt - b.publishedAt || a.id - b.id);
    const compilation = compile(releases);
    const { register, orderKey } = compilation.record;
    known.keep(compilation.record, releases);
    const projected = { ...compilation, releases, fresh: ids, before: before?.standing, known };
    return {
      record: { ocid, register, orderKey },
      isNew: !before,
      planned: projections.map((projection) => projection.plan(projected)),
    };
  });
}

export function saveProjections(database: Database, plans: readonly RecordPlan[]): void {
  const inOrder = plans.toSorted((a, b) => (a.record.ocid < b.record.ocid ? -1 : 1));
  for (const [index, projection] of projections.entries()) {
    const parts = inOrder.map(({ record, isNew, planned }): Part<unknown> => ({
      record,
      isNew,
      planned: planned[index],
    }));
    projection.save(database, parts);
  }
}

/** Drops what is made of a record that has no releases any more. */
export function dropRecord(database: Database, record: RecordPlan['record']): void {
  for (const { drop } of projections) drop(database, record);
}

/** Drops everything that is made of releases. */
export function clearProjections(database: Database): void {
  for (const { clear } of projections) clear(database);
}
