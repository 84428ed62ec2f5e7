/** A piece of a text: in the language of the page, or Chinese. */
export interface Piece {
  text: string;
  chinese: boolean;
}

/**
 * What stands in Chinese, with the figures and signs within it: 500万以上. Anything else is of the page's language, for
 * a voice reads it so. A run of figures is looked through no further than any figure goes.
 */
const CHINESE = /(?=[\p{N}×〇（《“]{0,40}\p{Script=Han})(?:[\p{Script=Han}\p{N}×\u3000-\u303f\uff01-\uff60])+/gu;

/** A text of a page that is not Chinese, cut where the language changes. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: chinese, index } of text.matchAll(CHINESE)) {
    if (index > end) found.push({ text: text.slice(end, index), chinese: false });
    found.push({ text: chinese, chinese: true });
    end = index + chinese.length;
  }
  if (end < text.length) found.push({ text: text.slice(end), chinese: false });
  return found;
}
