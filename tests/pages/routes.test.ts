import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { capture } from '../../src/door/page-handler.ts';
import { registers } from '../../src/registers/registers.ts';
import { allowedParameters, PRINT_PARAMETER, ROUTES, routeOf, STATIC_PAGES } from '../../src/views/routes.ts';
import { ROOT } from '../promises/source.ts';
import { PAGES } from './addresses.ts';
import { asked, builtPages } from './built.ts';
import { addressIn } from './world.ts';

/** Every file under `pages/` as the path of its line and, where it is one, the machine face. */
function filesOf(): { file: string; path: string; face: string | null }[] {
  return readdirSync(`${ROOT}src/pages`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:astro|ts)$/.test(file))
    .map((file) => {
      const bare = `/${file.replace(/\.(?:astro|ts)$/, '')}`.replace(/\/index(?=$|\.)/, (whole) =>
        whole ? '' : whole,
      );
      const [, path = '', face = null] = /^(.*?)(?:\.(json|csv|ics|xlsx|atom))?$/.exec(bare)!;
      return { file, path: path || '/', face };
    });
}

/** What `[register].astro` serves: the lists of the registers, but for those that have a page of their own. */
function linesOf({ path }: { path: string }): string[] {
  return path === '/[register]' ? registers.map(({ id }) => `/${id}`) : [path];
}

test('every page and every machine face has its line in the table of routes', () => {
  const missing = filesOf().flatMap((file) =>
    linesOf(file).flatMap((path) => {
      const found = routeOf(path.replace(/\[\w+\]/g, 'x') + (file.face ? `.${file.face}` : ''));
      const isThere =
        found &&
        (found.route.isTree ||
          (found.route.path === path && (!file.face || found.route.faces.includes(file.face as 'json'))));
      // A face that a register's own page does not have is served to no one else.
      const isOwn = file.path === '/[register]' && ROUTES.some((route) => route.path === path);
      return isThere || isOwn ? [] : [file.file];
    }),
  );
  assert.deepEqual(missing, []);
});

test('every line of the table has its page and its faces', () => {
  const files = filesOf();
  const has = (path: string, face: string | null) =>
    files.some((file) => file.face === face && linesOf(file).includes(path));
  for (const { path, faces, page, isTree } of ROUTES) {
    if (isTree) continue;
    if (page !== false) assert.ok(has(path, null), path);
    for (const face of faces) assert.ok(has(path, face), `${path}.${face}`);
  }
});

const folder = mkdtempSync(join(tmpdir(), 'gongshi-routes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Asked of every page by Astro itself (its actions, which we have none of). */
const ASTROS = '_action';

/** The names that were asked of an address while a page was made. */
async function readWhile(make: () => Promise<unknown>): Promise<Set<string>> {
  const read = new Set<string>();
  const { get, getAll, has } = URLSearchParams.prototype;
  const noting = <Rest extends unknown[], Value>(
    original: (this: URLSearchParams, name: string, ...rest: Rest) => Value,
  ) =>
    function (this: URLSearchParams, name: string, ...rest: Rest): Value {
      read.add(name);
      return original.call(this, name, ...rest);
    };
  Object.assign(URLSearchParams.prototype, { get: noting(get), getAll: noting(getAll), has: noting(has) });
  try {
    await make();
  } finally {
    Object.assign(URLSearchParams.prototype, { get, getAll, has });
  }
  return read;
}

test('no page reads a parameter that its line does not name', async () => {
  const { handler, path } = await builtPages(folder);
  const named = addressIn(path);
  const addresses = [...new Set(Object.values(PAGES).flat())].map((name) => new URL(named(name), 'http://x').pathname);
  let made = 0;
  for (const address of new Set(addresses)) {
    const { faces = [] } = routeOf(address)?.route ?? {};
    for (const url of [address, ...faces.map((face) => (address === '/' ? '/index' : address) + `.${face}`)]) {
      const read = await readWhile(() => capture(handler, asked(url)));
      const unlisted = [...read].filter(
        (name) => name !== PRINT_PARAMETER && name !== ASTROS && !allowedParameters(url).includes(name),
      );
      assert.deepEqual(unlisted, [], url);
      if (read.size > 0) made++;
    }
  }
  assert.ok(made > 20, `parameters were read on ${made} pages`);
});

test('the site map leads to pages that stand', () => {
  const files = filesOf();
  for (const { path } of STATIC_PAGES)
    assert.ok(
      files.some((file) => file.path === path && file.face === null),
      path,
    );
});
