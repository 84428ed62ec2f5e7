import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { ROUTES, isOpen } from '../../src/views/routes.ts';
import { openDoor, type OpenDoor } from './in-process.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  required: boolean;
  schema: { type?: string };
  example?: string | string[];
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  security?: unknown[];
  responses: Record<string, { content?: Record<string, { schema?: AnySchema }>; $ref?: string }>;
}

interface Document {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: { Problem: AnySchema }; responses: Record<string, unknown> };
}

const folder = mkdtempSync(join(tmpdir(), 'gongshi-api-'));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
let portal: OpenDoor;
let document: Document;

before(async () => {
  portal = await openDoor(folder);
  document = JSON.parse((await portal.ask('/api/openapi.json')).text) as Document;
});
after(async () => {
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, of: operation.parameters ?? [] })),
  );
const readable = () => operations().filter(({ operation }) => operation.security === undefined);

/** The address with the examples of its path, and with those of its query; null where the demo world has none. */
function addressOf({ path, of }: { path: string; of: Parameter[] }, withQuery: boolean): string | null {
  const named = of.filter((one) => one.in === 'path');
  if (named.some(({ example }) => example === undefined)) return null;
  const filled = named.reduce(
    (made, { name, example }) => made.replace(`{${name}}`, encodeURIComponent(decodeURIComponent(String(example)))),
    path,
  );
  const query = new URLSearchParams();
  for (const { name, in: place, example } of of)
    if (place === 'query' && !(path === '/api/changes' && name === 'before')) query.set(name, String(example));
  return withQuery && query.size > 0 ? `${filled}?${query}` : filled;
}

test('every address of the document answers its example with what the document says', async () => {
  const without: string[] = [];
  for (const one of readable()) {
    for (const withQuery of [false, true]) {
      const address = addressOf(one, withQuery);
      if (address === null) {
        without.push(one.path);
        continue;
      }
      const { status, headers, text } = await portal.ask(address);
      const said = one.operation.responses[status];
      assert.ok(said && status < 400, `${address} is answered ${status}: ${text.slice(0, 300)}`);
      if (status !== 200) continue;
      const [[type, { schema }]] = Object.entries(said.content!) as [[string, { schema?: AnySchema }]];
      if (type !== '*/*') assert.equal(headers['content-type']!.split(';')[0], type, address);
      if (!type.endsWith('json')) continue;
      assert.ok(ajv.validate(schema!, JSON.parse(text)), `${address}: ${ajv.errorsText()}`);
    }
  }
  // Demo stories have no files, and files of everything are written by a job.
  assert.deepEqual(
    [...new Set(without)],
    ['/notices/{id}/files/{name}', '/data/files/{name}'].filter((path) => without.includes(path)),
  );
});

test('every public address of programs is in the document', () => {
  const left = ROUTES.flatMap(({ path, faces, isTree }) => {
    const template = path.replace(/\[(\w+)\]/g, '{$1}');
    const page = template === '/' ? '/index' : template;
    const addresses = faces.length > 0 ? faces.map((face) => `${page}.${face}`) : [template];
    return isTree
      ? []
      : addresses.filter((address) => isOpen(address.replace(/[{}]/g, '')) && !document.paths[address]);
  });
  assert.deepEqual(left, []);
});

test('the document is OpenAPI 3.1, its operations have names of their own, and what it points to is there', () => {
  assert.equal(document.openapi, '3.1.0');
  assert.equal(document.info.version, '1.0.0');
  const ids = operations().map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/responses\/([\w-]+)"/g))
    assert.ok(document.components.responses[name!], name);
});

test('every parameter is told in both languages, with its type and an example', () => {
  for (const { path, of, operation } of operations()) {
    for (const { name, description, schema, example } of of) {
      const where = `${path} ${name}`;
      assert.match(description, /[\u4e00-\u9fff].*\n\n.*[a-z]/s, where);
      assert.ok(schema, where);
      const isOwed = operation.security !== undefined || /^\/(?:notices\/\{id\}|data)\/files\//.test(path);
      assert.ok(isOwed || example !== undefined, `${where} has no example`);
    }
  }
});

test('a refusal has the shape of a problem that the document says', async () => {
  for (const address of [
    '/search.json?min=x',
    '/records/nothing.json',
    '/api/changes?after=x',
    '/api/office/notices/x',
  ]) {
    const { status, text } = await portal.ask(address);
    assert.ok(status >= 400, address);
    assert.ok(ajv.validate(document.components.schemas.Problem, JSON.parse(text)), `${address}: ${ajv.errorsText()}`);
  }
});

test('the page of the interface tries an address without scripts: a form leads to the answer', async () => {
  const { text } = await portal.ask('/en/api');
  for (const { path } of readable())
    assert.ok(text.includes(path.replace(/\.\w+$/, '')) || path === '/index.json', path);
  const opened = await portal.ask('/en/api?open=%2Ffees%2F%7Bcode%7D.json&code=zr-01');
  assert.deepEqual([opened.status, opened.headers.location], [303, '/en/fees/zr-01.json']);
  for (const away of ['%2F%2Fevil.test', '%2Foffice', '%2Ffees%2F%7Bcode%7D.json'])
    assert.equal((await portal.ask(`/api?open=${away}`)).status, 200, 'what is no address of the document stays');
});

const REFEREE = 'openapi-spec-validator';
const hasReferee = spawnSync(REFEREE, ['--help']).status === 0;

test('a validator of OpenAPI finds nothing', { skip: hasReferee ? false : `${REFEREE} is not installed` }, () => {
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  execFileSync(REFEREE, [file]);
});

const hasSchemathesis = spawnSync('schemathesis', ['--version']).error === undefined;

test(
  'schemathesis, which asks every public address what the document allows, finds nothing',
  { skip: hasSchemathesis ? false : 'schemathesis is not installed' },
  async () => {
    const checks = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
    const how = ['--include-method', 'GET', '--exclude-path-regex', '/api/office', '--phases', 'examples,fuzzing'];
    await promisify(execFile)(
      'schemathesis',
      ['run', `${portal.url}/api/openapi.json`, '--url', portal.url, '--checks', checks, '--max-examples', '5', ...how],
      { cwd: folder },
    ).catch(({ stdout }: { stdout: string }) => assert.fail(stdout));
  },
);
