import { configs } from 'opencc-js/preset/cn2t';
import { labels } from '../locales/labels.ts';
import { LongestWords } from '../values/longest-words.ts';
import { literally } from '../values/person-names.ts';

let convert: ((text: string) => string) | undefined;

/** A page in traditional characters, as used in Hong Kong; words are not replaced, quotation marks are. The tables load on first use. */
export function traditional(html: string): string {
  convert ??= hongKong();
  return convert(html)
    .replace(MISTAKEN, (found) => MEANT[found]!)
    .replace(QUOTED_WITHIN, (quoted, text: string) => (/\p{Script=Han}/u.test(text) ? `『${text}』` : quoted));
}

/** From simplified characters: cut into words, each of which is then converted by itself (OpenCC, s2hk). */
export function hongKong(): (text: string) => string {
  const { segmentation, conversionChain, normalizationChain = [] } = configs['s2hk'] as unknown as Chains;
  const cut = new LongestWords(segmentation);
  const chain = conversionChain.map((group) => new LongestWords(group));
  const normal = normalizationChain.map((group) => new LongestWords(group));
  return (text) => {
    const pieces = cut.pieces(normal.reduce((found, words) => words.replaced(found), text));
    return pieces.map((piece) => chain.reduce((found, words) => words.replaced(found), piece)).join('');
  };
}

/** Each a group of dictionaries. */
interface Chains {
  segmentation: string[];
  conversionChain: string[][];
  normalizationChain?: string[][];
}

/**
 * The same of a whole page, where whoever is named is called as he was published: what leads to the page of a unit or a
 * party, and what says `translate="no"`, is a name wherever it stands on the page. What a link says in a word of ours is
 * none. What a form sends back stays as it is: a choice is known by its name, and what a reader wrote is the reader's.
 */
export function traditionalPage(html: string): string {
  ours ??= textsIn(labels('zh'));
  const found = [...html.matchAll(NAMED)].map(([, name]) => name!.trim());
  const names = [...new Set(found)].filter((name) => name.length >= LEAST && !ours!.has(name));
  // The longest first: one name may begin another.
  const pattern = names
    .toSorted((a, b) => b.length - a.length)
    .map(literally)
    .join('|');
  const kept = pattern === '' ? SENT_BACK : `${SENT_BACK}|(?:${pattern})${ENDS}`;
  return html
    .split(new RegExp(`(${kept})`, 'u'))
    .map((text, index) => (index % 2 === 1 ? text : traditional(text)))
    .join('');
}

let ours: ReadonlySet<string> | undefined;

function textsIn(tree: object): Set<string> {
  return new Set(
    Object.values(tree).flatMap((one: unknown) => (typeof one === 'string' ? [one] : [...textsIn(one as object)])),
  );
}

const NAMED = /<(?:a\b[^>]*\bhref="[^"]*\/(?:parties|units)\/[^"/]+"|\w+\b[^>]*\btranslate="no")[^>]*>([^<]+)</g;
/** Where a name ends: in a longer one (某小学教学设备采购) it is a part, and that is not half converted. */
const ENDS = '(?=$|\\P{Script=Han}|[的与和及或等在为于是将已应须对向按由发签负提承受]|中标)';
/** Values of options and boxes, and the words in a large box. */
const SENT_BACK = '\\svalue="[^"]*"|<textarea\\b[^>]*>[^<]*';
/** Shorter ones are words of the language. */
const LEAST = 4;

/**
 * What the tables make of words of notices, and what is meant. They take the longest word they know, across the limits
 * of ours: 审批核准 ends in 准 as in 标准, 清单只写 holds a 只 that counts animals,
 * 投标人参加 a root, 180天后 a goddess. Places are written as they are today: 慈溪, not 慈谿.
 */
const MEANT: Readonly<Record<string, string>> = {
  核準: '核准',
  按周: '按週',
  單隻: '單只',
  簽隻: '簽只',
  征收: '徵收',
  征求: '徵求',
  籤合同: '簽合同',
  籤成交: '簽成交',
  籤交地: '簽交地',
  籤約: '簽約',
  籤發: '簽發',
  一併發布: '一併發布',
  一併發佈: '一併發布',
  併發布: '並發布',
  併發佈: '並發布',
  發佈: '發布',
  公佈: '公布',
  合並: '合併',
  明瞭: '明了',
  天后: '天後',
  換髮: '換發',
  蔘: '參',
  巖: '岩',
  摺合: '折合',
  衝抵: '沖抵',
  個體戶: '個體户',
  衚衕: '胡同',
  示醜: '示丑',
  有采購: '有採購',
  得采礦: '得採礦',
  谿: '溪',
  澂: '澄',
  云城: '雲城',
  啓: '啟',
  粘: '黏',
  簽註: '簽注',
  停表: '停錶',
  計劃編制: '計劃編製',
  '“': '「',
  '”': '」',
};

const MISTAKEN = new RegExp(Object.keys(MEANT).join('|'), 'g');
const QUOTED_WITHIN = /‘([^‘’]*)’/g;
