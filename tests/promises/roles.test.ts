import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES } from '../../src/accounts/permissions.ts';
import { sourcesUnder, type Source } from './source.ts';

/** Who may do what is asked of the permission table; the rooms of accounts make it, the page of officers hands roles out. */
const MAY_COMPARE = /^src\/(?:accounts|locales|cli)\/|^src\/office\/pages\/officers-page\.ts$/;
const COMPARES = new RegExp(
  `\\.roles\\b[^;\\n]*\\.(?:includes|some|every)\\(|\\brole\\s*[!=]==\\s*'(?:${ROLES.join('|')})'|\\broles\\.includes\\('(?:${ROLES.join('|')})'`,
);

test('no page and no act compares roles: the permission table is asked', () => {
  assert.deepEqual(comparing(sourcesUnder('src')), []);
});

test('a role that is compared by hand is found', () => {
  const found = (text: string) => comparing([{ path: 'src/pages/office/planted.astro', text }]).length;
  assert.equal(found("{actor.roles.includes('author') && <p></p>}"), 1);
  assert.equal(found("actor.roles.some((role) => role === 'reviewer')"), 1);
  assert.equal(found("mayEver(actor, 'draft.write')"), 0);
});

function comparing(sources: Source[]): string[] {
  return sources
    .filter(
      ({ path, text }) => !MAY_COMPARE.test(path) && COMPARES.test(text) && /office|drafts|actor/i.test(path + text),
    )
    .map(({ path }) => path);
}
