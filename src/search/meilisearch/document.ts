import { fold } from '../../values/script.ts';
import { yearOf } from '../columns.ts';
import type { ReadableText } from '../text.ts';
import type { IndexedRow } from './storage.ts';

/** What the index holds of a release: folded, as questions are; what is shown is read here, not there. */
export function indexedDocument(
  { change: _, ...row }: IndexedRow,
  { title, text, units, suppliers, codes, media }: ReadableText,
): Record<string, unknown> {
  return {
    ...row,
    year: String(yearOf(row.id)),
    title: fold(title),
    text: fold(text),
    units: units.map(fold),
    suppliers: suppliers.map(fold),
    codes: codes.map(fold),
    media: media.map(fold),
  };
}
