import { Converter } from 'opencc-js/cn2t';

let convert: ((text: string) => string) | undefined;

/** A page in traditional characters, as used in Hong Kong; words are not replaced. The tables load on first use. */
export function traditional(html: string): string {
  convert ??= Converter({ from: 'cn', to: 'hk' });
  return convert(html).replace(MISTAKEN, (found) => MEANT[found]!);
}

/**
 * What the tables make of words of notices, and what is meant. They take the longest word they know, across the limits
 * of ours: 审批核准 ends in 准 as in 标准, 清单只写 holds a 只 that counts animals.
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
  併發布: '並發布',
  併發佈: '並發布',
  發佈: '發布',
  公佈: '公布',
};

const MISTAKEN = new RegExp(Object.keys(MEANT).join('|'), 'g');
