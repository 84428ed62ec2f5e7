import type { Database } from '../database/database.ts';
import { coverages, type Coverage } from './storage.ts';
import { dayOf } from '../values/date.ts';
import { matchKey } from '../values/script.ts';

/** A notice as coverage asks of it. */
export interface Published {
  register: string;
  /** UTC ms. */
  publishedAt: number;
  content: { firstPublished?: { medium: string } | undefined; ocds?: unknown; unit?: { name: string } | undefined };
}

/** Whether a notice is of what is taken whole. What was first published here is, by nature. */
export type Covers = (notice: Published) => boolean;

export function coversOf(database: Database): Covers {
  const source = sourceIn(database);
  return (notice) => source(notice) !== null;
}

/** By what a notice is among those taken whole: `own` is what was first published here. */
export function sourceIn(database: Database): (notice: Published) => 'own' | Coverage | null {
  const declared = coverages(database).map((row) => ({
    ...row,
    mediumKey: row.medium === null ? null : matchKey(row.medium),
    unitKey: row.unit === null ? null : matchKey(row.unit),
  }));
  return ({ register, publishedAt, content }) => {
    if (content.firstPublished === undefined && content.ocds === undefined) return 'own';
    if (declared.length === 0) return null;
    const day = dayOf(publishedAt);
    const medium = content.firstPublished && matchKey(content.firstPublished.medium);
    const unit = content.unit && matchKey(content.unit.name);
    return (
      declared.find(
        (row) =>
          row.register === register &&
          row.from <= day &&
          (row.until === null || day <= row.until) &&
          (row.mediumKey !== null ? row.mediumKey === medium : row.unitKey === unit),
      ) ?? null
    );
  };
}
