import { speaksOfRecord } from '../../notices/drafts/whose.ts';
import type * as z from 'zod';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { fieldOf, isDateType, type FieldType, type Party } from '../../registers/fields.ts';
import { choiceLabel } from '../../views/words.ts';
import { noticeHeader } from '../../registers/notice.ts';
import type { Kind, Register, RegisterLabels } from '../../registers/register.ts';
import { dayOf, minuteOf, parseDay, parseDayOrInstant, parseInstant } from '../../values/date.ts';
import { cityRegions } from '../../values/region.ts';
import type { Refusal } from '../../values/result.ts';
import { isLines, PARTY_MEMBERS, type DraftInput } from './input.ts';

/**
 * A form made from a kind's schema: sections in the order of the document, every field with what was typed and
 * what is wrong with it. A new register needs no form of its own.
 */
export interface Form {
  sections: FormSection[];
  /** What is missing or wrong, each leading to its field. */
  open: OpenPoint[];
}

export interface FormSection {
  id: string;
  title: string;
  fields: FormField[];
}

export interface FormField {
  /** The input's name: `fields.parcels.0.area`. */
  path: string;
  id: string;
  label: string;
  type: FieldType | 'region' | 'markdown' | 'url' | 'time';
  required: boolean;
  /** As typed. */
  value: string;
  unit?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  options?: { code: string; label: string }[];
  /** Of a group, of a party beyond its name, of a day its hour. */
  members?: FormField[];
  rows?: FormRow[];
}

export interface FormRow {
  /** `fields.parcels.0`. */
  path: string;
  label: string;
  fields: FormField[];
}

export interface OpenPoint {
  label: string;
  text: string;
  href: string;
  isMissing: boolean;
}

interface Making {
  register: Register;
  kind: Kind;
  input: DraftInput;
  refusals: readonly Refusal[];
  /** How many rows a list shows at least, by its path. */
  rows?: Readonly<Record<string, number>> | undefined;
  locale: Locale;
}

export function formOf(making: Making): Form {
  const t = labels(making.locale).office.form;
  const numbered = [headSection(making), ...fieldSections(making), tailSection(making)].filter(
    ({ fields }) => fields.length > 0,
  );
  const sections = numbered.map((section, index) => ({
    ...section,
    id: `s${index + 1}`,
    title: `${t.ordinals[index] ?? `${index + 1}、`}${section.title}`,
  }));
  return { sections, open: making.refusals.map((refusal) => openPoint(refusal, sections, making)) };
}

type Untitled = Omit<FormSection, 'id'>;

function headSection(making: Making): Untitled {
  const t = labels(making.locale).office.form;
  const text = (path: string, required = false, hint?: string) => headerField(making, path, 'text', required, hint);
  const region: FormField = {
    ...headerField(making, 'region', 'region', true),
    options: cityRegions().map(({ code, name }) => ({ code, label: name })),
  };
  return {
    title: t.head,
    fields: [
      text('title', true),
      text('number'),
      text('project.name', true),
      text('project.code', false, t.projectCodeHint),
      region,
      text('section.id', false, t.sectionHint),
    ],
  };
}

/** Lists of groups stand alone, two or more dates together; what lies between is the rest. */
function fieldSections(making: Making): Untitled[] {
  const t = labels(making.locale).office.form;
  const { fields: names } = own(making);
  const sections: (Untitled & { is: 'list' | 'dates' | 'facts' })[] = [];
  const shape = (making.kind.fields as z.ZodObject).shape as Record<string, z.ZodType>;
  for (const [name, schema] of Object.entries(shape)) {
    const field = fieldFrom(schema, `fields.${name}`, making.input.fields?.[name], making);
    const is = field.rows ? 'list' : isDateType(field.type) ? 'dates' : 'facts';
    const last = sections.at(-1);
    if (last && last.is === is && is !== 'list') last.fields.push(field);
    else
      sections.push({
        is,
        title: is === 'list' ? (names[name] ?? name) : is === 'dates' ? t.dates : t.facts,
        fields: [field],
      });
  }
  return joinSingles(sections);
}

/** A date that stands alone belongs to what is around it. */
function joinSingles(sections: (Untitled & { is: string })[]): Untitled[] {
  const joined: (Untitled & { is: string })[] = [];
  for (const section of sections) {
    const last = joined.at(-1);
    const fits =
      last &&
      last.is !== 'list' &&
      section.is !== 'list' &&
      (section.fields.length === 1 || last.fields.length === 1 || last.is === section.is);
    if (fits) last.fields.push(...section.fields);
    else joined.push({ ...section, fields: [...section.fields] });
  }
  return joined.map((section) =>
    section.is === 'facts'
      ? {
          ...section,
          title:
            section.fields.length === 1
              ? section.fields[0]!.label
              : fill(section.title, { label: section.fields[0]!.label }),
        }
      : section,
  );
}

function tailSection(making: Making): Untitled {
  const t = labels(making.locale).office.form;
  const { act } = making.kind;
  const fields: FormField[] = [];
  if (speaksOfRecord(making.kind) || making.input['amends'] !== undefined)
    fields.push(headerField(making, 'reason', 'longText', act === 'withdraw' || act === 'terminate'));
  fields.push(fieldFrom(noticeHeader.shape.related, 'related', making.input['related'], making));
  fields.push(headerField(making, 'body', 'markdown', false, t.bodyHint));
  fields.push(
    headerField(making, 'firstPublished.medium', 'text', false, t.firstPublishedHint),
    headerField(making, 'firstPublished.url', 'url', false),
    headerField(making, 'firstPublished.at', 'instant', false),
  );
  return { title: t.text, fields };
}

function headerField(
  making: Making,
  path: string,
  type: FormField['type'],
  required: boolean,
  hint?: string,
): FormField {
  const value = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], making.input);
  const t = labels(making.locale).office.form.header as Record<string, string>;
  return {
    path,
    id: idOf(path),
    label: t[path] ?? path,
    type,
    required,
    value: typed(value, type),
    hint,
    error: errorAt(path, making),
  };
}

function fieldFrom(schema: z.ZodType, path: string, value: unknown, making: Making): FormField {
  const { type, unit, list, required, basis, asks, schema: inner } = fieldOf(schema);
  const isOwed = (inner.meta() as { owed?: boolean } | undefined)?.owed === true;
  const { units, office } = labels(making.locale);
  const base: FormField = {
    path,
    id: idOf(path),
    label: labelOf(path, making),
    type,
    required: required || isOwed,
    value: typed(value, type),
    error: errorAt(path, making),
    unit: type === 'percent' ? '%' : unit && ((units as Record<string, string>)[unit] ?? unit),
    hint: [(office.form.hints as Record<string, string>)[type], basis].filter(Boolean).join(' ') || undefined,
  };
  if (type === 'choice')
    return {
      ...base,
      options: (inner as z.ZodEnum).options.map((code) => ({
        code: String(code),
        label: choiceLabel(making.register, list ?? '', String(code), making.locale),
      })),
    };
  if (type === 'group') return { ...base, members: membersOf(inner, path, value, making) };
  if (type === 'dayOrInstant') return { ...base, members: [hourField(base, value, making)] };
  if (type === 'party') return partyField(base, value, asks ?? [], making);
  if (type === 'list') return listField(base, (inner as z.ZodArray).element as z.ZodType, value, making);
  return base;
}

function membersOf(schema: z.ZodType, path: string, value: unknown, making: Making): FormField[] {
  const shape = (schema as z.ZodObject).shape as Record<string, z.ZodType>;
  return Object.entries(shape).map(([name, inner]) =>
    fieldFrom(inner, `${path}.${name}`, (value as Record<string, unknown> | undefined)?.[name], making),
  );
}

/** The hour of a day, where one is known: an input of its own, since browsers ask for both or for the day alone. */
function hourField({ path, label }: FormField, value: unknown, { locale }: Making): FormField {
  const when = typeof value === 'string' ? parseDayOrInstant(value) : value;
  const t = labels(locale).office.form;
  return {
    path: `${path}.time`,
    id: idOf(`${path}.time`),
    label: fill(t.hourOf, { label }),
    type: 'time',
    required: false,
    value: typeof when === 'number' ? minuteOf(when).slice(11) : '',
    hint: t.hourHint,
  };
}

/** The name stands in the field itself; code, address, contact and telephone fold away under it. */
function partyField(base: FormField, value: unknown, asks: readonly string[], making: Making): FormField {
  const party = (typeof value === 'string' ? { name: value } : (value ?? {})) as Partial<Party>;
  const t = labels(making.locale).fields as Record<string, string>;
  const members = PARTY_MEMBERS.slice(1).map((member): FormField => {
    const path = `${base.path}.${member}`;
    return {
      path,
      id: idOf(path),
      label: t[member] ?? member,
      type: 'text',
      required: asks.includes(member),
      value: String(party[member as keyof Party] ?? ''),
      error: errorAt(path, making),
    };
  });
  const person = `${base.path}.person`;
  members.push({
    path: person,
    id: idOf(person),
    label: labels(making.locale).office.form.person,
    type: 'yesNo',
    required: false,
    value: party.person ? 'true' : '',
  });
  return {
    ...base,
    path: `${base.path}.name`,
    value: party.name ?? '',
    members,
    error: base.error ?? errorAt(`${base.path}.name`, making),
  };
}

function listField(base: FormField, element: z.ZodType, value: unknown, making: Making): FormField {
  const items = Array.isArray(value) ? value : [];
  if (isLines(element)) {
    const lines = items.map((item) => (typeof item === 'string' ? item : ((item as Party)?.name ?? '')));
    return { ...base, type: 'longText', value: lines.join('\n'), hint: labels(making.locale).office.form.lines };
  }
  const least = making.rows?.[base.path] ?? (base.required ? 1 : 0);
  const rows = [...items, ...Array<undefined>(Math.max(0, least - items.length))].map((item, row): FormRow => {
    const path = `${base.path}.${row}`;
    return {
      path,
      label: fill(labels(making.locale).office.form.row, { label: base.label, n: row + 1 }),
      fields: membersOf(fieldOf(element).schema, path, item, making),
    };
  });
  return { ...base, value: '', rows };
}

/** What an input shows: dates in the form that browsers ask for, money as printed. */
function typed(value: unknown, type: FormField['type']): string {
  if (value === undefined || value === null) return '';
  if (type === 'instant') {
    const instant = typeof value === 'number' ? value : parseInstant(String(value));
    return instant === null ? String(value) : minuteOf(instant).replace(' ', 'T');
  }
  if (type === 'day') return parseDay(String(value)) ?? String(value);
  if (type === 'dayOrInstant') {
    const when = typeof value === 'number' ? value : (parseDayOrInstant(String(value)) ?? String(value));
    return typeof when === 'number' ? dayOf(when) : when;
  }
  if (typeof value !== 'object') return String(value);
  if ('printed' in value) return String(value.printed);
  if (type === 'bounds') {
    const { min, max } = value as { min?: number; max?: number };
    return min !== undefined && max !== undefined
      ? min === max
        ? `${min}`
        : `${min}~${max}`
      : min !== undefined
        ? `≥${min}`
        : max !== undefined
          ? `≤${max}`
          : '';
  }
  return '';
}

function idOf(path: string): string {
  return `f-${path.replaceAll('.', '-')}`;
}

function own({ register, locale }: Making): RegisterLabels {
  return register.labels[language(locale)];
}

function labelOf(path: string, making: Making): string {
  const name = path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1)!;
  return own(making).fields[name] ?? (labels(making.locale).fields as Record<string, string>)[name] ?? name;
}

function errorAt(path: string, { refusals, locale }: Making): string | undefined {
  const found = refusals.find((refusal) => refusal.path === path && refusal.code !== 'missing');
  return found && sentenceOf(found, locale);
}

/** A refusal as a sentence beside its field. */
export function sentenceOf({ code, found = '', expected = '' }: Refusal, locale: Locale): string {
  const all = labels(locale);
  const sentences = { ...all.refusals, ...all.import.problems } as Record<string, string>;
  return fill(sentences[code] ?? code, { found, expected, path: '' });
}

function openPoint(refusal: Refusal, sections: readonly FormSection[], making: Making): OpenPoint {
  const path = refusal.path ?? '';
  // Reasons stand under the verdicts, not among the fields.
  const [member, rule] = path.split('.');
  if (member === 'explanations')
    return {
      label: labels(making.locale).clock.title,
      text: sentenceOf(refusal, making.locale),
      href: rule ? `#explain-${rule}` : '#periods',
      isMissing: refusal.code === 'missing',
    };
  const field = findField(
    sections.flatMap(({ fields }) => fields),
    path,
  );
  const t = labels(making.locale).office.form;
  const row = /\.(\d+)\./.exec(path);
  const label =
    (field?.label ?? labelOf(path || 'title', making)) + (row ? fill(t.inRow, { n: Number(row[1]) + 1 }) : '');
  const isMissing = refusal.code === 'missing';
  return {
    label,
    text: isMissing ? t.missing : sentenceOf(refusal, making.locale),
    href: `#${field?.id ?? 's1'}`,
    isMissing,
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
