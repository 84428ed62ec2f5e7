import groups from '../../db/seeds/reference/synonyms.json' with { type: 'json' };
import { parseDay } from './date.ts';
import { fold } from './script.ts';

/** Words of the field that mean the same to who searches, each group with why. */
export const SYNONYMS: readonly { words: readonly string[]; why: string }[] = groups;

/** So many others are searched for besides what was typed. */
const MOST = 4;

let spellings: string[][] | undefined;

/**
 * The same words with a word of the field put otherwise: 招投标公告 → 招标投标公告. Folded; empty when none stands in
 * it. The longest that stands there is taken: 国有建设用地使用权出让 is not asked for 土地出让 in its middle.
 */
export function synonymsOf(text: string): string[] {
  const typed = fold(text);
  const days = otherSpellingsOfDay(typed);
  if (days.length > 0) return days;
  spellings ??= SYNONYMS.map(({ words }) => words.map(fold));
  const others = spellings.flatMap((words) => {
    const named = words.filter((word) => typed.includes(word)).toSorted((a, b) => b.length - a.length)[0];
    return named === undefined ? [] : words.filter((word) => word !== named).map((word) => typed.replace(named, word));
  });
  // What holds the typed word anyway finds nothing more: 中标结果公告 for 结果公告.
  return [...new Set(others)].filter((other) => !other.includes(typed)).slice(0, MOST);
}

/** 2026年4月8日 is printed 2026年04月08日, 2026-04-08 and 2026.4.8 as well; signs between the figures do not count. */
function otherSpellingsOfDay(typed: string): string[] {
  // Digits alone are a code.
  const parts = /\D/.test(typed) ? parseDay(typed)?.split('-') : undefined;
  if (!parts) return [];
  const [year = '', m = '', d = ''] = parts;
  const [month, day] = [Number(m), Number(d)];
  const all = [`${year}年${month}月${day}日`, `${year}年${m}月${d}日`, `${year}-${m}-${d}`, `${year}-${month}-${day}`];
  return [...new Set(all)].filter((other) => other !== typed);
}
