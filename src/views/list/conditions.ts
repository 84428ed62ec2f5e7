import { labels, type Locale } from '../../locales/labels.ts';
import type { Query } from '../address.ts';
import { dayRange, sumRange } from '../range.ts';
import type { Choice } from './choices.ts';
import type { ListParameters } from './parameters.ts';

/** A condition in words, and the address without it. */
export interface Condition {
  label: string;
  text: string;
  /** What the address must change to be without it. */
  without: Query;
}

/** What narrows a list, in the order of its controls; words first. */
export function conditionsOf(parameters: ListParameters, choices: readonly Choice[], locale: Locale): Condition[] {
  const { list: t, search } = labels(locale);
  const { q, from, to, min, max } = parameters;
  const chosen = choices.flatMap(({ name, label, values, chosen: value }) =>
    value === ''
      ? []
      : [{ label, text: values.find((one) => one.value === value)!.label, without: { [name]: undefined } }],
  );
  return [
    ...(q === '' ? [] : [{ label: search.words, text: q, without: { q: undefined } }]),
    ...chosen,
    ...(from === undefined && to === undefined
      ? []
      : [{ label: t.days, text: dayRange(from, to, locale), without: { from: undefined, to: undefined } }]),
    ...(min === undefined && max === undefined
      ? []
      : [{ label: t.sums, text: sumRange(min, max, locale), without: { min: undefined, max: undefined } }]),
  ];
}
