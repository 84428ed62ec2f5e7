import { isQuantity, type AnyRule } from '../../clock/quantity.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';

/** The questions that the portal cannot decide, and why: conditions, exceptions and numbers that notices leave open. */
export interface QuestionsPage {
  groups: {
    id: string;
    title: string;
    questions: { id: string; ask: string; why: string; rules: { id: string; title: string; path: string }[] }[];
  }[];
}

/** What a rule may leave open, each with a key of `locales` `clock.questions.asked`. */
function openIn(rule: AnyRule): string[] {
  return [
    ...(rule.when ? [rule.when] : []),
    ...(rule.proviso ? [rule.proviso === 'fee' ? 'feeCondition' : 'proviso'] : []),
    ...(isQuantity(rule) ? (rule.doubts ?? []) : rule.target.includes('@') ? ['reprint'] : []),
    ...(rule.verifiedOn === null ? ['unverified'] : []),
  ];
}

export function questionsPage(locale: Locale): QuestionsPage {
  const t = labels(locale).clock.questions;
  const rules = registers.flatMap(({ periods, labels: own }) =>
    (periods?.rules ?? []).map((rule) => ({
      open: openIn(rule),
      id: rule.id,
      title: own[language(locale)].periods?.[rule.id] ?? rule.id,
      path: `/method#${rule.id}`,
      register: own[language(locale)].name,
    })),
  );
  const asked = Object.entries(t.asked).map(([id, { ask, why }]) => ({
    id,
    ask,
    why,
    rules: named(
      rules.filter(({ open }) => open.includes(id)),
      locale,
    ),
  }));
  const others = Object.entries(t.others).map(([id, { title, questions }]) => ({
    id,
    title,
    questions: Object.entries(questions).map(([key, one]) => ({ id: key, ...one, rules: [] })),
  }));
  return { groups: [{ id: 'clock', title: t.periods, questions: asked }, ...others] };
}

/** Registers may call their rules alike: then each says whose it is. */
function named(rules: { id: string; title: string; path: string; register: string }[], locale: Locale) {
  return rules.map(({ id, title, path, register }) => {
    const isAlike = rules.some((other) => other.id !== id && other.title === title);
    return { id, title: isAlike ? title + fill(labels(locale).record.bracketed, { text: register }) : title, path };
  });
}
