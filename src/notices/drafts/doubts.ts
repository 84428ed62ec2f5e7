import { doubtsIn, inexact } from '../../registers/doubts.ts';
import { findKind } from '../../registers/registers.ts';
import { CITY, findRegion, liesIn } from '../../values/region.ts';
import type { Refusal } from '../../values/result.ts';
import type { Draft } from './draft.ts';

type Typed = Pick<Draft, 'register' | 'kind' | 'content'>;

/** What is odd in a draft, and whether its writer said that it is so. */
export interface Doubt extends Refusal {
  path: string;
  /** The member of `confirmed` that answers it, and what must stand there: another value is another doubt. */
  key: string;
  answer: string;
  isAnswered: boolean;
}

/** What is odd in a draft, as far as it is filled in (`registers/doubts.ts`), answered or not. */
export function doubtsOf({ register, kind, content }: Typed): Doubt[] {
  const fields = findKind(register, kind)?.fields;
  if (!fields || content.firstPublished) return [];
  return [...placeDoubts(content.region), ...doubtsIn(fields, content.fields)].map((refusal) => {
    const [key, answer] = answerTo(refusal);
    return { ...refusal, path: refusal.path ?? '', key, answer, isAnswered: content.confirmed?.[key] === answer };
  });
}

/** The member of `confirmed` that answers a doubt, and what must stand there. */
export function answerTo({ code, path = '', found = '', expected = '' }: Refusal): [key: string, answer: string] {
  return [`${code}.${path}`, `${found}; ${expected}`];
}

/** `odd-place`: a division that does not lie in the city. */
function placeDoubts(region: string | undefined): Refusal[] {
  const found = region ? findRegion(region) : undefined;
  if (!found || liesIn(found.code, CITY)) return [];
  return [{ code: 'odd-place', path: 'region', found: found.name, expected: findRegion(CITY)!.name }];
}

/** What keeps a draft from being handed in: doubts without an answer, and what is said less exactly than it should be. */
export function openDoubts(draft: Typed): Refusal[] {
  const fields = findKind(draft.register, draft.kind)?.fields;
  const open = doubtsOf(draft).filter(({ isAnswered }) => !isAnswered);
  return [
    ...(fields && !draft.content.firstPublished ? inexact(fields, draft.content.fields) : []),
    ...open.map(({ code, path, found, expected }) => ({ code, path, found: found!, expected: expected! })),
  ];
}
