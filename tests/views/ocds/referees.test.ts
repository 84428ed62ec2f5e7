import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { extensionFile, extensionUrls } from '../../../src/views/ocds/extension-files.ts';
import { ocdsRecord } from '../../../src/views/ocds/record.ts';
import { packageHead } from '../../../src/views/ocds/packages.ts';
import { ocdsRelease } from '../../../src/views/ocds/release.ts';
import { withoutShared } from '../../notices/import-world.ts';
import { extended, STANDARD } from './standard.ts';
import { everything } from './published.ts';

/** Programs by which others check and merge OCDS; where they are not installed, nothing is asked of them. */
const without = (program: string) =>
  withoutShared || (spawnSync(program, ['--help']).error ? `${program} is not installed` : false);

const folder = mkdtempSync(join(tmpdir(), 'gongshi-referees-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};

test(
  'ocdskit merges the releases of each record to the record that we compile, and to its versions',
  { skip: without('ocdskit') },
  async () => {
    const { portal, all } = await everything();
    const records = [...new Set(all.map(({ ocid }) => ocid))]
      .map((ocid) => ocdsRecord(portal, ocid))
      .filter((record) => record !== undefined);
    const told = new Map(all.map((release) => [String(release.id), ocdsRelease(portal, release)]));
    const releases = records.flatMap((record) =>
      (record['releases'] as { url: string }[]).map(({ url }) => told.get(url.split('#').at(-1)!)),
    );
    const given = file('releases.json', { ...packageHead(portal, 'https://x.example/', 0), extensions: [], releases });
    const schema = file('schema.json', extended());
    for (const [member, how] of [
      ['compiledRelease', ''],
      ['versionedRelease', '--versioned'],
    ] as const) {
      const command = `ocdskit compile ${how} --schema "${schema}" < "${given}"`;
      const { stdout } = await promisify(execFile)('sh', ['-c', command], { maxBuffer: 1 << 29 });
      const lines = stdout.trim().split('\n');
      const theirs = new Map(lines.map((line) => JSON.parse(line)).map((one) => [one.ocid, one]));
      assert.equal(theirs.size, records.length);
      for (const { ocid, [member]: ours } of records) assert.deepEqual(ours, theirs.get(ocid), String(ocid));
    }
  },
);

test('libcoveocds finds no fault in any release', { skip: without('libcoveocds') }, async (t) => {
  const { portal, all } = await everything();
  const server = createServer((request, response) => {
    const [, id = '', name = ''] = /\/extensions\/([^/]+)\/(.+)$/.exec(request.url!) ?? [];
    response.end(extensionFile(portal, id, name)?.text);
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const here = { ...portal, settings: { ...portal.settings, origin: `http://127.0.0.1:${port}` } };
  // What is used of the registered extensions stands in ours too.
  const extensions = extensionUrls(here).filter((url) => url.startsWith(here.settings.origin));
  const head = { ...packageHead(here, 'https://x.example/', 0), extensions };
  // The standard as its repository holds it, of the files beside the project.
  cpSync(STANDARD, join(folder, 'standard/schema'), { recursive: true });
  const standard = join(folder, 'standard.zip');
  await promisify(execFile)('python3', ['-m', 'zipfile', '-c', standard, 'standard/'], { cwd: folder });
  const releases = all.flatMap((release) => ocdsRelease(here, release) ?? []);
  // A package of records would have it ask for a schema in the network.
  const { stdout } = await promisify(execFile)(
    'libcoveocds',
    ['--standard-zip', standard, file('told.json', { ...head, releases })],
    { maxBuffer: 1 << 29, cwd: folder },
  );
  const { count, validation_errors, additional_fields, deprecated_fields, additional_closed_codelist_values } =
    JSON.parse(stdout);
  assert.equal(count, releases.length);
  assert.deepEqual(
    [validation_errors, additional_fields, deprecated_fields, additional_closed_codelist_values],
    [[], [], [], {}],
  );
});
