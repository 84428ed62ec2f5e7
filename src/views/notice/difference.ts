import type { Notice } from '../../registers/notice.ts';
import { canonicalJson } from '../../values/canonical.ts';

/** One field that two texts of a notice tell differently. `path` is made of field names and positions from 1. */
export interface FieldDifference {
  path: string[];
  before: unknown;
  after: unknown;
}

/** The header members a reader compares; the rest is identity. */
const COMPARED = ['title', 'number', 'project', 'section', 'related', 'unit', 'region'] as const;

/** Field by field, in the order of the newer text; the body is compared apart (`wordDifference`). */
export function differences(before: Notice, after: Notice): FieldDifference[] {
  const found: FieldDifference[] = [];
  for (const member of COMPARED) compare([member], before[member], after[member], found);
  compare([], before.fields, after.fields, found);
  return found;
}

function compare(path: string[], before: unknown, after: unknown, found: FieldDifference[]): void {
  if (before === undefined && after === undefined) return;
  if (isGroup(before) && isGroup(after)) {
    for (const key of new Set([...Object.keys(after), ...Object.keys(before)]))
      compare([...path, key], before[key], after[key], found);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      compare([...path, String(index + 1)], before[index], after[index], found);
    }
  } else if (canonicalJson(before ?? null) !== canonicalJson(after ?? null)) {
    found.push({ path, before, after });
  }
}

/** Money and bounds are one value, not a group of them. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('printed' in value) &&
    !('min' in value) &&
    !('max' in value)
  );
}

export interface TextPart {
  text: string;
  change: 'same' | 'removed' | 'added';
}

/** The longest texts compared word by word; longer ones are compared line by line. */
const CHARACTERS = 2_000;
/** A number or a Latin word changes as a whole: 258 became 285, no digit moved. A hanzi is a word. */
const WORD = /\d+|[A-Za-z]+|[^]/gu;

/** What was taken out of and put into a text, in reading order. */
export function wordDifference(before: string, after: string): TextPart[] {
  const short = before.length <= CHARACTERS && after.length <= CHARACTERS;
  const split = (text: string) => (short ? (text.match(WORD) ?? []) : text.split(/(?<=\n)/));
  const a = split(before);
  const b = split(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const parts: TextPart[] = [];
  push(parts, a.slice(0, head).join(''), 'same');
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), parts);
  push(parts, a.slice(a.length - tail).join(''), 'same');
  return parts;
}

/** Longest common subsequence; beyond its budget the middle is one removal and one addition. */
function middle(a: string[], b: string[], parts: TextPart[]): void {
  if (a.length * b.length > 4_000_000) {
    push(parts, a.join(''), 'removed');
    push(parts, b.join(''), 'added');
    return;
  }
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, a[i]!, 'same');
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
      push(parts, a[i++]!, 'removed');
    } else {
      push(parts, b[j++]!, 'added');
    }
  }
}

function push(parts: TextPart[], text: string, change: TextPart['change']): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.change === change) last.text += text;
  else parts.push({ text, change });
}
