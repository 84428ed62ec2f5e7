import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { sourcesUnder, type Source } from './source.ts';

/** design.md §2: look down, never up, never sideways. */
const FLOORS = [
  ['pages', 'middleware.ts', 'content.config.ts', 'env.d.ts', 'cli'],
  ['door', 'site', 'office', 'api', 'feeds'],
  ['views'],
  ['notices', 'following'],
  ['registers', 'accounts'],
  ['parties', 'search', 'ledger', 'clock', 'events', 'ui'],
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
  assert.equal(breach('src/notices/publish.ts', "import { fold } from '../values/script.ts';"), 0);
});

function importBreaches(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const room = roomOf(path);
    const floor = floorOf(room);
    if (floor < 0) return [`${path} stands in no room of the plan`];
    return importsOf(text).flatMap((target) => {
      if (target.startsWith('astro:'))
        return floor === 0 || path.endsWith('.astro') ? [] : [`${path} imports ${target}`];
      if (!target.startsWith('.')) return [];
      const file = posix.join(posix.dirname(path), target);
      if (!file.startsWith('src/')) return [];
      const below = floorOf(roomOf(file));
      const allowed = roomOf(file) === room ? !betweenRegisters(path, file) : below > floor;
      return allowed ? [] : [`${path} imports ${file}`];
    });
  });
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}

function roomOf(path: string): string {
  return path.split('/')[1]!;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** One register never imports another; what stands in the room itself is for all of them. */
function betweenRegisters(path: string, file: string): boolean {
  const register = (one: string) => /^src\/registers\/([^/]+)\//.exec(one)?.[1];
  return register(path) !== undefined && register(file) !== undefined && register(path) !== register(file);
}
