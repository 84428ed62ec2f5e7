import type { Item } from './item.ts';
import type { JsonObject } from './json-object.ts';

/** Where a row stands: the line of a JSON Lines file, `12/2` for the second member of line 12; null in a whole document. */
export type Place = Item['row'] | null;

/**
 * What a file may hold: one folder and one line in `formats.ts`. A format tells its objects among those of a JSON file,
 * or its table by the heads, and gives their rows.
 */
export interface Format {
  /** What an operator calls it (`--format`), and a report. Of the house's own kind where it is not to be named: `isOurs`. */
  id: string;
  isOurs?: true;
  objects?: {
    recognise(value: JsonObject): boolean;
    /** `read` reads a value that stands inside, whatever format it has, or of the one named. */
    items(value: JsonObject, place: Place, read: Read): Iterable<Item>;
  };
  table?: {
    recognise(heads: readonly string[]): boolean;
    item(row: number, cells: Record<string, string>): Item;
    /** Whether a column says something to us; without it all do. */
    isKnown?(head: string): boolean;
  };
}

export type Read = (value: unknown, place: Place, format?: string) => Iterable<Item>;

/** The place of a member: `12/2` for the second of line 12, `2` in a document. */
export function placeOf(place: Place, index: number): Item['row'] {
  return place === null ? index + 1 : `${place}/${index + 1}`;
}
