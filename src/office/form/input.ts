import type * as z from 'zod';
import { fieldOf } from '../../registers/fields.ts';
import { noticeHeader } from '../../registers/notice.ts';
import type { Kind } from '../../registers/register.ts';
import { readQuantity } from '../../values/quantity.ts';

/**
 * What was typed into a form, as the draft keeps it: a notice that may lack anything. Names of inputs are paths
 * (`fields.parcels.0.area`); what was left blank is not there. Nothing is judged here: that is the door's work. Quantities
 * are brought into the unit of their field (`32450.12㎡` is `3.245012` hectares), where that is exact; what cannot be read
 * stays as typed, and the door says why.
 */
export type DraftInput = { [member: string]: unknown; fields?: Record<string, unknown> };

/** Members of the header that an officer writes. */
const HEADER = ['title', 'number', 'region', 'reason', 'body'] as const;
const NESTED_HEADER = {
  project: ['code', 'name', 'dealCode', 'investmentCode'],
  section: ['id', 'name'],
  firstPublished: ['medium', 'url', 'at'],
} as const;

export function inputOf(form: FormData, kind: Kind): DraftInput {
  const typed = new Map<string, string>();
  for (const [path, value] of form) if (typeof value === 'string') typed.set(path, value.replaceAll('\r\n', '\n'));
  const text = (path: string) => typed.get(path)?.trim() || undefined;
  const input: DraftInput = {};
  for (const name of HEADER) if (text(name)) input[name] = text(name);
  for (const [name, members] of Object.entries(NESTED_HEADER)) {
    const group = Object.fromEntries(
      members.flatMap((member) => (text(`${name}.${member}`) ? [[member, text(`${name}.${member}`)]] : [])),
    );
    if (Object.keys(group).length > 0) input[name] = group;
  }
  const related = valueOf(noticeHeader.shape.related, 'related', typed);
  if (related !== undefined) input['related'] = related;
  const explanations = [...typed.keys()].flatMap((path) =>
    path.startsWith('explanations.') && text(path)
      ? [{ rule: path.slice('explanations.'.length), text: text(path)! }]
      : [],
  );
  if (explanations.length > 0) input['explanations'] = explanations;
  const confirmed = [...typed].flatMap(([path, answer]) =>
    path.startsWith('confirmed.') ? [[path.slice('confirmed.'.length), answer] as const] : [],
  );
  if (confirmed.length > 0) input['confirmed'] = Object.fromEntries(confirmed);
  input.fields = groupOf(kind.fields, 'fields', typed) ?? {};
  return input;
}

function groupOf(
  schema: z.ZodType,
  path: string,
  typed: ReadonlyMap<string, string>,
): Record<string, unknown> | undefined {
  const shape = (schema as z.ZodObject).shape as Record<string, z.ZodType>;
  const members = Object.entries(shape).flatMap(([name, inner]) => {
    const value = valueOf(inner, `${path}.${name}`, typed);
    return value === undefined ? [] : [[name, value] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function valueOf(schema: z.ZodType, path: string, typed: ReadonlyMap<string, string>): unknown {
  const field = fieldOf(schema);
  const text = typed.get(path)?.trim() || undefined;
  switch (field.type) {
    case 'group':
      return groupOf(field.schema, path, typed);
    case 'party':
      return partyOf(path, typed);
    case 'list':
      return listOf((field.schema as z.ZodArray).element as z.ZodType, path, typed);
    case 'number':
    case 'area':
    case 'percent':
      return text && quantityOf(text, field);
    case 'yesNo':
      return text === undefined ? undefined : text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

function quantityOf(text: string, { type, unit, counters }: ReturnType<typeof fieldOf>): string {
  const read = readQuantity(text, { unit: type === 'percent' ? 'percent' : unit, counters });
  return read.ok ? read.value : text;
}

const PARTY = ['name', 'code', 'address', 'contact', 'telephone'] as const;
export const PARTY_MEMBERS: readonly string[] = PARTY;

function partyOf(path: string, typed: ReadonlyMap<string, string>): Record<string, unknown> | undefined {
  const members = PARTY.flatMap((member) => {
    const text = typed.get(`${path}.${member}`)?.trim();
    return text ? [[member, text] as const] : [];
  });
  if (members.length === 0) return undefined;
  return { ...Object.fromEntries(members), ...(typed.get(`${path}.person`) === 'true' && { person: true }) };
}

/** Rows in the order of their numbers; lists of plain texts and of names are typed a line each. */
function listOf(element: z.ZodType, path: string, typed: ReadonlyMap<string, string>): unknown[] | undefined {
  const items = isLines(element)
    ? (typed.get(path) ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : rowNumbers(path, typed)
        .map((row) => valueOf(element, `${path}.${row}`, typed))
        .filter((value) => value !== undefined);
  return items.length > 0 ? items : undefined;
}

/** A list whose items are one line each. */
export function isLines(element: z.ZodType): boolean {
  return ['text', 'party'].includes(fieldOf(element).type);
}

function rowNumbers(path: string, typed: ReadonlyMap<string, string>): number[] {
  const rows = new Set<number>();
  for (const name of typed.keys()) {
    const number = name.startsWith(`${path}.`) ? /^\d{1,4}(?=\.)/.exec(name.slice(path.length + 1)) : null;
    if (number) rows.add(Number(number[0]));
  }
  return [...rows].sort((a, b) => a - b);
}

/** How many rows of a list stood in a form, empty ones too. */
export function rowsIn(form: FormData, path: string): number {
  return rowNumbers(path, new Map([...form.keys()].map((name) => [name, '']))).length;
}

/** The input without row `path` (`fields.parcels.1`): what a reader without scripts presses 删除 for. */
export function withoutRow(input: DraftInput, path: string): DraftInput {
  const copy = structuredClone(input);
  const names = path.split('.');
  const row = Number(names.pop());
  const list = names.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], copy);
  if (Array.isArray(list)) list.splice(row, 1);
  return copy;
}
