import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { sourcesUnder, type Source } from './source.ts';

/** design.md §2: look down, never up, never sideways. */
const FLOORS = [
  ['pages', 'middleware.ts', 'content.config.ts', 'env.d.ts', 'cli'],
  ['door', 'site', 'office', 'api', 'feeds'],
  ['views'],
  ['notices', 'following', 'complaints'],
  ['registers', 'accounts'],
  ['parties', 'search', 'ledger', 'clock', 'events', 'ui'],
  ['jobs', 'watch'],
  ['database', 'values', 'locales'],
];

test('every import looks down', () => {
  assert.deepEqual(importBreaches(sourcesUnder('src')), []);
});

test('an import upwards, sideways, between registers or of astro below the top is found', () => {
  const breach = (path: string, text: string) => importBreaches([{ path, text }]).length;
  assert.equal(breach('src/notices/publish.ts', "import { page } from '../views/page.ts';"), 1);
  assert.equal(breach('src/door/server.ts', "import { page } from '../site/page.ts';"), 1);
  assert.equal(breach('src/views/home/home-page.ts', "import { page } from '../../site/page.ts';"), 1);
  assert.equal(breach('src/parties/party.ts', "import { search } from '../search/engine.ts';"), 1);
  assert.equal(breach('src/registers/land/kinds.ts', "import { kinds } from '../mining/kinds.ts';"), 1);
  assert.equal(breach('src/notices/compile.ts', "import { z } from 'astro:content';"), 1);
  assert.equal(breach('src/rooms/room.ts', ''), 1);
  assert.equal(breach('src/views/portal.ts', "new Worker(new URL('../site/x.ts', import.meta.url))"), 1);
  assert.equal(breach('src/views/portal.ts', 'await import(`../site/x.ts`)'), 1);
  assert.equal(breach('src/views/portal.ts', 'await import(`../${room}/x.ts`)'), 1);
  assert.equal(breach('src/views/portal.ts', "import { world } from '../../tests/views/world.ts';"), 1);
  assert.equal(breach('src/views/portal.ts', "import { stories } from '../../db/seeds/demo/stories.ts';"), 1);
  assert.equal(breach('src/cli/seed.ts', "import { stories } from '../../db/seeds/demo/stories.ts';"), 0);
  assert.equal(breach('src/registers/ocds.ts', "import type { FeeStatement } from './fees/item.ts';"), 1);
  assert.equal(breach('src/views/portal.ts', "import { fold } from '../values/script.js';"), 1);
  assert.equal(breach('src/notices/publish.ts', "import { fold } from '../values/script.ts';"), 0);
});

/** What the house keeps beside its code: reference data, and the demo stories that the command line tells. */
const SEEDS = /^db\/seeds\/reference\/[\w-]+\.json$/;
const STORIES: Record<string, string> = { 'src/cli/seed.ts': 'db/seeds/demo/stories.ts' };
/** The one file of the room that knows the registers. */
const TABLE = 'src/registers/registers.ts';

function importBreaches(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const room = roomOf(path);
    const floor = floorOf(room);
    if (floor < 0) return [`${path} stands in no room of the plan`];
    return [...importsOf(text), ...filesNamedIn(text)].flatMap((target) => {
      if (target.startsWith('astro:'))
        return floor === 0 || path.endsWith('.astro') ? [] : [`${path} imports ${target}`];
      if (target.includes('${')) return [`${path} imports what cannot be read here: ${target}`];
      if (!target.startsWith('.')) return [];
      const file = posix.join(posix.dirname(path), target);
      if (file.endsWith('.js')) return [`${path} imports ${file}, which is no source`];
      if (!file.startsWith('src/'))
        return SEEDS.test(file) || STORIES[path] === file || isFolder(file) ? [] : [`${path} imports ${file}`];
      const below = floorOf(roomOf(file));
      const allowed = roomOf(file) === room ? !betweenRegisters(path, file) : below > floor;
      return allowed ? [] : [`${path} imports ${file}`];
    });
  });
}

/** The root of the project, and the migrations that the database reads. */
function isFolder(file: string): boolean {
  return file === './' || file === 'db/migrations/';
}

/** `from`, `import`, `import()` with any quotes. */
function importsOf(text: string): string[] {
  return [...codeOf(text).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"`])([^'"`]+)\1/g)].map((match) => match[2]!);
}

/** Files that are named beside this one: what a thread or a process runs. */
function filesNamedIn(text: string): string[] {
  const named = /new URL\(\s*(['"`])(\.[^'"`]*)\1\s*,\s*import\.meta\.url/g;
  return [...codeOf(text).matchAll(named)].map((match) => match[2]!);
}

function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function roomOf(path: string): string {
  return path.split('/')[1]!;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** One register never imports another; what stands in the room itself is for all of them, and knows none but in the table. */
function betweenRegisters(path: string, file: string): boolean {
  const register = (one: string) => /^src\/registers\/([^/]+)\//.exec(one)?.[1];
  return register(file) !== undefined && register(path) !== register(file) && path !== TABLE;
}

test('no file comes back to itself by its imports', () => {
  assert.deepEqual(circlesIn(sourcesUnder('src')), []);
});

test('a circle is found, also one of types', () => {
  const circle = [
    { path: 'src/notices/a.ts', text: "import { b } from './b.ts';" },
    { path: 'src/notices/b.ts', text: "import type { C } from './c.ts';" },
    { path: 'src/notices/c.ts', text: "export { a } from './a.ts';" },
  ];
  assert.deepEqual(circlesIn(circle), ['src/notices/a.ts → src/notices/b.ts → src/notices/c.ts → src/notices/a.ts']);
  assert.deepEqual(circlesIn(circle.slice(0, 2)), []);
});

function circlesIn(sources: Source[]): string[] {
  const next = new Map(
    sources.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.join(posix.dirname(path), target)),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return circles;
}
