import type { Database } from '../../database/database.ts';
import type { Compilation } from '../compile.ts';
import type { Known, Standings } from '../known.ts';
import type { RecordRow, Release } from '../release.ts';

/** A record as it will be once what is fresh is in: what every projection is made from. */
export interface Projected extends Compilation {
  /** All its releases, by moment of publication. */
  releases: readonly Release[];
  /** Ids of those that no projection has seen. */
  fresh: ReadonlySet<number>;
  /** How it stood; undefined for a new record. */
  before: Standings | undefined;
  known: Known;
}

/** A part of what is stored of one record, in the order in which it is written. */
export interface Part<Planned> {
  record: Pick<RecordRow, 'ocid' | 'register' | 'orderKey'>;
  /** Nothing of the record is stored yet. */
  isNew: boolean;
  planned: Planned;
}

/**
 * Something that is made of releases and can be made again: one folder entry and one line in `projections.ts`.
 * Publishing, importing and rebuilding walk that table; nothing else writes what they write.
 */
export interface Projection<Planned = unknown> {
  name: string;
  /** Worked out before anything is written; plain values, for they may cross threads. */
  plan(projected: Projected): Planned;
  /** Inside the transaction of the act, the parts in the order of their ocids: each batch touches a page of a tree once. */
  save(database: Database, parts: readonly Part<Planned>[]): void;
  /** Drops what is stored of a record that has no releases any more. */
  drop(database: Database, record: Part<Planned>['record']): void;
  /** Drops all of it, before a rebuild. */
  clear(database: Database): void;
}
