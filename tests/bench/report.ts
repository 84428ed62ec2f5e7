import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';
import type { Latencies } from './measure.ts';

/** What was measured, printed as it comes and kept in `tests/bench/report.md`. Nothing here is asserted. */
const REPORT = join(ROOT, 'tests/bench/report.md');

export const PARTS = ['import', 'search', 'pages', 'load', 'bulk', 'following'] as const;
export type Part = (typeof PARTS)[number];

/** What is aimed at, beside what was measured. */
export const AIMS = {
  import: '≥ 4,000/s at 100,000',
  size: '≤ 4 kB beyond its text',
  judging: '100,000 records in ≤ 15 s',
  newest: 'p99 ≤ 12 ms at 100,000, ≤ 50 ms at 1,000,000',
  page: 'p50 ≤ 3 ms beyond its query, p99 ≤ 30 ms',
  cached: '≥ 0.9 of a bare node:http',
  pointRead: 'p99 ≤ 20 ms',
  matching: '≤ 50 ms among 100,000',
  memory: '≤ 250 MB anonymous',
} as const;

/** One column of the curve: a row for each number of notices. */
export type Column =
  | 'import /s'
  | 'bytes beyond text'
  | 'judging 100,000'
  | 'newest p99'
  | 'records p99'
  | 'lists p99'
  | 'searches p99'
  | 'cached ratio'
  | 'point read p99'
  | 'anonymous MB'
  | 'bulk anonymous MB';

interface Line {
  name: string;
  measured: string;
  aim: string;
}

/** One part of a run: of which program, when, and by which command. */
interface Measured {
  commit: string;
  at: string;
  command: string;
  machine: string;
  lines: Line[];
  curve: Partial<Record<Column, string>>;
}

type Figures = Partial<Record<Part, Measured>>;

export class Report {
  readonly #count: number;
  readonly #path: string;
  readonly #command: string;
  readonly #figures: Figures;
  #now: Measured | undefined;

  /** `folder`: where the figures of this many notices are kept beside them. */
  constructor(count: number, folder: string, command: string) {
    this.#count = count;
    this.#path = join(folder, FIGURES);
    this.#command = command;
    this.#figures = readFigures(this.#path);
    print(`${machine()}; commit ${commit()}; ${count} notices`);
  }

  /** All that follows belongs to this part, and replaces what was measured of it before. */
  begin(part: Part): void {
    this.#now = {
      commit: commit(),
      at: new Date().toISOString(),
      command: this.#command,
      machine: machine(),
      lines: [],
      curve: {},
    };
    this.#figures[part] = this.#now;
    print(`\n${part}`);
  }

  line(name: string, measured: string, aim: keyof typeof AIMS | '' = ''): void {
    const sentence = aim && AIMS[aim];
    this.#now!.lines.push({ name, measured, aim: sentence });
    print(`  ${name.padEnd(34)} ${measured}${sentence && `  (aim: ${sentence})`}`);
  }

  latency(name: string, { p50, p95, p99, max, runs }: Latencies, aim: keyof typeof AIMS | '' = '', more = ''): void {
    this.line(name, `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, max ${ms(max)} (${runs})${more}`, aim);
  }

  curve(column: Column, value: string): void {
    this.#now!.curve[column] = value;
  }

  /** What an earlier run found for a database that is used again. */
  keep(part: Part): void {
    const { lines, at, commit: of } = this.#figures[part]!;
    print(`\n${part}, of ${at}, commit ${of}`);
    for (const { name, measured, aim } of lines) print(`  ${name.padEnd(34)} ${measured}${aim && `  (aim: ${aim})`}`);
  }

  /** `kept`: the folder in which runs with other numbers of notices are looked for. */
  write(kept: string): void {
    writeFileSync(this.#path, JSON.stringify(this.#figures));
    writeFileSync(REPORT, [`# ${this.#count} notices`, '', ...partsOf(this.#figures), ...curveOf(kept), ''].join('\n'));
    print(`\nwritten to ${REPORT}`);
  }
}

/** In the folder of one number of notices. */
const FIGURES = 'figures.json';

function readFigures(path: string): Figures {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Figures) : {};
}

function partsOf(figures: Figures): string[] {
  return PARTS.flatMap((part) => {
    const measured = figures[part];
    if (!measured) return [];
    const { commit: of, at, command, machine: by, lines } = measured;
    return [
      `## ${part}`,
      '',
      `${at}, commit ${of}, \`${command}\``,
      '',
      by,
      '',
      '| measured | | aim |',
      '|---|---|---|',
      ...lines.map(({ name, measured: found, aim }) => `| ${name} | ${found} | ${aim} |`),
      '',
    ];
  });
}

/** One row for each number of notices that stands in the folder. */
function curveOf(kept: string): string[] {
  const rows = readdirSync(kept)
    .filter((name) => /^\d+$/.test(name))
    .toSorted((a, b) => Number(a) - Number(b))
    .map((n) => ({ n, parts: Object.values(readFigures(join(kept, n, FIGURES))) }));
  const curves = rows.map(({ n, parts }): Record<string, string> =>
    Object.assign({ n: Number(n).toLocaleString('en') }, ...parts.map(({ curve }) => curve)),
  );
  const columns = [...new Set(curves.flatMap((curve) => Object.keys(curve)))];
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    '## Curve',
    '',
    row(columns),
    row(columns.map(() => '---')),
    ...curves.map((curve) => row(columns.map((column) => curve[column] ?? ''))),
  ];
}

function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]!.toFixed(1)}; Node ${process.version}`;
}

function commit(): string {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? '';
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', changed';
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${changed}`;
}

function print(line: string): void {
  console.log(line);
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString('en');
}
