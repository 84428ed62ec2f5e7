/**
 * A day or a sum of money in a sentence: 2026年11月27日, 2026-11-27, 27 November 2026, 6,371,460.00元, 20万元. A run of digits is
 * looked at from its first one only, and no further than any sum goes: a stranger's text may be nothing but digits.
 */
const KEPT =
  /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}(?!\d|-)|\d{1,2} [A-Z][a-z]{2,8} \d{4}|¥?(?<!\d,?)\d[\d,]{0,40}(?:\.\d{1,12})?(?:[万亿]?元)/g;
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

/** The same in HTML that is clean already; tags and their attributes stay as they are. */
export function keptHtml(html: string): string {
  return html.replace(TAG_OR_TEXT, (piece) =>
    piece.startsWith('<') ? piece : piece.replace(KEPT, '<span class="kept">$&</span>'),
  );
}
