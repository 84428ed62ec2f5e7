import * as z from 'zod';
import { lenient } from '../../registers/fields.ts';
import { noticeHeader } from '../../registers/notice.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import { canonicalJson } from '../../values/canonical.ts';

type JsonSchema = Record<string, unknown>;

/** Without what only the office asks of a field. */
const AS_INPUT: Parameters<typeof z.toJSONSchema>[1] = {
  io: 'input',
  unrepresentable: 'any',
  override: ({ jsonSchema }) => {
    for (const name of ['usual', 'partOf', 'counters']) delete (jsonSchema as JsonSchema)[name];
  },
};

/**
 * The native format as JSON Schema (2020-12): the header all notices share, and `fields` by register and kind.
 * A reprint (`firstPublished`) may lack any field, so it is held to the second schema of its kind.
 */
export function nativeSchema(): JsonSchema {
  const header = z.toJSONSchema(noticeHeader, AS_INPUT) as {
    properties: Record<string, JsonSchema>;
    [key: string]: unknown;
  };
  const kinds = registers.flatMap((register) =>
    Object.entries(register.kinds).map(([id, kind]) => ({ register, id, kind })),
  );
  const definitions = kinds.flatMap(({ register, id, kind }) => [
    [`${register.id}.${id}`, fieldsOf(register, kind, kind.fields)],
    [`${register.id}.${id}.reprint`, fieldsOf(register, kind, lenient(kind.fields))],
  ]);
  const { shared, replaced } = sharing(Object.fromEntries(definitions) as Record<string, JsonSchema>);
  return {
    ...header,
    title: '公示 notice',
    properties: {
      ...header.properties,
      register: { enum: registers.map(({ id }) => id) },
      kind: { enum: [...new Set(kinds.map(({ id }) => id))] },
    },
    allOf: kinds.map(({ register, id }) => condition(register.id, id)),
    $defs: { ...shared, ...replaced },
  };
}

/** What many kinds say alike (a party, an amount, a row of candidates) stands once. */
function sharing(definitions: Record<string, JsonSchema>): {
  shared: Record<string, JsonSchema>;
  replaced: Record<string, JsonSchema>;
} {
  const found = new Map<string, { name: string; times: number }>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    Object.values(value).forEach(count);
    if (!isShareable(value)) return;
    const text = canonicalJson(value);
    const known = found.get(text);
    found.set(text, { name: known?.name ?? `shared${found.size + 1}`, times: (known?.times ?? 0) + 1 });
  };
  Object.values(definitions).forEach((schema) => Object.values(schema).forEach(count));

  const shared: Record<string, JsonSchema> = {};
  const replace = (value: unknown, top = false): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => replace(item));
    const one = !top && isShareable(value) ? found.get(canonicalJson(value)) : undefined;
    const inner = () => Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replace(member)]));
    if (!one || one.times < 3) return inner();
    shared[one.name] ??= inner();
    return { $ref: `#/$defs/${one.name}` };
  };
  const replaced = Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [name, replace(schema, true) as JsonSchema]),
  );
  return { shared, replaced };
}

/** A schema of some size: an object of properties, a choice between schemas, a list of them. */
function isShareable(value: object): boolean {
  return (
    ('anyOf' in value || ('type' in value && ('properties' in value || 'items' in value))) &&
    JSON.stringify(value).length > 150
  );
}

function condition(register: string, kind: string): JsonSchema {
  const fields = (name: string) => ({ properties: { fields: { $ref: `#/$defs/${name}` } } });
  return {
    if: { properties: { register: { const: register }, kind: { const: kind } }, required: ['register', 'kind'] },
    then: {
      if: { required: ['firstPublished'] },
      then: fields(`${register}.${kind}.reprint`),
      else: { ...fields(`${register}.${kind}`), required: ['fields'] },
    },
  };
}

function fieldsOf(register: Register, kind: Kind, fields: z.ZodObject): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(fields, AS_INPUT) as {
    properties?: Record<string, JsonSchema>;
    [key: string]: unknown;
  };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const label = register.labels.zh.fields[name];
    if (label) property['title'] = label;
  }
  const id = Object.keys(register.kinds).find((one) => register.kinds[one] === kind)!;
  return { title: `${register.labels.zh.name} · ${register.labels.zh.kinds[id]}`, description: kind.source, ...schema };
}
