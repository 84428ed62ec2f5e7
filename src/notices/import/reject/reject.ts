import { DEEPEST, tooDeep } from '../../../values/depth.ts';
import type { Format, Read } from '../format.ts';
import { shown, type Item } from '../item.ts';
import { isList, isObject, type JsonObject } from '../json-object.ts';
import { listing } from '../listing/listing.ts';

/** Our own file of refused rows, mended or not: each in the form it had, reported under its line here. */
export const reject: Format = {
  id: 'reject',
  isOurs: true,
  objects: {
    recognise: (value) => isList(value['problems']) && ('notice' in value || 'raw' in value),
    items: (value, place, read) => rejected(value, place ?? 1, read),
  },
};

function* rejected(value: JsonObject, row: Item['row'], read: Read): Generator<Item> {
  if (isObject(value['notice'])) return yield* relined(read(value['notice'], row, 'native'), row);
  const { raw } = value;
  if (value['format'] === listing.id && isObject(raw)) return yield { ...listing.table!.item(0, texts(raw)), row };
  if (isObject(raw) && typeof raw['text'] === 'string' && Object.keys(raw).length === 1)
    return yield* relined(textItems(raw['text'], row, read), row);
  if (isObject(raw)) return yield* relined(read(raw, row), row);
  yield { row, format: 'reject', problems: [{ code: 'unknown-object', path: 'raw', found: shown(raw) }], raw };
}

/** A line that was no JSON is kept as text; mended, it is. */
function* textItems(text: string, row: Item['row'], read: Read): Generator<Item> {
  let value: unknown;
  const problem = (code: string, more: object): Item => ({
    row,
    format: 'reject',
    problems: [{ code, path: 'raw.text', ...more }],
    raw: { text },
  });
  try {
    value = JSON.parse(text);
  } catch {
    return yield problem('broken-json-line', { found: shown(text) });
  }
  if (tooDeep(value) !== null) return yield problem('too-deep', { expected: String(DEEPEST) });
  yield* read(value, row);
}

function* relined(items: Iterable<Item>, row: Item['row']): Generator<Item> {
  for (const item of items) yield { ...item, row };
}

function texts(raw: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).map(([header, cell]) => [header, typeof cell === 'string' ? cell : String(cell ?? '')]),
  );
}
