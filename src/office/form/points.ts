import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Refusal } from '../../values/result.ts';
import type { FormDoubt, FormField, FormSection, Making, OpenPoint } from './field.ts';
import { labelOf, sentenceOf } from './sentence.ts';

/** What is wrong with a field, beside its box. */
export function errorAt(path: string, making: Making): string | undefined {
  const found = making.refusals.find(
    (refusal) => refusal.path === path && refusal.code !== 'missing' && !isDoubt(refusal),
  );
  const { named } = labels(making.locale).office.form;
  return (
    found &&
    fill(named, {
      label: labelOf(path, making, making.locale),
      text: sentenceOf(found, making.locale, making),
    })
  );
}

const isDoubt = ({ code }: Refusal) => code.startsWith('odd-');

/** What is odd about a field, beside its box. */
export function doubtsAt(path: string, { doubts = [], ...making }: Making): FormDoubt[] {
  return doubts
    .filter((doubt) => doubt.path === path)
    .map((doubt) => ({
      name: `confirmed.${doubt.key}`,
      answer: doubt.answer,
      text: fill(labels(making.locale).office.form.named, {
        label: labelOf(path, making, making.locale),
        text: sentenceOf(doubt, making.locale, making),
      }),
      isAnswered: doubt.isAnswered,
    }));
}

/** A refusal with its field's name, leading to its box. */
export function openPoint(refusal: Refusal, sections: readonly FormSection[], making: Making): OpenPoint {
  const path = refusal.path ?? '';
  // Reasons stand under the verdicts, not among the fields.
  const [member, rule] = path.split('.');
  if (member === 'explanations')
    return {
      label: labels(making.locale).clock.title,
      text: sentenceOf(refusal, making.locale, making),
      sentence: sentenceOf(refusal, making.locale, making),
      href: rule ? `#explain-${rule}` : '#periods',
      isMissing: refusal.code === 'missing',
      isDoubt: false,
    };
  const field = findField(
    sections.flatMap(({ fields }) => fields),
    path,
  );
  const t = labels(making.locale).office.form;
  const row = /\.(\d+)\./.exec(path);
  const label =
    (field?.label ?? labelOf(path || 'title', making, making.locale)) +
    (row ? fill(t.inRow, { n: Number(row[1]) + 1 }) : '');
  const isMissing = refusal.code === 'missing';
  const text = sentenceOf(refusal, making.locale, making);
  return {
    label,
    text: isMissing ? t.missing : text,
    sentence: field ? fill(t.named, { label, text }) : text,
    href: `#${field?.id ?? 's1'}`,
    isMissing,
    isDoubt: isDoubt(refusal),
  };
}

function findField(fields: readonly FormField[], path: string): FormField | undefined {
  for (const field of fields) {
    if (field.path === path || field.path === `${path}.name`) return field;
    const inner = findField([...(field.members ?? []), ...(field.rows ?? []).flatMap((row) => row.fields)], path);
    if (inner) return inner;
  }
  return undefined;
}

/** An open point as the list beside the form says it. */
export interface OpenLine {
  label: string;
  href: string;
  tone: 'unknown' | 'border' | 'broken';
  word: string;
}

export function openLine({ label, text, href, isMissing, isDoubt }: OpenPoint, locale: Locale): OpenLine {
  const t = labels(locale).office.form;
  return {
    label,
    href,
    tone: isMissing ? 'unknown' : isDoubt ? 'border' : 'broken',
    word: isMissing ? text : isDoubt ? t.doubt : t.wrong,
  };
}
