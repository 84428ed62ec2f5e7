import type { Notice } from '../../../registers/notice.ts';
import type { Release } from '../../release.ts';

/** What is to go: passages wherever they stand, files by their SHA-256, or everything. */
export interface Removal {
  passages?: readonly string[];
  files?: readonly string[];
  whole?: boolean;
}

/** Stands where a passage was. The star keeps a redacted name from having a page, as it does for a masked one. */
const GONE = '***';

/**
 * A notice without what is to go, marked with why; `at` (UTC ms) is when it went. Keeps its ocid, unit, day and what it
 * amends, so that the record, the tombstone and every later release stay in their place.
 */
export function redacted(
  { ocid, content }: Pick<Release, 'ocid' | 'content'>,
  { passages = [], files = [], whole = false }: Removal,
  mark: NonNullable<Notice['redaction']>,
): Notice {
  const {
    title,
    number,
    project,
    section,
    firstPublished,
    reason,
    body,
    fields,
    ocds,
    remarks,
    attachments,
    ...place
  } = content;
  if (whole) return { ...place, ocid, title: GONE, project: {}, fields: {}, attachments: [], redaction: mark };
  const kept = attachments.filter(({ sha256 }) => sha256 === undefined || !files.includes(sha256));
  const texts = withoutPassages(
    { title, number, project, section, firstPublished, reason, body, fields, ocds, remarks },
    passages,
  );
  const names = kept.map((file) => ({ ...file, name: withoutPassages(file.name, passages) }));
  return { ...place, ...texts, ocid, attachments: names, redaction: mark };
}

/** Every text in a value without the passages; addresses of pages are texts too. */
export function withoutPassages<Value>(value: Value, passages: readonly string[]): Value {
  if (typeof value === 'string') return passages.reduce<string>(without, value) as Value;
  if (Array.isArray(value)) return value.map((item) => withoutPassages(item, passages)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutPassages(member, passages)]),
  ) as Value;
}

/**
 * A passage that begins or ends with a digit or a letter is cut out only where it stands whole: 138 is no part of
 * 13812345678, nor `list` of the code `listing`, and what is cut inside of another value would make another value of it.
 */
function without(text: string, passage: string): string {
  if (passage === '') return text;
  let kept = '';
  let from = 0;
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at)) {
    const end = at + passage.length;
    if (joins(text[at - 1], passage[0]) || joins(passage.at(-1), text[end])) {
      at += 1;
      continue;
    }
    kept += text.slice(from, at) + GONE;
    from = at = end;
  }
  return kept + text.slice(from);
}

const joins = (left = '', right = '') => /[0-9A-Za-z]/.test(left) && /[0-9A-Za-z]/.test(right);
