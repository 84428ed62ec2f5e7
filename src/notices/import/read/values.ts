import { placeOf, type Place } from '../format.ts';
import { findFormat, formats } from '../formats.ts';
import { shown, type Item } from '../item.ts';
import { isList, isObject } from '../json-object.ts';

/**
 * Rows of one JSON value: what it is, is told by its members. `forced` overrides that. `place` is the line it
 * stands in, null for a whole document: then its members count from 1.
 */
export function* itemsOf(value: unknown, place: Place, forced?: string): Generator<Item> {
  if (isList(value)) {
    for (const [index, member] of value.entries()) yield* itemsOf(member, placeOf(place, index), forced);
    return;
  }
  const row = place ?? 1;
  const refused = (code: string, found: unknown): Item => ({
    row,
    format: forced ?? 'native',
    problems: [{ code, found: shown(found) }],
    raw: value,
  });
  if (!isObject(value)) return yield refused('not-an-object', value);
  const { objects } = forced
    ? (findFormat(forced) ?? {})
    : (formats.find((format) => format.objects?.recognise(value)) ?? {});
  if (objects) yield* objects.items(value, place, itemsOf);
  else yield refused('unknown-object', Object.keys(value).join(' '));
}
