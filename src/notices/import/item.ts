import type { NoticeInput } from '../../registers/notice.ts';
import type { Refusal } from '../../values/result.ts';

/** One row of a file on its way in. A reader gives the notice, or the problems that keep it out. */
export interface Item {
  /** Where: a line number (JSON Lines, CSV), or a position from 1 (`3`, `12/2` for the second of line 12). */
  row: number | string;
  /** The id of its format. */
  format: string;
  /** Absent when the row is no notice: refused (`problems`), or only compared (a table of divisions). */
  notice?: NoticeInput;
  problems: Refusal[];
  /** The row as it came, in a form that this importer reads again by itself. Kept when the row is refused. */
  raw: unknown;
  /** The row's own names for parts of the notice (`publishedAt` → `publish_date`), for reports. */
  names?: Record<string, string>;
  /** Not imported when this notice is known already: a listing row when its full text is here. */
  unless?: string;
  /** Restates this notice where it is known: a full text takes the place of its listing row. */
  restates?: string;
  /** A compiled record: not imported when individual releases of this ocid are here. */
  compiledOf?: string;
}

/** Problems of a whole file: nothing in it can be read. */
export class UnreadableFile extends Error {
  readonly problem: Refusal;
  constructor(problem: Refusal) {
    super(problem.code);
    this.problem = problem;
  }
}

/** What was found, short enough for a line of a report. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
