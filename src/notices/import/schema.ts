import * as z from 'zod';
import { lenient } from '../../registers/fields.ts';
import { noticeHeader } from '../../registers/notice.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';

type JsonSchema = Record<string, unknown>;

/**
 * The native format as JSON Schema (2020-12): the header all notices share, and `fields` by register and kind.
 * A reprint (`firstPublished`) may lack any field, so it is held to the second schema of its kind.
 */
export function nativeSchema(): JsonSchema {
  const header = z.toJSONSchema(noticeHeader, { io: 'input', unrepresentable: 'any' }) as { properties: Record<string, JsonSchema>; [key: string]: unknown };
  const kinds = registers.flatMap((register) => Object.entries(register.kinds).map(([id, kind]) => ({ register, id, kind })));
  const definitions = kinds.flatMap(({ register, id, kind }) => [
    [`${register.id}.${id}`, fieldsOf(register, kind, kind.fields)],
    [`${register.id}.${id}.reprint`, fieldsOf(register, kind, lenient(kind.fields))],
  ]);
  return {
    ...header,
    title: '公示 notice',
    properties: { ...header.properties, register: { enum: registers.map(({ id }) => id) }, kind: { enum: [...new Set(kinds.map(({ id }) => id))] } },
    allOf: kinds.map(({ register, id }) => condition(register.id, id)),
    $defs: Object.fromEntries(definitions),
  };
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
  const { $schema: _, ...schema } = z.toJSONSchema(fields, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, JsonSchema>; [key: string]: unknown };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const label = register.labels.zh.fields[name];
    if (label) property['title'] = label;
  }
  const id = Object.keys(register.kinds).find((one) => register.kinds[one] === kind)!;
  return { title: `${register.labels.zh.name} · ${register.labels.zh.kinds[id]}`, description: kind.source, ...schema };
}
