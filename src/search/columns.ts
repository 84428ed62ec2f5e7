import type { Database } from '../database/database.ts';
import { dayOfKey } from '../values/order-key.ts';
import { regionsAround } from '../values/region.ts';
import { EMPTIED } from './storage.ts';

/**
 * The rows of the index in memory, 42 bytes each, in the order of their ids (oldest first): filters and counts
 * read them a hundred times faster than SQLite would join them. A *position* is an index into these arrays and
 * holds until the next refresh.
 */
const SHAPES = {
  id: Float64Array,
  /** The same number for every release of a record. */
  record: Uint32Array,
  register: Uint8Array,
  kind: Uint16Array,
  region: Uint16Array,
  unit: Uint32Array,
  stage: Uint8Array,
  year: Uint16Array,
  /** NaN where there is none; so with amounts. */
  deadline: Float64Array,
  /** The number of a day; `NEVER` where there is none. */
  quietOn: Uint16Array,
  amount: Float64Array,
} as const;

/** Room for the rows to come, as a multiple: little at first, for most of a process's rows are there when it starts. */
const SPARE_AT_FIRST = 1.02;
const SPARE = 1.25;

/** After every day: in the year 2149. */
const NEVER = 65_535;

type Arrays = { [Name in keyof typeof SHAPES]: InstanceType<(typeof SHAPES)[Name]> };
type Row = { [Name in keyof Arrays]: number };
const NAMES = Object.keys(SHAPES) as (keyof Arrays)[];

/** Columns that hold codes of words. */
export const CODED = ['register', 'kind', 'region', 'unit', 'stage'] as const;
export type Coded = (typeof CODED)[number];

type Stored = [
  id: number,
  change: number,
  ocid: string,
  register: string,
  kind: string,
  region: string,
  unit: string,
  stage: string,
  deadline: number | null,
  quietOn: number | null,
  amount: number | null,
];
const STORED =
  'SELECT id, change, ocid, register, kind, region, unit, stage, deadline, quiet_on, amount FROM search_rows';

export class Columns {
  length = 0;
  arrays: Arrays = allocate(0);
  readonly words: Record<Coded, Words> = {
    register: new Words(),
    kind: new Words(),
    region: new Words(),
    unit: new Words(),
    stage: new Words(),
  };
  #version = '';
  #change = 0;
  #emptied = 0;
  #records = 0;
  #newer: Int32Array | null = null;
  #divisions: Uint16Array[] = [];

  /** Brings the columns up to what the connection sees. A few µs when nothing was committed since. */
  refresh(database: Database): void {
    const version = database.version();
    if (version === this.#version) return;
    const emptied =
      database.get<{ change: number }>('SELECT change FROM search_rows WHERE id = ?', EMPTIED)?.change ?? 0;
    if (this.#change === 0 || emptied !== this.#emptied) this.#load(database);
    else this.#update(database);
    this.#emptied = emptied;
    this.#version = version;
  }

  /** The first position whose id is not below; `length` when there is none. */
  positionFrom(id: number): number {
    const ids = this.arrays.id;
    let low = 0;
    for (let high = this.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * For counties, cities and provinces: by the code of a region the code under which it counts there, or 0. Divisions in
   * which others lie get codes of their own, though no row may name them.
   */
  divisions(): Uint16Array[] {
    const { region } = this.words;
    if (this.#divisions[0]?.length !== region.list.length) this.#divisions = divisionsOf(region);
    return this.#divisions;
  }

  /** For each position the next newer release of the same record, or -1. */
  newer(): Int32Array {
    if (this.#newer) return this.#newer;
    const links = new Int32Array(this.length);
    const newest = new Int32Array(this.#records).fill(-1);
    const { record } = this.arrays;
    for (let position = this.length - 1; position >= 0; position--) {
      links[position] = newest[record[position]!]!;
      newest[record[position]!] = position;
    }
    return (this.#newer = links);
  }

  #load(database: Database): void {
    this.length = 0;
    this.#change = 0;
    this.#newer = null;
    this.#reserve(database.get<{ n: number }>('SELECT count(*) AS n FROM search_rows')!.n, SPARE_AT_FIRST);
    for (const stored of database.rows<Stored>(`${STORED} ORDER BY id`)) {
      this.#change = Math.max(this.#change, stored[1]);
      if (stored[0] === EMPTIED) continue;
      this.#reserve(this.length + 1);
      this.#set(this.length++, this.#encode(stored, 0));
    }
    this.#numberRecords(database);
  }

  /** Record after record, so that none need be remembered: a million ocids would be the most that a process holds. */
  #numberRecords(database: Database): void {
    const { id, record } = this.arrays;
    let [number, before] = [-1, ''];
    for (const [row, ocid] of database.rows<[number, string]>('SELECT id, ocid FROM search_rows ORDER BY ocid')) {
      const position = this.positionFrom(row);
      if (id[position] !== row) continue;
      if (ocid !== before) number++;
      before = ocid;
      record[position] = number;
    }
    this.#records = number + 1;
  }

  #update(database: Database): void {
    const seen = this.#change;
    const records = new Map<string, number>();
    const added: Row[] = [];
    for (const stored of [...database.rows<Stored>(`${STORED} WHERE change > ? ORDER BY id`, seen)]) {
      this.#change = Math.max(this.#change, stored[1]);
      const row = this.#encode(stored, this.#recordOf(database, stored[2], seen, records));
      const position = this.positionFrom(row.id);
      if (position < this.length && this.arrays.id[position] === row.id) this.#set(position, row);
      else added.push(row);
      this.#newer = null;
    }
    this.#insert(added);
  }

  /** The number of a record: that of a release known before, or a new one. */
  #recordOf(database: Database, ocid: string, seen: number, fresh: Map<string, number>): number {
    let record = fresh.get(ocid);
    if (record !== undefined) return record;
    const known = database.get<{ id: number }>(
      'SELECT id FROM search_rows WHERE ocid = ? AND change <= ? LIMIT 1',
      ocid,
      seen,
    );
    record = known ? this.arrays.record[this.positionFrom(known.id)]! : this.#records++;
    fresh.set(ocid, record);
    return record;
  }

  /** Opens a gap for each new row, from the newest down, so that every block moves once. */
  #insert(rows: Row[]): void {
    this.#reserve(this.length + rows.length);
    let end = this.length;
    for (let index = rows.length - 1; index >= 0; index--) {
      const position = Math.min(end, this.positionFrom(rows[index]!.id));
      for (const name of NAMES) this.arrays[name].copyWithin(position + index + 1, position, end);
      end = position;
      this.#set(position + index, rows[index]!);
    }
    this.length += rows.length;
  }

  #encode([id, , , register, kind, region, unit, stage, deadline, quietOn, amount]: Stored, record: number): Row {
    return {
      id,
      record,
      register: this.words.register.code(register),
      kind: this.words.kind.code(kind),
      region: this.words.region.code(region),
      unit: this.words.unit.code(unit),
      stage: this.words.stage.code(stage),
      year: yearOf(id),
      deadline: deadline ?? NaN,
      quietOn: quietOn ?? NEVER,
      amount: amount ?? NaN,
    };
  }

  #set(position: number, row: Row): void {
    for (const name of NAMES) this.arrays[name][position] = row[name];
  }

  #reserve(rows: number, spare = SPARE): void {
    if (rows <= this.arrays.id.length) return;
    const larger = allocate(Math.max(1024, Math.ceil(rows * spare)));
    for (const name of NAMES) larger[name].set(this.arrays[name] as never);
    this.arrays = larger;
  }
}

/** Words and their codes; 0 is ''. */
export class Words {
  readonly list: string[] = [''];
  readonly #codes = new Map<string, number>([['', 0]]);

  code(word: string): number {
    let code = this.#codes.get(word);
    if (code === undefined) {
      code = this.list.length;
      this.#codes.set(word, code);
      this.list.push(word);
    }
    return code;
  }

  find(word: string): number | undefined {
    return this.#codes.get(word);
  }
}

function divisionsOf(region: Words): Uint16Array[] {
  // Those around are added first, so that every code has its place.
  for (const code of [...region.list]) for (const outer of regionsAround(code)) region.code(outer);
  return [/(?!00)..$/, /(?!00)..00$/, /0000$/].map((depth) =>
    Uint16Array.from(region.list, (code) => {
      const counted = [code, ...regionsAround(code)].find((one) => depth.test(one));
      return counted === undefined ? 0 : region.code(counted);
    }),
  );
}

function allocate(rows: number): Arrays {
  return Object.fromEntries(NAMES.map((name) => [name, new SHAPES[name](rows)])) as Arrays;
}

const years = new Map<number, number>();

/** Of the id of a release. */
export function yearOf(id: number): number {
  const day = dayOfKey(id);
  let year = years.get(day);
  if (year === undefined) {
    year = new Date(day * 86_400_000).getUTCFullYear();
    years.set(day, year);
  }
  return year;
}
