import type { Columns } from './columns.ts';
import { FACETS, type FacetName, type Filter } from './filter.ts';

/** Values shown of one facet: there may be thousands of units. */
const MOST_VALUES = 50;

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
    this.#counts = options.facets ? FACETS.map((name) => new Uint32Array(name === 'year' ? 65_536 : columns.words[name].list.length)) : null;
    this.#missed = options.collapse ? new Uint8Array(columns.length) : null;
  }

  add(position: number): void {
    const missed = this.#filter.misses(position);
    if ((missed & (missed - 1)) !== 0) return;
    if (this.#missed) this.#missed[position] = missed + 1;
    if (missed === 0 && !this.#isCounted(position, 0, -1)) this.total++;
    if (!this.#counts) return;
    for (let facet = 0; facet < FACETS.length; facet++) {
      if (missed !== 0 && missed !== 1 << facet) continue;
      const value = this.#value(facet, position);
      if (!this.#isCounted(position, 1 << facet, facet)) this.#counts[facet]![value]!++;
    }
  }

  facets(): Record<string, Record<string, number>> {
    if (!this.#counts) return {};
    return Object.fromEntries(FACETS.map((name, facet) => [name, this.#most(name, this.#counts![facet]!)]));
  }

  /** Whether a newer release of the same record was counted already, with the same value of the facet. */
  #isCounted(position: number, bit: number, facet: number): boolean {
    if (!this.#missed) return false;
    const newer = this.#columns.newer();
    for (let other = newer[position]!; other >= 0; other = newer[other]!) {
      const missed = this.#missed[other]! - 1;
      if (missed !== 0 && (bit === 0 || missed !== bit)) continue;
      if (facet < 0 || this.#value(facet, other) === this.#value(facet, position)) return true;
    }
    return false;
  }

  #value(facet: number, position: number): number {
    const name = FACETS[facet]!;
    return name === 'stage' ? this.#filter.stage(position) : this.#columns.arrays[name][position]!;
  }

  #most(name: FacetName, counts: Uint32Array): Record<string, number> {
    const found: [string, number][] = [];
    for (let code = 1; code < counts.length; code++) {
      if (counts[code]! > 0) found.push([name === 'year' ? String(code) : this.#columns.words[name].list[code]!, counts[code]!]);
    }
    return Object.fromEntries(found.sort((a, b) => b[1] - a[1]).slice(0, MOST_VALUES));
  }
}
