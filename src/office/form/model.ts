import { speaksOfRecord } from '../../notices/drafts/whose.ts';
import type * as z from 'zod';
import { LONGEST_DRAFT } from '../../notices/drafts/write.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { fieldOf, isDateType, type Party } from '../../registers/fields.ts';
import { choiceLabel } from '../../views/words.ts';
import { noticeHeader } from '../../registers/notice.ts';
import type { RegisterLabels } from '../../registers/register.ts';
import { cityRegions } from '../../values/region.ts';
import type { Refusal } from '../../values/result.ts';
import { isLines, PARTY_MEMBERS } from './input.ts';
import { idOf, type FormField, type FormRow, type FormSection, type Making, type OpenPoint } from './field.ts';
import { doubtsAt, errorAt, openPoint } from './points.ts';
import { labelOf } from './sentence.ts';
import { readingOf, shownIn } from './shown.ts';

/**
 * A form made from a kind's schema: sections in the order of the document, every field with what was typed and
 * what is wrong with it. A new register needs no form of its own.
 */
export interface Form {
  sections: FormSection[];
  /** What is missing or wrong, each leading to its field. */
  open: OpenPoint[];
  /** The same of refusals that another act gave. */
  pointOf: (refusal: Refusal) => OpenPoint;
}

export function formOf(making: Making): Form {
  const numbered = [headSection(making), ...fieldSections(making), tailSection(making)].filter(
    ({ fields }) => fields.length > 0,
  );
  const sections = numbered.map((section, index) => ({
    ...section,
    id: `s${index + 1}`,
    name: section.title,
    title: numberedTitle(section.title, index, making.locale),
  }));
  const pointOf = (refusal: Refusal) => openPoint(refusal, sections, making);
  return { sections, open: making.refusals.map(pointOf), pointOf };
}

/** 三、宗地. */
export function numberedTitle(title: string, index: number, locale: Locale): string {
  const { ordinals } = labels(locale).office.form;
  return `${ordinals[index] ?? `${index + 1}、`}${title}`;
}

type Untitled = Omit<FormSection, 'id' | 'name'>;

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
      { ...text('number'), isExpected: true },
      text('project.name', true),
      { ...text('project.code', false, t.projectCodeHint), isExpected: true },
      text('project.investmentCode', false, t.investmentCodeHint),
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
  const amends = making.input['amends'] !== undefined;
  if (speaksOfRecord(making.kind) || amends) {
    const reason = headerField(making, 'reason', 'longText', act === 'withdraw' || act === 'terminate');
    fields.push({ ...reason, isExpected: act !== 'state' || amends || reason.value !== '' });
  }
  fields.push(fieldFrom(noticeHeader.shape.related, 'related', making.input['related'], making));
  fields.push({ ...headerField(making, 'body', 'markdown', false, t.bodyHint), isExpected: true });
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
    value: shownIn(value, type),
    reading: readingOf(shownIn(value, type), { type }, making.locale),
    // A body may fill what the whole draft may say.
    most: path === 'body' ? LONGEST_DRAFT : mostOf(headerSchema(path)),
    hint,
    error: errorAt(path, making),
  };
}

function headerSchema(path: string): z.ZodType | undefined {
  return path.split('.').reduce<z.ZodType | undefined>((schema, name) => {
    const shape = schema && (fieldOf(schema).schema as z.ZodObject).shape;
    return (shape as Record<string, z.ZodType> | undefined)?.[name];
  }, noticeHeader);
}

function mostOf(schema: z.ZodType | undefined): number | undefined {
  return schema && (fieldOf(schema).schema.meta() as { maxLength?: number } | undefined)?.maxLength;
}

function fieldFrom(schema: z.ZodType, path: string, value: unknown, making: Making): FormField {
  const { type, unit, list, required, basis, asks, isExpected, schema: inner } = fieldOf(schema);
  const isOwed = (inner.meta() as { owed?: boolean } | undefined)?.owed === true;
  const { units, office } = labels(making.locale);
  const base: FormField = {
    path,
    id: idOf(path),
    label: labelOf(path, making, making.locale),
    type,
    required: required || isOwed,
    isExpected: basis !== undefined || isExpected,
    value: shownIn(value, type),
    reading: readingOf(shownIn(value, type), { type, unit }, making.locale),
    verdicts: making.verdicts?.get(path),
    doubts: doubtsAt(path, making),
    error: errorAt(path, making),
    most: mostOf(inner),
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

function own({ register, locale }: Making): RegisterLabels {
  return register.labels[language(locale)];
}
