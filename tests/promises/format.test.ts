import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, resolveConfig } from 'prettier';
import { ROOT } from './source.ts';

/** `npm run format` puts right what this finds. */
test('every source is written as the formatter writes it', async () => {
  const paths = ['src', 'tests', 'db']
    .flatMap((folder) =>
      readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => /\.(?:ts|mjs|astro|css)$/.test(path));
  const config = await resolveConfig(`${ROOT}package.json`);
  const checks = await Promise.all(
    paths.map((path) => check(readFileSync(ROOT + path, 'utf8'), { ...config, filepath: ROOT + path })),
  );
  assert.deepEqual(
    paths.filter((_, index) => !checks[index]),
    [],
  );
});
