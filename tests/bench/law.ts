import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdictsOf } from '../../src/clock/storage.ts';
import { benchFees } from './fees.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { declareCoverage } from '../../src/notices/declare-coverage.ts';
import { publishBatch } from '../../src/notices/publish.ts';
import { releasesOf } from '../../src/notices/storage.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { findRegister } from '../../src/registers/registers.ts';
import { verdictLine } from '../../src/views/clock/verdict-line.ts';

interface Case {
  id: string;
  project: string;
  today: string;
  /** Rule, or rule#n for the verdict that starts from the nth notice; null where none must stand. */
  expect: Record<string, string | null>;
  why: string;
}

/** Rules that the cases name before they had a number. */
const NAMES: Record<string, string> = {
  'EARLY-AWARD': 'T21',
  CLAR: 'P31',
  'P-OPEN': 'P30',
  'P-ACC': 'P33',
  'L-APPLY': 'L16',
  F9: 'T22',
};

/** Judges the notices of a folder and compares with the right verdicts in it. Gives the exit status. */
export function benchLaw(folder: string): number {
  const [notices, verdicts] = [join(folder, 'notices.jsonl'), join(folder, 'verdicts.json')];
  if (!existsSync(notices) || !existsSync(verdicts)) {
    console.error(`bench: ${folder} holds no notices.jsonl with verdicts.json`);
    return 1;
  }
  const database = new Database(':memory:');
  migrate(database);
  const inputs = readFileSync(notices, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NoticeInput);
  const outcomes = publishBatch(
    database,
    inputs.map((input) => ({ input, at: input.id })),
    { actor: 'bench', now: Date.now() },
  );
  for (const [index, outcome] of outcomes.entries())
    if (outcome.status === 'refused') console.log(`refused ${inputs[index]!.id} ${JSON.stringify(outcome.refusals)}`);
  // A case tells its whole story: what it does not tell was not published.
  const media = new Set(inputs.map(({ register, firstPublished }) => `${register} ${firstPublished?.medium ?? ''}`));
  for (const key of media) {
    const [register = '', medium = ''] = key.split(' ');
    if (medium === '' || !findRegister(register)?.periods) continue;
    const declared = declareCoverage(
      database,
      { register, medium, unit: '', from: '1990-01-01', until: '' },
      'bench',
      Date.now(),
    );
    if (!declared.ok) throw new Error(JSON.stringify(declared.refusals));
  }
  const byRule = new Map<string, [right: number, all: number]>();
  for (const one of JSON.parse(readFileSync(verdicts, 'utf8')) as Case[]) {
    const index = inputs.findIndex(({ project }) => project?.code === one.project);
    const outcome = outcomes[index];
    const ocid = outcome?.status === 'published' ? outcome.ocid : '';
    const order = releasesOf(database, ocid).map(({ id }) => id);
    const lines = verdictsOf(database, ocid).map((row) => ({
      line: verdictLine(row, one.today, 'zh')!,
      from: order.indexOf(row.triggerRelease),
    }));
    for (const [key, right] of Object.entries(one.expect)) {
      const [name = '', from] = key.split('#');
      const rule = NAMES[name] ?? name;
      const found = lines.filter(
        ({ line, from: at }) => line.rule === rule && (from === undefined || at === Number(from)),
      );
      const said = found[0]?.line.verdict ?? null;
      const tally = byRule.get(rule) ?? [0, 0];
      byRule.set(rule, [tally[0] + Number(said === right), tally[1] + 1]);
      if (said !== right) console.log(`${one.id} ${key}: ${said}, right is ${right} — ${one.why}`);
    }
  }
  for (const [rule, [right, all]] of [...byRule].sort()) console.log(`${rule.padEnd(12)} ${right}/${all}`);
  const [right, all] = [...byRule.values()].reduce(([r, a], [x, y]) => [r + x, a + y], [0, 0]);
  console.log(`verdicts     ${right}/${all}`);
  return existsSync(join(folder, 'fees.json')) ? benchFees(join(folder, 'fees.json')) : 0;
}
