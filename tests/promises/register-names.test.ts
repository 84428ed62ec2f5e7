import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registers } from '../../src/registers/registers.ts';
import { sourcesUnder, type Source } from './source.ts';

/**
 * Nothing above `registers` knows one by name (src/README.md): what is particular to a register it declares, and what
 * only it has lives in a folder of its name.
 */
const BELOW = /^src\/(?:registers|accounts|parties|search|clock|events|ui|database|values|locales)\//;

test('no room above the registers names one', () => {
  assert.deepEqual(namesIn(sourcesUnder('src')), []);
});

test('a register that is named, or whose folder is looked into, is found', () => {
  const found = (path: string, text: string) => namesIn([{ path, text }]).length;
  assert.equal(found('src/views/home/home-page.ts', "if (register === 'land') return;"), 1);
  assert.equal(found('src/views/home/home-page.ts', 'listRecords(database, { register: `mining` })'), 1);
  assert.equal(
    found('src/site/record/RecordHead.astro', "import { subject } from '../../registers/land/subject.ts';"),
    1,
  );
  assert.equal(found('src/views/fees/fee-page.ts', "import { itemOn } from '../../registers/fees/item-on-day.ts';"), 0);
  assert.equal(found('src/views/fees/fee-page.ts', "import { subject } from '../../registers/land/subject.ts';"), 1);
});

function namesIn(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => !BELOW.test(path))
    .flatMap(({ path, text }) =>
      registers
        .filter(({ id }) => !isOwn(path, id))
        .filter(({ id }) => new RegExp(`['"\`]${id}['"\`]|/registers/${id}/`).test(text))
        .map(({ id }) => `${path} names ${id}`),
    );
}

function isOwn(path: string, id: string): boolean {
  return path.split('/').some((part) => part.split('.')[0] === id);
}
