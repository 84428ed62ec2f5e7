import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';
import { LINES, type AttackLine } from './attack.ts';

/**
 * `npm run test:faults [-- FILES]`: attacks real portals, one after another, and prints what was attacked, how long it
 * took and whether it held. The table is kept in `tests/faults/report.md`. Exit status 1: something did not hold that
 * is not known not to.
 */
const REPORT = join(ROOT, 'tests/faults/report.md');
const folder = mkdtempSync(join(tmpdir(), 'gongshi-faults-'));
const path = join(folder, 'lines.jsonl');
try {
  const named = process.argv.slice(2);
  const files = named.length > 0 ? named : globSync('tests/faults/*.fault.ts', { cwd: ROOT }).sort();
  const { status } = spawnSync(
    process.execPath,
    ['--test', '--test-concurrency=1', '--test-force-exit', '--test-reporter=spec', '--test-timeout=1200000', ...files],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, [LINES]: path } },
  );
  const text = table(linesIn(path));
  process.stdout.write(`\n${text}`);
  writeFileSync(REPORT, text);
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function linesIn(file: string): AttackLine[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AttackLine);
}

function table(lines: AttackLine[]): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]!.toFixed(1)}; Node ${process.version}`;
  const rows = lines.map(
    ({ name, seconds, held, measured }) => `| ${name} | ${seconds} s | ${held} | ${measured.join('; ')} |`,
  );
  return [
    `${new Date().toISOString()}: ${machine}`,
    '',
    '| attack | time | held | measured |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
