import {
  indexedDocument,
  indexPrepared,
  removeAll,
  updateRows,
  type IndexedDocument,
  type RowUpdate,
} from '../../search/storage.ts';
import type { Release } from '../release.ts';
import { searchDocument, searchRow } from '../search-document.ts';
import type { Projected, Projection } from './projection.ts';

/** The words of releases, and how each stands. */
export const search: Projection<{
  /** Of releases whose words are not in the index yet. */
  documents: IndexedDocument[];
  /** Of releases that only stand otherwise than before. */
  rows: RowUpdate[];
}> = {
  name: 'search',
  plan(projected) {
    const { releases, record, standings, fresh, known } = projected;
    const moved = hasMoved(projected);
    const documents: IndexedDocument[] = [];
    const rows: RowUpdate[] = [];
    for (const release of releases) {
      const standing = standings.get(release.id)!;
      if (fresh.has(release.id))
        documents.push(indexedDocument(searchDocument(release, record, standing, known.textsOfFiles(release))));
      else if (moved || isAmended(release, releases, fresh)) rows.push(searchRow(release, record, standing));
    }
    return { documents, rows };
  },
  save(database, parts) {
    indexPrepared(
      database,
      parts.flatMap(({ planned }) => planned.documents),
    );
    updateRows(
      database,
      parts.flatMap(({ planned }) => planned.rows),
    );
  },
  /** Rows are of releases, and go where these go. */
  drop() {},
  clear: removeAll,
};

function hasMoved({ before, record }: Projected): boolean {
  return !before || MOVING.some((name) => before[name] !== record[name]);
}

/** What rows say of their record. */
const MOVING = ['stage', 'deadline', 'quietOn', 'unit', 'amount'] as const;

function isAmended(release: Release, releases: readonly Release[], fresh: ReadonlySet<number>): boolean {
  return releases.some((other) => other.amends === release.id && fresh.has(other.id));
}
