import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyHouse, published, tenderNotice } from '../stories/lakeside-road.ts';
import { ROOT } from '../promises/source.ts';

const isThere = spawnSync('litestream', ['version']).status === 0;

test(
  'the example for Litestream copies a database, and what it gives back is sound',
  {
    skip: isThere ? false : 'litestream is not on the PATH',
  },
  (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongshi-litestream-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const [data, restored] = [join(folder, 'data'), join(folder, 'restored')];
    for (const one of [data, restored]) mkdirSync(one);
    const database = emptyHouse(join(data, 'gongshi.sqlite'));
    published(database, tenderNotice);
    const config = join(folder, 'litestream.yml');
    const example = readFileSync(`${ROOT}db/litestream.yml`, 'utf8');
    writeFileSync(
      config,
      example
        .replaceAll('/srv/gongshi/', `${data}/`)
        .replaceAll('/mnt/backup/gongshi-litestream', join(folder, 'copy')),
    );
    const run = (command: string, words: string[], environment = {}) =>
      spawnSync(command, words, { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'], ...environment } });
    const copied = run('litestream', ['replicate', '-config', config, '-exec', 'true']);
    assert.equal(copied.status, 0, copied.stderr);
    database.close();
    const path = join(restored, 'gongshi.sqlite');
    const given = run('litestream', ['restore', '-config', config, '-o', path, join(data, 'gongshi.sqlite')]);
    assert.equal(given.status, 0, given.stderr);
    const verified = run(process.execPath, ['src/cli/gongshi.ts', 'verify'], { GONGSHI_DATA: restored });
    assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  },
);
