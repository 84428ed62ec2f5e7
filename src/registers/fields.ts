import * as z from 'zod';
import { isInstant, parseDay, parseDayOrInstant, parseInstant, type Day, type DayOrInstant } from '../values/date.ts';
import { moneySchema } from '../values/money-schema.ts';
import { saidUpTo, upTo } from './texts.ts';
import { usually, type Usual } from './usual.ts';

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

/** Refuses a value inside a transform; `expected` is what the sentence needs. */
export const invalid = (context: z.core.$RefinementCtx, refusal: string, expected?: string) => {
  context.issues.push({ code: 'custom', input: context.value, params: { refusal, expected } });
  return z.NEVER;
};

export const text = () => saidUpTo(2_000).meta({ field: 'text' });
export const longText = () => saidUpTo(50_000).meta({ field: 'longText' });
export const yesNo = () => z.boolean().meta({ field: 'yesNo' });
/** Ten thousand million yuan is more than the city's largest contract: beyond it 万 and 亿 were mistaken. */
const LARGEST_SUM: Usual = { to: 10_000_000_000, why: '本市最大的合同也在百亿元以下' };
export const money = () => usually(LARGEST_SUM, moneySchema);

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

const partyObject = z.strictObject({
  name: saidUpTo(300),
  /** 统一社会信用代码, where printed. */
  code: upTo(40).optional(),
  /** A natural person; the name is masked at the door. */
  person: z.boolean().optional(),
  address: upTo(500, z.string()).optional(),
  contact: upTo(200, z.string()).optional(),
  telephone: upTo(100, z.string()).optional(),
});

/** An organisation or person; a bare name will do. */
export const party = () =>
  z.union([saidUpTo(300).transform((name): Party => ({ name })), partyObject]).meta({ field: 'party' });

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

/** What a unit writes alike in each notice of a kind: where documents are had, who may bid. A draft begins with its last words. */
export const alike = <Schema extends z.ZodType>(field: Schema): Schema => field.meta({ alike: true }) as Schema;

/** Optional, and in most notices there: the form asks for it among the first. */
export const expected = <Schema extends z.ZodType>(field: Schema): Schema => field.meta({ expected: true }) as Schema;

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
  /** Measure words that people write behind the number, as a pattern. */
  counters?: string;
  list?: string;
  /** The article that asks for it, where it is not the one that prescribes the whole notice. */
  basis?: string;
  /** What of a party a first publication says beside its name. */
  asks?: readonly ContactPart[];
  /** What a unit writes alike in each notice of a kind (`alike`). */
  isAlike: boolean;
  /** Asked for among the first, though not required (`expected`). */
  isExpected: boolean;
  required: boolean;
  schema: z.ZodType;
} {
  let inner = schema;
  let required = true;
  // What is said of an optional field may stand on what makes it optional.
  let said = schema.meta() ?? {};
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable) {
    required = false;
    inner = inner.unwrap() as z.ZodType;
    said = { ...inner.meta(), ...said };
  }
  const meta = said as {
    field?: FieldType;
    unit?: string;
    counters?: string;
    list?: string;
    person?: 'natural';
    basis?: string;
    asks?: readonly ContactPart[];
    alike?: boolean;
    expected?: boolean;
  };
  return {
    type: meta.field ?? 'text',
    person: meta.person,
    unit: meta.unit,
    counters: meta.counters,
    list: meta.list,
    basis: meta.basis,
    asks: meta.asks,
    isAlike: meta.alike === true,
    isExpected: meta.expected === true,
    required,
    schema: inner,
  };
}
