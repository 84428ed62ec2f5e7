import type * as z from 'zod';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { fieldOf } from '../../registers/fields.ts';
import type { Kind, Register } from '../../registers/register.ts';
import type { Refusal } from '../../values/result.ts';
import { choiceLabel } from '../../views/words.ts';

/** Whose form a refusal is about: it says its fields and choices in words. */
export interface About {
  register: Register;
  kind: Kind;
}

/**
 * A refusal as a sentence, for people. What a register calls its fields, choices and units stands in it; codes stand only
 * where nothing is known of the form, as in what programs are told.
 */
export function sentenceOf(refusal: Refusal, locale: Locale, about?: About): string {
  const { code, found = '' } = refusal;
  const all = labels(locale);
  const sentences = { ...all.refusals, ...all.import.problems } as Record<string, string>;
  const expected = expectedIn(refusal, locale, about);
  const unit = unitIn(refusal, locale);
  const sentence = unit && sentences[`${code}:unit`] ? sentences[`${code}:unit`]! : (sentences[code] ?? code);
  return fill(sentence, { found: withUnits(found, locale), expected, unit, path: '' });
}

/** The field's own name, else that of what all registers share. */
export function labelOf(path: string, { register }: Pick<About, 'register'>, locale: Locale): string {
  const name = path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1)!;
  const { header } = labels(locale).office.form as { header: Record<string, string> };
  const own = register.labels[language(locale)].fields;
  return header[path] ?? own[name] ?? (labels(locale).fields as Record<string, string>)[name] ?? name;
}

function expectedIn({ code, path, expected = '' }: Refusal, locale: Locale, about: About | undefined): string {
  const { types } = labels(locale).office.form;
  if (code === 'wrong-type') return (types as Record<string, string>)[expected] ?? expected;
  if (!about) return withUnits(expected, locale);
  const { listed } = labels(locale).office.form;
  if (code === 'not-a-choice') {
    const list = fieldAt(about.kind, path ?? '')?.list;
    return expected
      .split(' ')
      .map((one) => choiceLabel(about.register, list, one, locale))
      .join(listed);
  }
  if (code === 'odd-part') {
    const [sum = '', unit = '', whole = ''] = expected.split(' ');
    return `${labelOf(whole, about, locale)}${withUnits(` ${sum} ${unit}`, locale).trimStart()}`;
  }
  return withUnits(expected, locale);
}

/** `3.2453 hectare` as 3.2453公顷: units stand in refusals by their keys. */
export function withUnits(text: string, locale: Locale): string {
  const { units } = labels(locale) as { units: Record<string, string> };
  return text.replace(/^([\d.,]+) ([a-z-]+)$/, (whole, number: string, unit: string) =>
    units[unit] === undefined ? whole : `${number}${units[unit]}`,
  );
}

function unitIn({ expected = '' }: Refusal, locale: Locale): string {
  const { units } = labels(locale) as { units: Record<string, string> };
  const [key = ''] = expected.split(' ').slice(-1);
  return (units[key] ?? '').trim();
}

/** The field that a path leads to; undefined for the header's. */
function fieldAt(kind: Kind, path: string): ReturnType<typeof fieldOf> | undefined {
  const [root, ...names] = path.split('.');
  if (root !== 'fields') return undefined;
  let schema: z.ZodType | undefined = kind.fields;
  for (const name of names) {
    const { schema: inner } = fieldOf(schema!);
    schema = /^\d+$/.test(name)
      ? ((inner as z.ZodArray).element as z.ZodType | undefined)
      : ((inner as z.ZodObject).shape as Record<string, z.ZodType> | undefined)?.[name];
    if (!schema) return undefined;
  }
  return schema && fieldOf(schema);
}
