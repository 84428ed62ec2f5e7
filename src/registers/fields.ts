import * as z from 'zod';
import { isInstant, parseDay, parseDayOrInstant, parseInstant, type Day, type DayOrInstant } from '../values/date.ts';
import { moneySchema } from '../values/money-schema.ts';

/**
 * The vocabulary in which every register writes its notice kinds. Each field carries in its metadata what it
 * is (`field`), so that forms, pages and differences treat it rightly without knowing the register. Labels are
 * not here: a field's label is its name in the register's labels, or in `locales`.
 *
 * Input is what a file or form brings (text mostly); output is what a release stores.
 */
export type FieldType =
  | 'text'
  | 'longText'
  | 'day'
  | 'instant'
  | 'dayOrInstant'
  | 'money'
  | 'number'
  | 'percent'
  | 'area'
  | 'bounds'
  | 'party'
  | 'choice'
  | 'yesNo'
  | 'list'
  | 'group';

/** The types of fields that say when. */
const DATE_TYPES = ['day', 'instant', 'dayOrInstant'] as const satisfies readonly FieldType[];
export type DateType = (typeof DATE_TYPES)[number];
export const isDateType = (type: string): type is DateType => DATE_TYPES.some((one) => one === type);

const invalid = (context: z.core.$RefinementCtx, refusal: string) => {
  context.issues.push({ code: 'custom', input: context.value, params: { refusal } });
  return z.NEVER;
};

export const text = () => z.string().trim().min(1).max(2_000).meta({ field: 'text' });
export const longText = () => z.string().trim().min(1).max(50_000).meta({ field: 'longText' });
export const yesNo = () => z.boolean().meta({ field: 'yesNo' });
export const money = () => moneySchema;

/** A calendar day; stored as `yyyy-mm-dd`. */
export const day = () =>
  z
    .string()
    .transform(
      (value, context): Day =>
        parseDay(value) ?? invalid(context, isBareNumber(value) ? 'number-as-time' : 'not-a-day'),
    )
    .meta({ field: 'day' });

/** The serial number of a spreadsheet, or Unix time: which it is cannot be told. */
const isBareNumber = (value: unknown) => /^\d+(?:\.\d+)?$/.test(String(value).trim());

/** A moment, to the minute; stored as UTC ms. A number is UTC ms already, or nothing. */
export const instant = () =>
  z
    .union([z.int(), z.string()])
    .transform(
      (value, context): number =>
        (typeof value === 'number' ? (isInstant(value) ? value : null) : parseInstant(value)) ??
        invalid(context, isBareNumber(value) ? 'number-as-time' : 'not-an-instant'),
    )
    .meta({ field: 'instant' });

/** A day, or a moment of it where the hour is printed; stored as `yyyy-mm-dd`, or as UTC ms. */
export const dayOrInstant = () =>
  z
    .union([z.int(), z.string()])
    .transform(
      (value, context): DayOrInstant =>
        (typeof value === 'number' ? (isInstant(value) ? value : null) : parseDayOrInstant(value)) ??
        invalid(context, isBareNumber(value) ? 'number-as-time' : 'not-a-day'),
    )
    .meta({ field: 'dayOrInstant' });

const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d[\d,]*(\.\d+)?$/)
    .transform((value) => Number(value.replaceAll(',', ''))),
]);

/** A number; `unit` is a key of `locales` units (`person`, `day`, `year`, `kilometre`). */
export const number = (unit?: string) => numeric.meta({ field: 'number', unit });
/** Percent, as printed: 2.3 for 2.3%. */
export const percent = () => numeric.meta({ field: 'percent' });
/** Hectares or square kilometres. Pages show hectares with 亩 beside them (1 公顷 = 15 亩). */
export const area = (unit: 'hectare' | 'square-kilometre') => numeric.meta({ field: 'area', unit });

/** A bounded value: `≥1.0`, `≤24`, `1.0~2.5`, or `{min, max}`. */
export const bounds = (unit?: string) =>
  z
    .union([z.string(), z.object({ min: z.number().optional(), max: z.number().optional() })])
    .transform(
      (value, context) => (typeof value === 'string' ? parseBounds(value) : value) ?? invalid(context, 'not-bounds'),
    )
    .meta({ field: 'bounds', unit });

export function parseBounds(value: string): { min?: number; max?: number } | null {
  const compact = value.normalize('NFKC').replace(/[\s%米]/g, '');
  const range = /^(\d+(?:\.\d+)?)(?:[~—–-]|至)(\d+(?:\.\d+)?)$/.exec(compact);
  if (range) return { min: Number(range[1]), max: Number(range[2]) };
  const one = /^(≥|>=|>|不小于|不低于|≤|<=|<|不大于|不高于|不超过|=)?(\d+(?:\.\d+)?)$/.exec(compact);
  if (!one) return null;
  const bound = Number(one[2]);
  if (/^(≥|>|不小于|不低于)/.test(one[1] ?? '')) return { min: bound };
  if (/^(≤|<|不大于|不高于|不超过)/.test(one[1] ?? '')) return { max: bound };
  return { min: bound, max: bound };
}

const partyObject = z.object({
  name: z.string().trim().min(1).max(300),
  /** 统一社会信用代码, where printed. */
  code: z.string().trim().max(40).optional(),
  /** A natural person; the name is masked at the door. */
  person: z.boolean().optional(),
  address: z.string().max(500).optional(),
  contact: z.string().max(200).optional(),
  telephone: z.string().max(100).optional(),
});

/** An organisation or person; a bare name will do. */
export const party = () =>
  z
    .union([
      z
        .string()
        .trim()
        .min(1)
        .max(300)
        .transform((name): Party => ({ name })),
      partyObject,
    ])
    .meta({ field: 'party' });

/**
 * A party that may be a natural person though the notice does not say so: who a right goes to, who complains. A name
 * that can only be a person's is masked at the door.
 */
export const partyOrPerson = () => party().meta({ person: 'natural' });

export type Party = z.output<typeof partyObject>;

/** One of the register's codes; each has a label. `list` names the set (`method`, `land-use`). */
export const choice = <const Codes extends readonly [string, ...string[]]>(list: string, codes: Codes) =>
  z.enum(codes).meta({ field: 'choice', list });

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(2_000).meta({ field: 'list' });
export const group = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).meta({ field: 'group' });

/**
 * A member of a group that the law requires and a reprint may lack, as it may lack any field of its own: a
 * candidate's price. Its type says that it may be absent, so that whoever maps it copes with a reprint.
 */
export const owed = <Schema extends z.ZodType>(member: Schema) =>
  member.meta({ owed: true }) as unknown as z.ZodOptional<Schema>;

/** Names the article that asks for a field; the form shows it beside. */
export const by = <Schema extends z.ZodType>(basis: string, field: Schema): Schema => field.meta({ basis }) as Schema;

/** 名称、地址、联系人及联系方式. */
export const CONTACT = ['address', 'contact', 'telephone'] as const;
type ContactPart = (typeof CONTACT)[number];

/** A party of which a first publication says more than its name. */
export const reached = <Schema extends z.ZodType>(parts: readonly ContactPart[], field: Schema): Schema =>
  field.meta({ asks: parts }) as Schema;

/** What of the parties that these fields name is asked and not said: paths, from that of the fields. */
export function unreached(schema: z.ZodType, value: unknown, path: string): string[] {
  const { type, asks, schema: inner } = fieldOf(schema);
  if (value === undefined || value === null) return [];
  if (type === 'party') return (asks ?? []).filter((part) => !(value as Party)[part]).map((part) => `${path}.${part}`);
  if (inner instanceof z.ZodArray)
    return (value as unknown[]).flatMap((row, index) => unreached(inner.element as z.ZodType, row, `${path}.${index}`));
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([name, member]) =>
    unreached(member as z.ZodType, (value as Record<string, unknown>)[name], `${path}.${name}`),
  );
}

/** The fields of a reprint: none is required, and inside groups none that is `owed`. */
export function lenient(fields: z.ZodObject): z.ZodObject {
  return fields.extend(
    Object.fromEntries(
      Object.entries(fields.shape).map(([name, schema]) => [name, loosen(schema as z.ZodType).optional()]),
    ),
  );
}

function loosen(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return loosen(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodArray) return list(loosen(schema.element as z.ZodType));
  if (!(schema instanceof z.ZodObject)) return schema;
  return group(
    Object.fromEntries(Object.entries(schema.shape).map(([name, member]) => [name, loosenMember(member as z.ZodType)])),
  );
}

function loosenMember(member: z.ZodType): z.ZodType {
  return member.meta()?.['owed'] ? loosen(member).optional() : loosen(member);
}

/** What a field is, seen through optional and default. */
export function fieldOf(schema: z.ZodType): {
  type: FieldType;
  /** A natural person may stand here. */
  person?: 'natural';
  unit?: string;
  list?: string;
  /** The article that asks for it, where it is not the one that prescribes the whole notice. */
  basis?: string;
  /** What of a party a first publication says beside its name. */
  asks?: readonly ContactPart[];
  required: boolean;
  schema: z.ZodType;
} {
  let inner = schema;
  let required = true;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable) {
    required = false;
    inner = inner.unwrap() as z.ZodType;
  }
  const meta = inner.meta() as
    | {
        field?: FieldType;
        unit?: string;
        list?: string;
        person?: 'natural';
        basis?: string;
        asks?: readonly ContactPart[];
      }
    | undefined;
  return {
    type: meta?.field ?? 'text',
    person: meta?.person,
    unit: meta?.unit,
    list: meta?.list,
    basis: meta?.basis,
    asks: meta?.asks,
    required,
    schema: inner,
  };
}
