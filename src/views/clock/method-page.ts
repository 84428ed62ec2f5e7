import { lawText } from '../laws/law-text.ts';
import type { Period, Unimplemented } from '../../clock/period.ts';
import { isQuantity, type AnyRule } from '../../clock/quantity.ts';
import { calendarOf, judgedCounts } from '../../clock/storage.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import type { Register } from '../../registers/register.ts';
import type { Portal } from '../portal.ts';
import { lawPath } from '../address.ts';
import { fieldLabel } from '../notice/field-value.ts';
import { kindLabel, registerLabels } from '../words.ts';
import { coverageRows, type CoverageRow } from './coverage.ts';
import { exampleOf, type Example } from './example.ts';
import { ruleText } from './verdict-line.ts';

/** Every rule with its text, article, versions and coverage: what the method page shows and `/method.json` answers. */
export interface MethodPage {
  registers: {
    id: string;
    name: string;
    rules: MethodRule[];
    unimplemented: (Omit<Unimplemented, 'reason'> & { title: string; reason: string })[];
  }[];
  /** Of which sources absence says anything. */
  sources: CoverageRow[];
  /** The days that the calendar covers; they stand on `/method/holidays`. */
  calendar: { from: string; until: string };
}

/** One rule in words, with its example. */
export interface MethodRule {
  id: string;
  title: string;
  formula: string;
  text: string;
  law: string;
  lawPath: string | null;
  from: string | null;
  until: string | null;
  binds: string;
  condition: string;
  owed: boolean;
  example: Example;
  verifiedOn: string | null;
  judged: number;
}

export function methodPage(portal: Portal, locale: Locale): MethodPage {
  const { database } = portal;
  const t = labels(locale).clock;
  const judged = new Map(judgedCounts(database).map(({ rule, count }) => [rule, count]));
  const calendar = calendarOf(database);
  return {
    sources: coverageRows(portal, locale),
    registers: registers
      .filter(({ periods }) => periods)
      .map((register) => ({
        id: register.id,
        name: registerLabels(register, locale).name,
        rules: register.periods!.rules.map((rule) => ({
          id: rule.id,
          title: titleOf(register, rule.id, locale),
          formula: formulaOf(register, rule, locale),
          text: ruleText(rule, locale),
          law: lawText(rule, locale),
          lawPath: lawPath(rule.page, rule.article),
          from: rule.from,
          until: rule.until,
          binds: t.bound[rule.binds],
          condition: rule.when ? t.methodPage.conditions[rule.when] : '',
          owed: rule.publication === true,
          example: exampleOf(register.id, rule, calendar, locale),
          verifiedOn: rule.verifiedOn,
          judged: judged.get(rule.id) ?? 0,
        })),
        unimplemented: register.periods!.unimplemented.map((one) => ({
          ...one,
          title: titleOf(register, one.id, locale),
          reason: t.reasons[one.reason],
        })),
      })),
    calendar: { from: calendar.from, until: calendar.until },
  };
}

function titleOf(register: Register, id: string, locale: Locale): string {
  return register.labels[language(locale)].periods?.[id] ?? id;
}

function formulaOf(register: Register, rule: AnyRule, locale: Locale): string {
  if (isQuantity(rule))
    return rule.kinds.map((kind) => kindLabel(register.id, kind, locale)).join(labels(locale).record.list);
  return fill(labels(locale).clock.methodPage.formula, {
    trigger: momentText(register, rule.trigger, locale),
    target: momentText(register, rule.target, locale),
  });
}

/** `tender.documentsFrom|tender@` in words: 招标公告·文件获取开始时间、招标公告发布. */
function momentText(register: Register, references: Period['trigger'], locale: Locale): string {
  const words = references.split('|').map((reference) => {
    const [kind = '', field = ''] = reference.split(/[.@]/);
    if (!/[.@]/.test(reference)) return fieldLabel(reference, register, locale);
    return field === ''
      ? kindLabel(register.id, kind, locale)
      : `${kindLabel(register.id, kind, locale)}·${fieldLabel(field, register, locale)}`;
  });
  return (
    [...new Set(words)].slice(0, 3).join(labels(locale).record.list) +
    (words.length > 3 ? labels(locale).record.andMore : '')
  );
}
