import type { TextOf } from '../embedded-engine.ts';
import { indexedDocument } from './document.ts';
import type { IndexedRow } from './storage.ts';

/** As many documents go in one task, */
const MOST_DOCUMENTS = 1_000;
/** and so many bytes: far below what a server takes in one request (100 MB unless told otherwise). */
const MOST_BYTES = 8_000_000;
/** Texts of so many releases are in memory at once. */
const READ = 25;

/** What goes to the server in one request: a document a line. A document larger than a batch may be goes alone. */
export interface Batch {
  lines: string[];
  /** The last row it brings. */
  last: IndexedRow;
}

/** The rows as batches, in their order. */
export function* batchesOf(rows: Iterable<IndexedRow>, textOf: TextOf): Generator<Batch> {
  let lines: string[] = [];
  let bytes = 0;
  let last: IndexedRow | null = null;
  for (const { row, line } of linesOf(rows, textOf)) {
    const size = Buffer.byteLength(line) + 1;
    if (last && (lines.length === MOST_DOCUMENTS || bytes + size > MOST_BYTES)) {
      yield { lines, last };
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += size;
    last = row;
  }
  if (last && lines.length > 0) yield { lines, last };
}

function* linesOf(rows: Iterable<IndexedRow>, textOf: TextOf): Generator<{ row: IndexedRow; line: string }> {
  let some: IndexedRow[] = [];
  const read = () => {
    const texts = textOf(some.map(({ id }) => id));
    // A row without a release is sent all the same: as many documents as rows, or one would seem to be missing.
    return some.map((row) => ({ row, line: JSON.stringify(indexedDocument(row, texts.get(row.id) ?? WORDLESS)) }));
  };
  for (const row of rows) {
    some.push(row);
    if (some.length < READ) continue;
    yield* read();
    some = [];
  }
  yield* read();
}

const WORDLESS = { title: '', text: '', units: [], suppliers: [], codes: [], media: [] };
