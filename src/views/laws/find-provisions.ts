import { fold } from '../../values/script.ts';
import { anchorsIn } from '../address.ts';

/** What is known of a law here, as `content/laws` has it. */
export interface Law {
  id: string;
  /** In Chinese and in other languages. */
  titles: readonly string[];
  provisions: readonly { article: string; requires: string; verified: boolean }[];
}

export interface FoundProvision {
  law: string;
  article: string;
  requires: string;
  verified: boolean;
  path: string;
}

/** The provisions that hold every word, in their text or in the name of their law; 20日 also finds 二十日. */
export function findProvisions(laws: readonly Law[], q: string): FoundProvision[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return laws.flatMap(({ id, titles, provisions }) =>
    provisions
      .filter(({ article, requires }) => {
        const text = fold([...titles, article, requires].join('\n'));
        return words.every((word) => text.includes(word) || text.includes(fold(inWords(word))));
      })
      .map((provision) => ({ law: id, path: `/laws/${id}#${anchorsIn(provision.article)[0]}`, ...provision })),
  );
}

const DIGITS = [...'〇一二三四五六七八九'];

/** Numbers to 999 as laws write them: 20 → 二十, 105 → 一百零五. */
export function inWords(text: string): string {
  return text.replace(/\d+/g, (digits) => {
    const number = Number(digits);
    return number > 0 && number < 1_000 ? wordsOf(number) : digits;
  });
}

function wordsOf(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const above = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : above && ones > 0 ? '零' : '';
  return above + middle + (ones > 0 ? DIGITS[ones] : '');
}
