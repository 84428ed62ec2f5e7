import type { Columns } from './columns.ts';
import { FACETS, type FacetName, type Filter } from './filter.ts';

/** Values shown of one facet: there may be thousands of units. */
export const MOST_VALUES = 50;

/** Counts rows, given newest first, and each facet without its own filter. */
export class Tally {
  total = 0;
  readonly #columns: Columns;
  readonly #filter: Filter;
  readonly #counts: Uint32Array[] | null;
  /** With `collapse`: what each row missed + 1, so that a record counts once for each of its values. */
  readonly #missed: Uint8Array | null;

  constructor(columns: Columns, filter: Filter, options: { facets: boolean; collapse: boolean }) {
    this.#columns = columns;
    this.#filter = filter;
    this.#counts = options.facets
      ? FACETS.map((name) => new Uint32Array(name === 'year' ? 65_536 : columns.words[name].list.length))
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
    const bit = 1 << facet;
    const name = FACETS[facet]!;
    const column =
      name === 'stage' ? positions.map((position) => this.#filter.value(facet, position)) : this.#columns.arrays[name];
    const isCollapsed = this.#missed !== null;
    for (let index = 0; index < positions.length; index++) {
      const miss = missed[index]!;
      if (miss !== 0 && miss !== bit) continue;
      const position = positions[index]!;
      if (isCollapsed && this.#isCounted(position, bit, facet)) continue;
      counts[column[name === 'stage' ? index : position]!]!++;
    }
  }

  /** Whether a newer release of the same record was counted already; of a facet, with the same value. */
  #isCounted(position: number, bit: number, facet: number | null): boolean {
    const newer = this.#columns.newer();
    for (let other = newer[position]!; other >= 0; other = newer[other]!) {
      const missed = this.#missed![other]! - 1;
      if (missed !== 0 && (bit === 0 || missed !== bit)) continue;
      if (facet === null || this.#filter.value(facet, other) === this.#filter.value(facet, position)) return true;
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
