import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesUnder, type Source } from './source.ts';

/** SQL stands in files named storage.ts, in search/, ledger/ and database/, and nowhere else. */
const MAY_HOLD_SQL = /^src\/(?:.*\/)?storage\.ts$|^src\/(?:search|ledger|database)\//;
const SQL =
  /\b(?:select\s+(?:distinct\s+)?[\w*("'$]+[\s\S]{0,400}?\bfrom\s+[\w"$(]|insert\s+(?:or\s+\w+\s+)?into\s+\w|update\s+\w+\s+set\b|delete\s+from\s+\w|create\s+(?:unique\s+)?(?:table|index|trigger|view)\b|pragma\s+\w+\s*=?)/i;
/** What is put into a statement by `+` may be a value that somebody typed. */
const CONCATENATED =
  /(['"`])[^'"`]*\b(?:select|insert into|update|delete from|where|order by)\b[^'"`]*\1\s*\+|\+\s*(['"`])\s*(?:where|and|or|order by|limit|union)\b/i;
/** A statement that is built of pieces: none of them may be a value. */
const TEMPLATE = /`(?:[^`\\]|\\.)*`/g;
const PIECE = /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** Lists of columns and other texts of ours, and the parts that a storage file builds of such texts. */
const OURS =
  /^(?:[A-Z][A-Z_]*(?:\.\w+)?|from|where|columns|order|among|and|placeholders|version)$|^[\w.]+ === (?:undefined|null) \? '' : '[^']*'$/;

test('SQL stands only where it may', () => {
  assert.deepEqual(sqlBreaches(sourcesUnder('src')), []);
});

test('SQL in a page, and a value pasted into a statement, are found', () => {
  assert.equal(sqlBreaches([{ path: 'src/pages/index.astro', text: "db.all('SELECT title FROM records')" }]).length, 1);
  assert.equal(sqlBreaches([{ path: 'src/views/home/home-page.ts', text: '`DELETE FROM records`' }]).length, 1);
  assert.equal(
    sqlBreaches([{ path: 'src/notices/storage.ts', text: '`SELECT a FROM b WHERE c = ${typed}`' }]).length,
    1,
  );
  assert.equal(sqlBreaches([{ path: 'src/notices/storage.ts', text: "'SELECT a FROM b WHERE c = ?'" }]).length, 0);
  const inStorage = (text: string) => sqlBreaches([{ path: 'src/notices/storage.ts', text }]).length;
  assert.equal(sqlBreaches([{ path: 'src/views/portal.ts', text: "'select title from records'" }]).length, 1);
  assert.equal(sqlBreaches([{ path: 'src/views/portal.ts', text: '`insert or ignore into a values (1)`' }]).length, 1);
  assert.equal(inStorage("'SELECT a FROM b WHERE c = ' + typed"), 1);
  assert.equal(inStorage('`select a from b order by ${typed}`'), 1);
  assert.equal(inStorage('`SELECT ${typed} FROM b`'), 1);
  assert.equal(inStorage('`SELECT a FROM b WHERE c = ${one.two}`'), 1);
  assert.equal(inStorage('`SELECT ${RELEASE} FROM b WHERE ${where}`'), 0);
});

function sqlBreaches(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/^import [^;]*;$/gm, '');
    if (!MAY_HOLD_SQL.test(path)) return quoted(code).some((one) => SQL.test(one)) ? [`${path} holds SQL`] : [];
    const pasted = (code.match(TEMPLATE) ?? [])
      .filter((one) => SQL.test(one) || /\bwhere\b|\band\b .*\?/i.test(one))
      .flatMap((one) => [...one.matchAll(PIECE)].map((match) => match[1]!.trim()))
      .filter((piece) => !OURS.test(piece));
    const added = CONCATENATED.exec(code)?.[0];
    return [...pasted, ...(added ? [added] : [])].map((piece) => `${path} pastes a value into SQL: ${piece}`);
  });
}

/** The texts of a source: what stands between quotation marks. */
function quoted(code: string): string[] {
  return code.match(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g) ?? [];
}
