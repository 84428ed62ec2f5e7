import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Refused } from './parameters.ts';

/** The control beside which a refusal is said: a choice by its name, a range by what it is a range of. */
export type Control = string;

export interface Refusal {
  control: Control;
  text: string;
}

const CONTROLS: Record<string, 'days' | 'sums'> = { from: 'days', to: 'days', day: 'days', min: 'sums', max: 'sums' };

/** Why what was asked was not used: one sentence a control. */
export function refusalsOf(dropped: readonly Refused[], locale: Locale): Refusal[] {
  const byControl = Map.groupBy(dropped, ({ name }) => CONTROLS[name] ?? name);
  return [...byControl].map(([control, refused]) => ({ control, text: sentence(control, refused, locale) }));
}

function sentence(control: Control, refused: readonly Refused[], locale: Locale): string {
  const t = labels(locale).list;
  const [first, last] = refused.filter(({ why }) => why === 'reversed').map(({ found }) => found);
  if (first !== undefined && last !== undefined)
    return fill(control === 'days' ? t.reversedDays : t.reversedSums, { first, last });
  const of = (why: Refused['why']) =>
    refused
      .filter((one) => one.why === why)
      .map(({ found }) => found)
      .join(labels(locale).record.list);
  const unreadable = of('unreadable');
  if (unreadable === '') return fill(t.several, { found: of('several') });
  const template = control === 'days' ? t.badDay : control === 'sums' ? t.badAmount : t.badChoice;
  return fill(template, { found: unreadable });
}
