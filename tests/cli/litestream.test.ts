import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { awardNotice, emptyHouse, published, tenderNotice } from '../stories/lakeside-road.ts';
import { ROOT } from '../promises/source.ts';

const isThere = spawnSync('litestream', ['version']).status === 0;

test(
  'the example for Litestream copies what is published while it runs, and what it gives back is sound',
  {
    skip: isThere ? false : 'litestream is not on the PATH',
    timeout: 120_000,
  },
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongshi-litestream-'));
    const data = join(folder, 'data');
    mkdirSync(data);
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
    const copying = spawn('litestream', ['replicate', '-config', config], { stdio: 'ignore' });
    const ended = once(copying, 'exit');
    context.after(async () => {
      copying.kill('SIGKILL');
      await ended;
      database.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const run = (command: string, words: string[], environment = {}) =>
      spawnSync(command, words, { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'], ...environment } });
    let tries = 0;
    /** What the copy gives back as soon as it holds so many notices, however long it takes to arrive there. */
    const restored = (count: number): string => {
      for (;;) {
        assert.equal(copying.exitCode, null, 'Litestream has ended');
        const at = join(folder, `restored-${tries++}`);
        mkdirSync(at);
        const path = join(at, 'gongshi.sqlite');
        run('litestream', ['restore', '-config', config, '-o', path, join(data, 'gongshi.sqlite')]);
        if (existsSync(path) && releasesIn(path) === count) return at;
        rmSync(at, { recursive: true });
      }
    };
    restored(1);
    published(database, awardNotice);
    const at = restored(2);
    const verified = run(process.execPath, ['src/cli/gongshi.ts', 'verify'], { GONGSHI_DATA: at });
    assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  },
);

function releasesIn(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return (database.prepare('SELECT count(*) AS count FROM releases').get() as { count: number }).count;
  } finally {
    database.close();
  }
}
