import type * as z from 'zod';
import { fieldOf, lenient } from '../../registers/fields.ts';
import type { Kind } from '../../registers/register.ts';
import { parseDay } from '../../values/date.ts';

/**
 * What of the facts found in a source a kind of notice has a field for. Registers name the same fact differently
 * (采购人 `buyer`, 招标人 `tenderer`), so facts are offered under every name and each kind takes its own. A fact
 * that its field refuses is left out: a reader finds it in the text, and a good notice is not kept out by it.
 */
export function fit(kind: Kind, facts: Record<string, unknown>): Record<string, unknown> {
  const shape = lenient(kind.fields).shape as Record<string, z.ZodType>;
  const fields: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const value = pruned(schema, facts[name]);
    if (value !== undefined && schema.safeParse(value).success) fields[name] = value;
  }
  return fields;
}

/** The value with only those members that the schema knows; undefined when nothing is left. */
function pruned(schema: z.ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  const field = fieldOf(schema);
  if (Array.isArray(value)) {
    if (field.type !== 'list') return undefined;
    const element = (field.schema as z.ZodArray).element as z.ZodType;
    const items = value.map((item) => pruned(element, item)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  // The first minute of a day that is printed without an hour would be one that nobody said.
  if (field.type === 'instant' && typeof value === 'string' && parseDay(value) !== null) return undefined;
  if (field.type !== 'group' || typeof value !== 'object') return clean(value);
  const shape = (field.schema as z.ZodObject).shape as Record<string, z.ZodType>;
  const members = Object.entries(shape).flatMap(([name, inner]) => {
    const member = pruned(inner, (value as Record<string, unknown>)[name]);
    return member === undefined ? [] : [[name, member] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** Without members that are undefined: they would be refused as unknown where a source says nothing. */
function clean(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
