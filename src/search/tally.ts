import type { Columns } from './columns.ts';
import { FACETS, type FacetName, type Filter } from './filter.ts';

/** Values shown of one facet: there may be thousands of units. */
export const MOST_VALUES = 50;

/**
 * Counts rows, given newest first, and each facet without its own filter. Of a division what lies in it is counted too, for
 * who asks for it is shown that.
 */
export class Tally {
  total = 0;
  readonly #columns: Columns;
  readonly #filter: Filter;
  readonly #counts: Uint32Array[] | null;
  /** With `collapse`: what each row missed + 1, so that a record counts once for each of its values. */
  readonly #missed: Uint8Array | null;
  readonly #divisions: Uint16Array[];

  constructor(columns: Columns, filter: Filter, options: { facets: boolean; collapse: boolean }) {
    this.#columns = columns;
    this.#filter = filter;
    this.#divisions = options.facets ? columns.divisions() : [];
    this.#counts = options.facets
      ? FACETS.map(
          (name) => new Uint32Array(name === 'year' ? newestYear(columns) + 1 : columns.words[name].list.length),
        )
      : null;
    this.#missed = options.collapse ? new Uint8Array(columns.length) : null;
  }

  add(positions: Int32Array): void {
    const missed = new Uint8Array(positions.length);
    for (let index = 0; index < positions.length; index++) missed[index] = this.#filter.misses(positions[index]!);
    if (this.#missed)
      for (let index = 0; index < positions.length; index++) this.#missed[positions[index]!] = missed[index]! + 1;
    for (let index = 0; index < positions.length; index++) {
      if (missed[index] === 0 && !(this.#missed && this.#isCounted(positions[index]!, 0, null))) this.total++;
    }
    for (let facet = 0; this.#counts && facet < FACETS.length; facet++)
      this.#addFacet(facet, this.#counts[facet]!, positions, missed);
  }

  facets(): Record<string, Record<string, number>> {
    if (!this.#counts) return {};
    return Object.fromEntries(FACETS.map((name, facet) => [name, this.#most(name, this.#counts![facet]!)]));
  }

  #addFacet(facet: number, counts: Uint32Array, positions: Int32Array, missed: Uint8Array): void {
    const name = FACETS[facet]!;
    const column = this.#columns.arrays[name];
    const value = (position: number) => (name === 'stage' ? this.#filter.value(facet, position) : column[position]!);
    if (name !== 'region') return this.#addValues(1 << facet, counts, positions, missed, value);
    for (const division of this.#divisions)
      this.#addValues(1 << facet, counts, positions, missed, (position) => division[column[position]!]!);
  }

  /** Code 0 is none. */
  #addValues(bit: number, counts: Uint32Array, positions: Int32Array, missed: Uint8Array, value: ValueAt): void {
    const isCollapsed = this.#missed !== null;
    for (let index = 0; index < positions.length; index++) {
      const miss = missed[index]!;
      if (miss !== 0 && miss !== bit) continue;
      const position = positions[index]!;
      const code = value(position);
      if (code === 0 || (isCollapsed && this.#isCounted(position, bit, value))) continue;
      counts[code]!++;
    }
  }

  /** Whether a newer release of the same record was counted already; of a facet, with the same value. */
  #isCounted(position: number, bit: number, value: ValueAt | null): boolean {
    const newer = this.#columns.newer();
    for (let other = newer[position]!; other >= 0; other = newer[other]!) {
      const missed = this.#missed![other]! - 1;
      if (missed !== 0 && (bit === 0 || missed !== bit)) continue;
      if (value === null || value(other) === value(position)) return true;
    }
    return false;
  }

  #most(name: FacetName, counts: Uint32Array): Record<string, number> {
    const found: [string, number][] = [];
    for (let code = 1; code < counts.length; code++) {
      if (counts[code]! > 0)
        found.push([name === 'year' ? String(code) : this.#columns.words[name].list[code]!, counts[code]!]);
    }
    return Object.fromEntries(found.sort((a, b) => b[1] - a[1]).slice(0, MOST_VALUES));
  }
}

/** The rows stand in the order of their days. */
function newestYear({ arrays, length }: Columns): number {
  return length === 0 ? 0 : arrays.year[length - 1]!;
}

type ValueAt = (position: number) => number;
