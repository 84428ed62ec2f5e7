import type { Locale } from '../../locales/labels.ts';
import { otherFamilyOf } from '../../registers/fees/families.ts';
import { isNamedIn, matchItem } from '../../registers/fees/match.ts';
import { readQuestion } from '../../registers/fees/question.ts';
import { dayOf } from '../../values/date.ts';
import type { Portal } from '../portal.ts';
import { checkPath } from './check-page.ts';
import { choice, familyName, feeRow, type FeeRow } from './fee-row.ts';
import { itemsOn } from './kept-items.ts';

/** What the catalogue of fees has to say to a search: the item that the words name, or the other family they belong to. */
export interface FeeHint {
  row: FeeRow | null;
  /** Said where it is no administrative fee. */
  other: { word: string; family: string } | null;
  checkPath: string;
}

const LONGEST = 40;

export function feeHint(portal: Portal, q: string, locale: Locale): FeeHint | null {
  const { words } = readQuestion(q);
  if (q === '' || q.length > LONGEST || words.length < 2) return null;
  const day = dayOf(portal.now());
  const { item } = matchItem(
    words,
    itemsOn(portal, day).map((kept) => kept.item),
  );
  // A word in the middle of a longer search names its tender, not a fee: 不动产登记档案数字化项目.
  const isNamed =
    item &&
    isNamedIn(words, item) &&
    words.length <= Math.max(item.name.length, ...item.aliases.map(({ length }) => length)) + SLACK;
  const known = isNamed ? item : null;
  const other = known
    ? known.family === 'administrative'
      ? null
      : { word: known.name, family: choice('family', known.family, locale) }
    : otherIn(words, locale);
  if (!known && !other) return null;
  return { row: known && feeRow(known, day, locale), other, checkPath: checkPath({ fee: q, paid: '' }, locale) };
}

const SLACK = 4;

function otherIn(words: string, locale: Locale): FeeHint['other'] {
  const other = otherFamilyOf(words);
  // 物业服务, 测绘 alone are looked for among tenders.
  return other && /[费金税款租]$/.test(words) && words.length <= other.word.length + SLACK
    ? { word: other.word, family: familyName(other.family, locale) }
    : null;
}
