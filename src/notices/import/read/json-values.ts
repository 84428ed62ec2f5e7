import type { NoticeInput } from '../../../registers/notice.ts';
import type { Refusal } from '../../../values/result.ts';
import { ggzyItem } from '../ggzy/ggzy.ts';
import { shown, type Format, type Item } from '../item.ts';
import { isLandResult, landItem } from '../land/land-result.ts';
import { listingItem } from '../csv/listing.ts';
import { isOcds, ocdsItems } from '../ocds/ocds.ts';
import { isList, isObject, type JsonObject } from '../ocds/repair.ts';

/**
 * Rows of one JSON value: what it is, is told by its members. `forced` overrides that. `place` is the line it
 * stands in, null for a whole document: then its members count from 1.
 */
export function* itemsOf(value: unknown, place: Item['row'] | null, forced?: Format): Generator<Item> {
  if (isList(value)) {
    for (const [index, member] of value.entries()) yield* itemsOf(member, placeOf(place, index), forced);
    return;
  }
  const row = place ?? 1;
  if (!isObject(value))
    return yield {
      row,
      format: forced ?? 'native',
      problems: [{ code: 'not-an-object', found: shown(value) }],
      raw: value,
    };
  const format = forced ?? formatOf(value);
  if (format === 'reject') yield* rejectItems(value, row);
  else if (format === 'ocds') yield* ocdsItems(place, value);
  else if (format === 'ggzy')
    yield* isList(value['items'])
      ? value['items'].map((item, index) => ggzyItem(placeOf(place, index), item))
      : [ggzyItem(row, value)];
  else if (format === 'land') yield landItem(row, value);
  else if (format === 'native')
    yield { row, format, notice: value as unknown as NoticeInput, problems: [], raw: value };
  else
    yield {
      row,
      format: 'native',
      problems: [{ code: 'unknown-object', found: shown(Object.keys(value).join(' ')) }],
      raw: value,
    };
}

/** The place of a member: `12/2` for the second of line 12, `2` in a document. */
export function placeOf(place: Item['row'] | null, index: number): Item['row'] {
  return place === null ? index + 1 : `${place}/${index + 1}`;
}

export function formatOf(value: JsonObject): Format | null {
  if (isList(value['problems']) && ('notice' in value || 'raw' in value)) return 'reject';
  if (isOcds(value)) return 'ocds';
  if (isCaptured(value) || (isList(value['items']) && isObject(value['items'][0]) && isCaptured(value['items'][0])))
    return 'ggzy';
  if (isLandResult(value)) return 'land';
  return 'register' in value || 'kind' in value || 'publishedAt' in value ? 'native' : null;
}

function isCaptured(value: JsonObject): boolean {
  return 'detail_url' in value && ('record_id' in value || 'content_text' in value);
}

/** A line of a reject file, mended or not: the row in the form it had, reported under its line here. */
function* rejectItems(value: JsonObject, row: Item['row']): Generator<Item> {
  if (isObject(value['notice'])) return yield* relined(itemsOf(value['notice'], row, 'native'), row);
  const { raw } = value;
  if (value['format'] === 'csv' && isObject(raw)) return yield listingItem(row, texts(raw));
  if (isObject(raw) && typeof raw['text'] === 'string' && Object.keys(raw).length === 1)
    return yield* relined(textItems(raw['text'], row), row);
  if (isObject(raw)) return yield* relined(itemsOf(raw, row), row);
  yield {
    row,
    format: 'reject',
    problems: [{ code: 'unknown-object', path: 'raw', found: shown(raw) } satisfies Refusal],
    raw,
  };
}

/** A line that was no JSON is kept as text; mended, it is. */
function* textItems(text: string, row: Item['row']): Generator<Item> {
  try {
    yield* itemsOf(JSON.parse(text), row);
  } catch {
    yield {
      row,
      format: 'reject',
      problems: [{ code: 'broken-json-line', path: 'raw.text', found: shown(text) }],
      raw: { text },
    };
  }
}

function* relined(items: Iterable<Item>, row: Item['row']): Generator<Item> {
  for (const item of items) yield { ...item, row };
}

function texts(raw: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).map(([header, cell]) => [header, typeof cell === 'string' ? cell : String(cell ?? '')]),
  );
}
