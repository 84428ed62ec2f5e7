import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod';
import { en } from '../../src/locales/en/en.ts';
import { zh } from '../../src/locales/zh/zh.ts';
import { fieldOf } from '../../src/registers/fields.ts';
import type { Register, RegisterLabels } from '../../src/registers/register.ts';
import { registers } from '../../src/registers/registers.ts';
import { sourcesUnder } from './source.ts';

/** Every code in a schema has a label, in the register's labels or in `locales`, in both languages. */
test('every code of every register has a label in both languages', () => {
  for (const register of registers) {
    assert.deepEqual(missingLabels(register, register.labels.zh, zh.fields), [], `${register.id} zh`);
    assert.deepEqual(missingLabels(register, register.labels.en, en.fields), [], `${register.id} en`);
  }
});

test('a kind, field or choice without a label is found', () => {
  const register = registers[0]!;
  const labels = structuredClone(register.labels.zh);
  const kind = Object.keys(register.kinds)[0]!;
  delete labels.kinds[kind];
  assert.ok(missingLabels(register, labels, zh.fields).includes(`kinds.${kind}`));
  assert.ok(missingLabels(register, { ...register.labels.zh, fields: {} }, {}).length > 10);
});

test('the same keys stand in Chinese and English', () => {
  assert.deepEqual(keysOf(en), keysOf(zh));
  for (const { id, labels } of registers) assert.deepEqual(keysOf(labels.en), keysOf(labels.zh), id);
});

/** Another language is its files: no page, rule or act asks which one it is. */
const NAMES_A_LANGUAGE = /[!=]== '(?:zh|hant|en)'/;

test('nothing outside the labels compares languages by name', () => {
  const comparing = sourcesUnder('src')
    .filter(({ path, text }) => !path.startsWith('src/locales/') && NAMES_A_LANGUAGE.test(text))
    .map(({ path }) => path);
  assert.deepEqual(comparing, []);
  assert.ok(NAMES_A_LANGUAGE.test("locale === 'en' ? ', ' : '、'"));
});

function missingLabels(register: Register, labels: RegisterLabels, shared: Record<string, unknown>): string[] {
  const missing: string[] = [];
  const need = (group: Record<string, string>, name: string, key: string) => {
    if (!group[key]) missing.push(`${name}.${key}`);
  };
  for (const [id, kind] of Object.entries(register.kinds)) {
    need(labels.kinds, 'kinds', id);
    if (kind.stage) need(labels.stages, 'stages', kind.stage);
    visit(kind.fields, (key, field) => {
      if (!labels.fields[key] && !shared[key]) missing.push(`fields.${key} (${id})`);
      const values = field.type === 'choice' ? (field.schema as z.ZodEnum).options : [];
      for (const value of values) need(labels.choices[field.list!] ?? {}, `choices.${field.list}`, String(value));
    });
  }
  for (const step of register.steps) need(labels.steps, 'steps', step);
  for (const column of register.columns) need(labels.columns, 'columns', column.id);
  for (const facet of register.facets) need(labels.facets, 'facets', facet.id);
  return [...new Set(missing)];
}

function visit(schema: z.ZodType, see: (key: string, field: ReturnType<typeof fieldOf>) => void): void {
  const shape = (schema as z.ZodObject).shape as Record<string, z.ZodType> | undefined;
  if (!shape) return;
  for (const [key, inner] of Object.entries(shape)) {
    const field = fieldOf(inner);
    see(key, field);
    if (field.type === 'group') visit(field.schema, see);
    if (field.type === 'list') {
      const element = (field.schema as z.ZodArray).element as z.ZodType;
      if (fieldOf(element).type === 'group') visit(fieldOf(element).schema, see);
    }
  }
}

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value)
    .flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    .sort();
}

/** `{n} notices` is wrong for one; `{n} {n:notice|notices}` is not. What is counted in hundreds is never one. */
const MANY =
  /\{(?:n|m|d|f|days|asked|rows|files|removed|before|expected|found)\} (?:working )?(?:notices|records|verdicts|days|remarks|attachments|rows|redactions|places|times|files|links|queries|processes|backups|decisions|secrets|lines|devices|seconds|years|levels)\b/;

test('an English label counts one as one', () => {
  const said = leaves([en, registers.map(({ labels }) => labels.en)]);
  assert.deepEqual(
    said.filter((label) => MANY.test(label)),
    [],
  );
});

function leaves(labels: unknown): string[] {
  if (typeof labels === 'string') return [labels];
  return labels && typeof labels === 'object' ? Object.values(labels).flatMap(leaves) : [];
}
