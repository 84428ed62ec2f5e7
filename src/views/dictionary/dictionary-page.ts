import * as z from 'zod';
import { labels, language, LOCALES, type Locale } from '../../locales/labels.ts';
import { fieldOf, type FieldType } from '../../registers/fields.ts';
import type { Register } from '../../registers/register.ts';
import { fieldLabel } from '../notice/field-value.ts';
import { choiceLabel, kindLabel, registerLabels } from '../words.ts';

/** Every field of a register's notices, read from its schemas: what its dictionary shows and `.json` answers. */
export interface DictionaryPage {
  register: string;
  fields: DictionaryField[];
}

export interface DictionaryField {
  /** `bids[].deposit`. */
  path: string;
  /** In each language, the reader's first. */
  labels: string[];
  /** '' where nobody has written it yet. */
  means: string;
  type: FieldType;
  unit: string | null;
  codes: { code: string; label: string }[];
  /** Kinds of notice that must say it, and that may. */
  required: string[];
  optional: string[];
  /** The articles and formats that ask for it. */
  sources: string[];
}

export function dictionaryPage(register: Register, locale: Locale): DictionaryPage {
  const found = new Map<string, Found>();
  for (const [kind, { fields, source }] of Object.entries(register.kinds))
    visit(fields, '', (path, name, schema) => {
      const field = fieldOf(schema);
      // One name may be a sum here and a text there.
      const key = `${path} ${field.type}`;
      const one = found.get(key) ?? { path, name, field, required: [], optional: [], sources: new Set() };
      one[field.required ? 'required' : 'optional'].push(kind);
      one.sources.add(field.basis ?? source);
      found.set(key, one);
    });
  return { register: register.id, fields: [...found.values()].map((one) => fieldText(one, register, locale)) };
}

/** A field with those of its rows. */
export interface NestedField extends DictionaryField {
  members: NestedField[];
}

/** Fields of rows under the list that holds them. */
export function nested(fields: readonly DictionaryField[], within = ''): NestedField[] {
  return fields
    .filter(({ path }) => path.startsWith(within) && !path.slice(within.length).includes('[].'))
    .map((field) => ({ ...field, members: nested(fields, `${field.path.replace(/\[\]$/, '')}[].`) }));
}

interface Found {
  path: string;
  name: string;
  field: ReturnType<typeof fieldOf>;
  required: string[];
  optional: string[];
  sources: Set<string>;
}

/** What a field means: in the register's own words, or in those that all share. */
export function meaningOf(name: string, register: Register, locale: Locale): string {
  const own = registerLabels(register, locale).meanings ?? {};
  return own[name] ?? (labels(locale).meanings as Record<string, string>)[name] ?? '';
}

function fieldText(
  { path, name, field, required, optional, sources }: Found,
  register: Register,
  locale: Locale,
): DictionaryField {
  const { type, unit, list, schema } = field;
  const units = labels(locale).units as Record<string, string>;
  const others = LOCALES.filter((one) => language(one) !== language(locale));
  const kinds = (ids: string[]) => ids.map((id) => kindLabel(register.id, id, locale));
  return {
    path,
    labels: [...new Set([locale, ...others].map((one) => fieldLabel(name, register, one)))],
    means: meaningOf(name, register, locale),
    type,
    unit: unit === undefined ? null : (units[unit] ?? unit).trim(),
    codes:
      type === 'choice'
        ? (schema as z.ZodEnum).options.map((code) => ({
            code: String(code),
            label: choiceLabel(register, list, String(code), locale),
          }))
        : [],
    required: kinds(required),
    optional: kinds(optional),
    sources: [...sources],
  };
}

type See = (path: string, name: string, schema: z.ZodType) => void;

/** Each field, those of groups and of lists of groups after it. */
function visit(fields: z.ZodObject, above: string, see: See): void {
  for (const [name, member] of Object.entries(fields.shape)) {
    const schema = member as z.ZodType;
    see(above + name, name, schema);
    const inner = fieldOf(schema).schema;
    const isList = inner instanceof z.ZodArray;
    const row = isList ? fieldOf(inner.element as z.ZodType).schema : inner;
    if (row instanceof z.ZodObject) visit(row, `${above}${name}${isList ? '[]' : ''}.`, see);
  }
}
