import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import { EXTENSIONS } from '../../../src/views/ocds/extensions.ts';
import { fragmentOf } from '../../../src/views/ocds/extension-files.ts';

/** The official schemas of OCDS 1.1.5 stand beside the project and are never copied into it. */
export const STANDARD = fileURLToPath(new URL('../../../../shared/ocds/', import.meta.url));
export const withoutStandard = existsSync(STANDARD) ? false : `${STANDARD} is not here`;
const read = (name: string) => JSON.parse(readFileSync(STANDARD + name, 'utf8'));

type Schema = { [member: string]: Schema } & { $ref?: string };

/** The release schema with our extensions merged into it, as a reader of a package would merge them. */
export function extended(): Schema {
  return EXTENSIONS.reduce((schema, extension) => patch(schema, fragmentOf(extension)), read('release-schema.json'));
}

function patch(target: unknown, changes: unknown): never {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) return changes as never;
  const merged: Record<string, unknown> = { ...(target as object) };
  for (const [key, value] of Object.entries(changes)) merged[key] = patch(merged[key], value);
  return merged as never;
}

/** What is wrong with packages, each thing once: by the schemas, undeclared, empty, or there twice. */
export function examiner(): {
  release(json: unknown): string[];
  recordPackage(json: unknown): string[];
  releasePackage(json: unknown): string[];
} {
  const schema = extended();
  const ajv = new Ajv({ allErrors: true, strict: false, formats: { 'date-time': isInstant, uri: isUri } });
  const base = 'https://standard.open-contracting.org/schema/1__1__5/';
  ajv.addSchema({ ...schema, id: `${base}release-schema.json` } as object);
  ajv.addSchema(read('versioned-release-validation-schema.json'), `${base}versioned-release-validation-schema.json`);
  const by = (name: string) => {
    const validate = ajv.compile(typeof name === 'string' ? read(name) : name);
    return (json: unknown): string[] =>
      validate(json) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  const release = ajv.getSchema(`${base}release-schema.json`)!;
  const inside = (json: unknown) => [
    ...undeclared(json, schema, schema, ''),
    ...empties(json, ''),
    ...doubles(json, ''),
    ...nulls(json, '').filter((fault) => fault !== TAKEN_BACK),
  ];
  const packages = { release: by('release-package-schema.json'), record: by('record-package-schema.json') };
  return {
    release: (json) => [
      ...(release(json) ? [] : release.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)),
      ...inside(json),
    ],
    releasePackage: (json) => [
      ...packages.release(json),
      ...(json as { releases: unknown[] }).releases.flatMap(inside),
    ],
    recordPackage: (json) => [
      ...packages.record(json),
      ...(json as { records: { compiledRelease: unknown }[] }).records.flatMap(({ compiledRelease }) => [
        ...inside(compiledRelease),
        ...nulls(compiledRelease, ''),
      ]),
      ...empties(json, ''),
    ],
  };
}

const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(text) && !Number.isNaN(Date.parse(text));
const isUri = (text: string) => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`\u0080-\uffff]*$/i.test(text);

/** Members of which neither the standard nor an extension knows. */
function undeclared(value: unknown, at: Schema | undefined, root: Schema, path: string): string[] {
  const schema = at?.$ref ? root['definitions']![at.$ref.split('/').at(-1)!] : at;
  if (Array.isArray(value)) return value.flatMap((item) => undeclared(item, schema?.['items'], root, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) => {
    const known = schema?.['properties']?.[member];
    if (known) return undeclared(inner, known, root, `${path}/${member}`);
    const isPattern = Object.keys(schema?.['patternProperties'] ?? {}).some((pattern) =>
      new RegExp(pattern).test(member),
    );
    return isPattern ? [] : [`${path}/${member} is not declared`];
  });
}

function empties(value: unknown, path: string): string[] {
  if (typeof value === 'string' && value.trim() === '') return [`${path} is empty`];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value);
  return inner.length === 0 ? [`${path} is empty`] : inner.flatMap(([key, one]) => empties(one, `${path}/${key}`));
}

/** The one thing that a release of ours takes back: why the procedure had ended, when it is opened again. */
const TAKEN_BACK = '/tender/terminationReason is null';

function nulls(value: unknown, path: string): string[] {
  if (value === null) return [`${path} is null`];
  return typeof value === 'object' ? Object.entries(value).flatMap(([key, one]) => nulls(one, `${path}/${key}`)) : [];
}

function doubles(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const ids = Array.isArray(value) ? value.flatMap((item: { id?: unknown } | null) => item?.id ?? []) : [];
  return [
    ...(new Set(ids).size < ids.length ? [`${path} has an id twice`] : []),
    ...Object.entries(value).flatMap(([key, one]) => doubles(one, `${path}/${key}`)),
  ];
}
