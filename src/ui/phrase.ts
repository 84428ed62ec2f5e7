const WORDS = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
/** Characters that end a word the dictionary does not know whole: 湖滨路, 卫生院. */
const ENDS = new Set('市县区乡镇村街路桥院馆站校厂室部局所号标期权及和与的等');
/** A place ends a word whatever follows it: 乐山市 | 峨边彝族自治县; not 市级, 县内. */
const PLACE = /[省市县区镇乡]$/;
const OF_PLACE = new Set('级内外直属辖道里长立');
/** What goes with the word before it: 第一 | 中学 is one name, and so is 彝族 | 自治县. */
const HELD = /^自治[县州区旗]?$/;
const ORDINAL = /^第[一二三四五六七八九十百]+$/;
/** 天水市 | 某小学: what is not named stays with what it is. */
const SOME = '某';
/** Signs that stand for a name, and the word that says what it is: ××镇; a currency and its unit: CNY 10,000. */
const MASKED = /((?<![×某])(?:×|某){2,}\p{Script=Han}|CNY \d[\d,.]*)/u;
const ONE_HAN = /^\p{Script=Han}$/u;
/** More than stand in a line of a heading on a phone. */
const LONG = /^\p{Script=Han}{11,}$/u;
const LEAST = 4;
const HAN = /^\p{Script=Han}{2,}$/u;

/**
 * A Chinese text in pieces that may stand on lines of their own: 农村 | 道路, never 农村道 | 路. Where it is not certain
 * that a word ends, the pieces stay together; after signs a browser breaks by itself.
 */
export function phrases(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const { segment } of WORDS.segment(text)) {
    const mayBreak =
      !HELD.test(segment) &&
      !ORDINAL.test(before) &&
      before !== SOME &&
      ((HAN.test(segment) && (HAN.test(before) || ENDS.has(before))) ||
        (ONE_HAN.test(segment) && !ENDS.has(segment) && !OF_PLACE.has(segment) && PLACE.test(before)));
    if (mayBreak || pieces.length === 0) pieces.push(segment);
    else pieces[pieces.length - 1] += segment;
    before = segment;
  }
  return pieces.flatMap(halves);
}

/** Words that no dictionary holds may leave a piece longer than a line of a phone: it is cut once, before a known word. */
function halves(piece: string): string[] {
  if (!LONG.test(piece)) return [piece];
  const starts: number[] = [];
  for (const { segment, index } of WORDS.segment(piece))
    if (HAN.test(segment) && index >= LEAST && piece.length - index >= LEAST) starts.push(index);
  const middle = piece.length / 2;
  const [at] = starts.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? [piece] : [piece.slice(0, at), piece.slice(at)];
}

/** A piece with what may not break within apart: what stands for a name, a unit of money. */
export function maskedParts(piece: string): { text: string; masked: boolean }[] {
  return piece
    .split(MASKED)
    .map((text, index) => ({ text, masked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
