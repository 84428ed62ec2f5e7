import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesUnder, type Source } from './source.ts';

/** SQL stands in files named storage.ts, in search/, ledger/ and database/, and nowhere else. */
const MAY_HOLD_SQL = /^src\/(?:.*\/)?storage\.ts$|^src\/(?:search|ledger|database)\//;
const SQL =
  /\b(?:SELECT\s+[\w*(]|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(?:TABLE|INDEX|TRIGGER)\b|PRAGMA\s+\w+)/;
/** A value pasted into SQL: only upper-case constants, and the parts a storage file builds as `from` and `where`, may stand in it. */
const PASTED = /(?:WHERE|VALUES|SET|LIMIT|AND|OR|IN|=|>|<)\s*[('"]*\$\{(?!where\}|from\}|[A-Z_]+\})[^}]*\}/;

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
});

function sqlBreaches(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    // PRAGMA takes no parameters: the migration number is our own.
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|PRAGMA user_version=\$\{version\}/gm, '');
    if (!MAY_HOLD_SQL.test(path)) return SQL.test(code) ? [`${path} holds SQL`] : [];
    return SQL.test(code) && PASTED.test(code) ? [`${path} pastes a value into SQL: ${PASTED.exec(code)![0]}`] : [];
  });
}
