import { labels, language, type Locale } from '../../locales/labels.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { canonicalJson, sha256 } from '../../values/canonical.ts';
import type { FormField } from '../form/field.ts';
import type { DraftInput } from '../form/input.ts';
import { formOf } from '../form/model.ts';

/** What stands in the boxes of a form, by the names under which they are sent. */
export interface Boxes {
  cells: ReadonlyMap<string, Box>;
  /** Lists of rows, by path. */
  lists: ReadonlyMap<string, List>;
}

export interface Box {
  label: string;
  /** As it is sent. */
  value: string;
  /** As it is read by people: a choice by its name. */
  said: string;
}

interface List {
  label: string;
  /** The paths of its rows, and of theirs. */
  shape: string;
  rows: number;
}

export interface About {
  register: Register;
  kind: Kind;
  locale: Locale;
}

export function boxesOf(input: DraftInput, { register, kind, locale }: About): Boxes {
  const cells = new Map<string, Box>();
  const lists = new Map<string, List>();
  const visit = (fields: readonly FormField[], before: string) => {
    for (const field of fields) {
      const label = before + field.label;
      if (field.rows) {
        lists.set(field.path, { label, shape: shapeOf(field), rows: field.rows.length });
        for (const row of field.rows) visit(row.fields, `${row.label}·`);
      } else if (field.type !== 'group' && field.value !== '')
        cells.set(field.path, { label, value: field.value, said: saidOf(field, locale) });
      visit(field.members ?? [], `${label}·`);
    }
  };
  const { sections } = formOf({ register, kind, input, refusals: [], locale });
  visit(
    sections.flatMap(({ fields }) => fields),
    '',
  );
  const { explain } = labels(locale).clock.office;
  const { periods = {} } = register.labels[language(locale)];
  for (const { rule, text } of (input['explanations'] ?? []) as { rule: string; text: string }[])
    cells.set(`explanations.${rule}`, { label: `${explain}·${periods[rule] ?? rule}`, value: text, said: text });
  return { cells, lists };
}

function shapeOf({ rows = [] }: FormField): string {
  const inner = (fields: readonly FormField[]): string =>
    fields.map((field) => (field.rows ? shapeOf(field) : inner(field.members ?? []))).join('');
  return `[${rows.map(({ fields }) => inner(fields)).join(',')}]`;
}

function saidOf({ value, options, type }: FormField, locale: Locale): string {
  const { yes, no } = labels(locale).office.form;
  if (type === 'yesNo') return value === 'true' ? yes : no;
  return options?.find(({ code }) => code === value)?.label ?? value;
}

/** The boxes under a path that are filled, as they are sent. */
export function under({ cells }: Boxes, path: string): [string, Box][] {
  return [...cells].filter(([name]) => name === path || name.startsWith(`${path}.`));
}

/** The path of the outermost list in which a box stands. */
export function listAround({ lists }: Boxes, path: string): string | undefined {
  return [...lists.keys()].find((list) => path.startsWith(`${list}.`));
}

/**
 * What a form was begun from, so short that the form carries it: by it is seen later who changed what, without keeping every
 * version of a draft. A list has one print for itself and one for each row.
 */
export function printsOf(boxes: Boxes): string {
  const paths = new Set<string>();
  for (const [path] of boxes.cells) {
    paths.add(path);
    const list = listAround(boxes, path);
    if (list) paths.add(list).add(rowAround(list, path));
  }
  return [...paths].map((path) => `${path}:${printOf(boxes, path)}`).join(' ');
}

export function printOf(boxes: Boxes, path: string): string {
  const cell = boxes.cells.get(path);
  const standing: [string, Box][] = cell ? [[path, cell]] : under(boxes, path);
  const filled = standing.map(([name, { value }]) => [name, value.replaceAll('\r\n', '\n').trim()]);
  return filled.length === 0 ? '' : sha256(canonicalJson(filled.sort())).slice(0, 12);
}

export function readPrints(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(' ').flatMap((one) => {
      const at = one.lastIndexOf(':');
      return at < 1 ? [] : [[one.slice(0, at), one.slice(at + 1)] as const];
    }),
  );
}

/** `fields.parcels.1` of `fields.parcels.1.area`. */
export function rowAround(list: string, path: string): string {
  return `${list}.${path.slice(list.length + 1).split('.')[0]}`;
}
