import { fold } from '../../values/script.ts';
import { anchorsIn } from '../address.ts';
import { inWords } from './numerals.ts';

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
