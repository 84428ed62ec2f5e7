import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { FormField, FormRow, FormSection } from './field.ts';
import { numberedTitle } from './model.ts';

/** A form as it is written: what is asked comes first, in the order of the document; the rest is folded, and says what is in it. */
export interface Arranged {
  sections: FormSection[];
  tucks: Tuck[];
  /** How many boxes are asked for, how many of them are filled, and how many came by themselves. */
  asked: number;
  done: number;
  brought: number;
}

/** What need not be written: brought along, or left to the writer. */
export interface Tuck {
  id: string;
  title: string;
  /** What stands there now. */
  gist: string;
  /** 带入4项, 选填2项. */
  count: string;
  fields: FormField[];
  /** Something in it is wrong or odd. */
  isOpen: boolean;
}

/**
 * Arranges the sections of a form. Asked is what the law requires or asks of some, what most notices say, and whatever is
 * wrong or odd; what came along from the record or the unit's last notice as it stands there (`brought`, by path) is not.
 */
export function arranged(
  sections: readonly FormSection[],
  brought: ReadonlyMap<string, string>,
  locale: Locale,
): Arranged {
  const counts = { asked: 0, done: 0, brought: 0 };
  const isBrought = (field: FormField) => field.value !== '' && brought.get(field.path) === field.value;
  const isAsked = (field: FormField): boolean => {
    if (isWrong(field)) return true;
    if (field.rows)
      return field.rows.some(({ fields }) => fields.some(isAsked)) || (field.required && field.rows.length === 0);
    if (field.type === 'group') return (field.members ?? []).some(isAsked);
    return (field.required || field.isExpected === true) && !isBrought(field);
  };
  const count = (field: FormField): void => {
    if (field.rows) return field.rows.forEach((row) => row.fields.forEach(count));
    if (field.type === 'group') return (field.members ?? []).forEach(count);
    if (isBrought(field)) counts.brought += 1;
    else if (field.required) {
      counts.asked += 1;
      if (field.value !== '') counts.done += 1;
    }
  };
  const rowOf = (row: FormRow): FormRow => {
    const [asked, more] = parted(row.fields, isAsked);
    return { ...row, fields: asked, more: more.length > 0 ? { fields: more, gist: gistOf(more, locale) } : undefined };
  };
  const kept: FormSection[] = [];
  const tucks: Tuck[] = [];
  for (const section of sections) {
    section.fields.forEach(count);
    const [asked, rest] = parted(section.fields, isAsked);
    if (asked.length > 0)
      kept.push({
        ...section,
        title: numberedTitle(section.name, kept.length, locale),
        fields: asked.map((field) => (field.rows ? { ...field, rows: field.rows.map(rowOf) } : field)),
      });
    if (rest.length > 0)
      tucks.push(tuckOf(section, rest, rest.filter((field) => hasSome(field, isBrought)).length, locale));
  }
  return { sections: kept, tucks, ...counts };
}

function tuckOf({ id, name }: FormSection, fields: FormField[], brought: number, locale: Locale): Tuck {
  const t = labels(locale).office.form;
  return {
    id: `${id}-more`,
    title: name,
    gist: gistOf(fields, locale),
    count: fill(brought > 0 ? t.broughtCount : t.optionalCount, { n: brought > 0 ? brought : fields.length }),
    fields,
    isOpen: fields.some(isWrong),
  };
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

function hasSome(field: FormField, is: (field: FormField) => boolean): boolean {
  const inner = [...(field.members ?? []), ...(field.rows ?? []).flatMap(({ fields }) => fields)];
  return is(field) || inner.some((one) => hasSome(one, is));
}

const isWrong = (field: FormField): boolean =>
  hasSome(
    field,
    ({ error, doubts = [], verdicts = [] }) =>
      error !== undefined ||
      doubts.some(({ isAnswered }) => !isAnswered) ||
      verdicts.some(({ tone }) => tone === 'broken' || tone === 'border'),
  );

/** The first values, as they are shown. */
function gistOf(fields: readonly FormField[], locale: Locale): string {
  const texts = fields.flatMap(textsOf);
  return texts.length === 0 ? labels(locale).office.form.emptyGist : texts.slice(0, 5).join('；');
}

function textsOf({ value, options, rows, members, type }: FormField): string[] {
  if (rows) return rows.flatMap(({ fields }) => fields.flatMap(textsOf));
  if (type === 'group') return (members ?? []).flatMap(textsOf);
  const text = options?.find(({ code }) => code === value)?.label ?? value;
  return text === '' ? [] : [[...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text];
}
