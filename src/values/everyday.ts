import groups from '../../db/seeds/reference/everyday.json' with { type: 'json' };
import { fold } from './script.ts';

/** What people say, with what notices call it: one way only, for 道路 is not asked for as 修路. */
export const EVERYDAY: readonly { said: string; means: readonly string[] }[] = groups;

let said: { said: string; means: string[] }[] | undefined;

/** What stands in a text as it is said every day, the longest first: 修路 with 道路, 公路, 路面. Folded. */
export function everydayIn(text: string): { said: string; means: string[] }[] {
  said ??= EVERYDAY.map((one) => ({ said: fold(one.said), means: one.means.map(fold) })).toSorted(
    (a, b) => b.said.length - a.said.length,
  );
  const typed = fold(text);
  return said.filter((one) => typed.includes(one.said));
}
