import type { Database } from '../database/database.ts';
import { coverages } from './storage.ts';
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
  const declared = coverages(database).map((row) => ({
    ...row,
    medium: row.medium === null ? null : matchKey(row.medium),
    unit: row.unit === null ? null : matchKey(row.unit),
  }));
  return ({ register, publishedAt, content }) => {
    if (content.firstPublished === undefined && content.ocds === undefined) return true;
    if (declared.length === 0) return false;
    const day = dayOf(publishedAt);
    const medium = content.firstPublished && matchKey(content.firstPublished.medium);
    const unit = content.unit && matchKey(content.unit.name);
    return declared.some(
      (row) =>
        row.register === register &&
        row.from <= day &&
        (row.until === null || day <= row.until) &&
        (row.medium !== null ? row.medium === medium : row.unit === unit),
    );
  };
}
