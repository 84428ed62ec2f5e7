/**
 * A day, hours, a sum of money, a telephone or the number of a document in a sentence: 2026年11月27日, 2026-11-27,
 * 27 November 2026, 9:00—12:00, 6,371,460.00元, 20万元, 0.8元/立方米, 0938-×××××××, 财税〔2016〕11号. A run of digits is looked
 * at from its first one only, and no further than any sum goes: a stranger's text may be nothing but digits.
 */
const KEPT =
  /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}(?!\d|-)|(?<!\d)\d{1,2}:\d{2}[—–-]\d{1,2}:\d{2}(?!\d)|(?<!\d|-)0\d{2,3}-[\d×]{7,8}(?!\d|-)|\d{1,2} [A-Z][a-z]{2,8} \d{4}|¥?(?<!\d,?)\d[\d,]{0,40}(?:\.\d{1,12})?[万亿]?元(?:\/[\p{L}㎡]{1,4})?|\p{Script=Han}{0,6}〔\d{4}〕第?\d{1,6}号/gu;
const TAG_OR_TEXT = /<[^>]*>|[^<]+/g;

/** A text in pieces; those that are `kept` stand on one line. */
export function keptParts(text: string): { text: string; kept: boolean }[] {
  const parts: { text: string; kept: boolean }[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(KEPT)) {
    if (index > from) parts.push({ text: text.slice(from, index), kept: false });
    parts.push({ text: found, kept: true });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), kept: false });
  return parts;
}

/** The number of a document may be wider than a phone in large print. */
export function keptClass(text: string): string {
  return text.includes('〔') ? 'kept long' : 'kept';
}

/** The widest that is held together: what was taken out of a sum and put into it stand in it one after the other. */
const WIDEST = 40;

/**
 * A difference in groups of its parts; those that are `kept` stand on one line, however little of the day or the sum is
 * marked. What is kept in either text is kept.
 */
export function keptGroups<P extends { text: string; change: 'same' | 'removed' | 'added' }>(
  parts: readonly P[],
): { parts: P[]; kept: boolean }[] {
  const spans = [...spansOf(parts, 'added'), ...spansOf(parts, 'removed')].sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  const groups: { parts: P[]; kept: boolean }[] = [];
  let at = 0;
  for (const { from, to } of joined.filter((span) => span.to - span.from <= WIDEST)) {
    if (from > at) groups.push({ parts: cut(parts, at, from), kept: false });
    groups.push({ parts: cut(parts, from, to), kept: true });
    at = to;
  }
  const rest = cut(parts, at, Infinity);
  if (rest.length > 0) groups.push({ parts: rest, kept: false });
  return groups;
}

interface Span {
  from: number;
  to: number;
}

/** Where the text without what was `left` out has days and sums, counted over all parts. */
function spansOf(parts: readonly { text: string; change: string }[], left: 'removed' | 'added'): Span[] {
  const places: { from: number; at: number }[] = [];
  let [text, at] = ['', 0];
  for (const part of parts) {
    if (part.change !== left) {
      places.push({ from: text.length, at });
      text += part.text;
    }
    at += part.text.length;
  }
  const placeOf = (index: number) => {
    const place = places.findLast(({ from }) => from <= index)!;
    return place.at + index - place.from;
  };
  return [...text.matchAll(KEPT)].map(({ 0: found, index }) => ({
    from: placeOf(index),
    to: placeOf(index + found.length - 1) + 1,
  }));
}

function cut<P extends { text: string }>(parts: readonly P[], from: number, to: number): P[] {
  let at = 0;
  return parts.flatMap((part) => {
    const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += part.text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
}

/** The same in HTML that is clean already; tags and their attributes stay as they are. */
export function keptHtml(html: string): string {
  return html.replace(TAG_OR_TEXT, (piece) =>
    piece.startsWith('<') ? piece : piece.replace(KEPT, (kept) => `<span class="${keptClass(kept)}">${kept}</span>`),
  );
}
