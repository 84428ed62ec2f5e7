import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../src/cli/gongshi.ts', import.meta.url));

/**
 * Reads every `X.json` of a folder that has an `X.gold.json` beside it, and prints how much was read, how much rightly, and
 * how fast. Gives the exit status.
 */
export function benchReading(folder: string): number {
  const scorer = join(folder, 'score.py');
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.gold.json'))
    .filter((name) => existsSync(join(folder, name.replace(/\.json$/, '.gold.json'))));
  if (!existsSync(scorer) || sets.length === 0) {
    console.error(`bench: ${folder} holds no score.py, or no X.json with X.gold.json`);
    return 1;
  }
  const work = mkdtempSync(join(tmpdir(), 'gongshi-reading-'));
  try {
    const pairs: string[] = [];
    let notices = 0;
    const start = performance.now();
    for (const name of sets) {
      const { stdout, status } = spawnSync(process.execPath, [COMMAND, 'read', join(folder, name)], {
        encoding: 'utf8',
      });
      if (status !== 0) return 1;
      notices += stdout.trim().split('\n').length;
      const lines = join(work, `${name}l`);
      writeFileSync(lines, stdout);
      pairs.push(join(folder, name.replace(/\.json$/, '.gold.json')), lines);
    }
    const seconds = (performance.now() - start) / 1000;
    const scored = spawnSync('python3', [scorer, ...pairs], { encoding: 'utf8' });
    process.stdout.write(scored.stdout);
    process.stderr.write(scored.stderr);
    console.log(
      `\n${notices} notices read in ${seconds.toFixed(1)} s, with a process for each of ${sets.length} files`,
    );
    return scored.status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
