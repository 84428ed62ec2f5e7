import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROOT } from './source.ts';

test('every dependency has its exact version, and a dated line that says why', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(`${ROOT}package.json`, 'utf8'),
  ) as Record<string, Record<string, string>>;
  const why = readFileSync(`${ROOT}src/README.md`, 'utf8').split('## Dependencies')[1]!;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
    // The makers of DuckDB number their packages 1.5.6-r.1.
    assert.match(version, /^\d+\.\d+\.\d+(?:-r\.\d+)?$/, name);
    assert.match(why, new RegExp(`^- \\d{4}-\\d\\d-\\d\\d .*\`${name}\``, 'm'), name);
  }
});
