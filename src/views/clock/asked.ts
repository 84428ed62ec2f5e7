import { labels, type Locale } from '../../locales/labels.ts';
import type { Refused } from '../list/parameters.ts';
import { refusalsOf } from '../list/refusals.ts';

/** A choice above a list: what can be chosen, what is, and why what was asked is not. */
export interface Control {
  name: string;
  label: string;
  /** What stands for no choice. */
  all: string;
  values: { value: string; label: string }[];
  chosen: string;
  refusal: string | null;
}

/** Reads choices of an address; what is none is kept with its reason, and not used. */
export function choicesIn(search: URLSearchParams): {
  read: (name: string, isChoice: (value: string) => boolean) => string | undefined;
  dropped: Refused[];
} {
  const dropped: Refused[] = [];
  return {
    dropped,
    read(name, isChoice) {
      const [first, ...others] = new Set(search.getAll(name).filter(Boolean));
      for (const found of others) dropped.push({ name, found: found.slice(0, 40), why: 'several' });
      if (first === undefined || isChoice(first)) return first;
      dropped.push({ name, found: first.slice(0, 40), why: 'unreadable' });
      return undefined;
    },
  };
}

export function controlOf(
  one: Omit<Control, 'refusal' | 'chosen'> & { chosen: string | undefined },
  dropped: readonly Refused[],
  locale: Locale,
): Control {
  const refusal = refusalsOf(dropped, locale).find(({ control }) => control === one.name);
  return { ...one, chosen: one.chosen ?? '', refusal: refusal?.text ?? null };
}

/** What was asked that no control has. */
export function refusedBeside(
  dropped: readonly Refused[],
  controls: readonly Control[],
  locale: Locale,
): { name: string; text: string }[] {
  const names = new Set(controls.map(({ name }) => name));
  return refusalsOf(dropped, locale)
    .filter(({ control }) => !names.has(control))
    .map(({ control, text }) => ({ name: control, text }));
}

/** 公告没有写明单位: what a unit is called that no notice names. */
export function unitName(name: string | undefined, locale: Locale): string {
  return name || labels(locale).clock.owed.noUnit;
}
