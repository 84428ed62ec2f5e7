const WORDS = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
/** Characters that end a word the dictionary does not know whole: 湖滨路, 卫生院. */
const ENDS = new Set('市县区乡镇村街路桥院馆站校厂室部局所号标期权及和与的等某');
const HAN = /^\p{Script=Han}{2,}$/u;

/**
 * A Chinese text in pieces that may stand on lines of their own: 农村 | 道路, never 农村道 | 路. Where it is not certain
 * that a word ends, the pieces stay together; after signs a browser breaks by itself.
 */
export function phrases(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const { segment } of WORDS.segment(text)) {
    const mayBreak = HAN.test(segment) && (HAN.test(before) || ENDS.has(before));
    if (mayBreak || pieces.length === 0) pieces.push(segment);
    else pieces[pieces.length - 1] += segment;
    before = segment;
  }
  return pieces;
}
