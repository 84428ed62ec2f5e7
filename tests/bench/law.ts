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

/** One right verdict, and what the portal says. */
interface Judged {
  case: string;
  rule: string;
  said: string | null;
  right: string | null;
  why: string;
}

/** Judges the notices of a folder and compares with the right verdicts in it. Gives the exit status. */
export function benchLaw(folder: string): number {
  if (!existsSync(join(folder, 'notices.jsonl')) || !existsSync(join(folder, 'verdicts.json'))) {
    console.error(`bench: ${folder} holds no notices.jsonl with verdicts.json`);
    return 1;
  }
  const judged = judgeFolder(folder);
  for (const { case: id, said, right, why } of wrongOf(judged))
    console.log(`${id}: ${said}, right is ${right} — ${why}`);
  for (const [rule, of] of [...Map.groupBy(judged, ({ rule }) => rule)].sort())
    console.log(`${rule.padEnd(12)} ${of.length - wrongOf(of).length}/${of.length}`);
  console.log(`verdicts     ${judged.length - wrongOf(judged).length}/${judged.length}`);
  return existsSync(join(folder, 'fees.json')) ? benchFees(join(folder, 'fees.json')) : 0;
}

export function wrongOf(judged: readonly Judged[]): Judged[] {
  return judged.filter(({ said, right }) => said !== right);
}

/** Publishes the cases of a folder in a database of their own and reads every verdict that is known. */
export function judgeFolder(folder: string): Judged[] {
  const database = new Database(':memory:');
  migrate(database);
  const inputs = readFileSync(join(folder, 'notices.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NoticeInput);
  const outcomes = publishBatch(
    database,
    inputs.map((input) => ({ input, at: input.id })),
    { actor: 'bench', now: Date.now() },
  );
  for (const [index, outcome] of outcomes.entries())
    if (outcome.status === 'refused') throw new Error(`${inputs[index]!.id} ${JSON.stringify(outcome.refusals)}`);
  takeWhole(database, inputs);
  const cases = JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')) as Case[];
  return cases.flatMap((one) => {
    const outcome = outcomes[inputs.findIndex(({ project }) => project?.code === one.project)];
    const ocid = outcome?.status === 'published' ? outcome.ocid : '';
    const order = releasesOf(database, ocid).map(({ id }) => id);
    const lines = verdictsOf(database, ocid).map((row) => ({
      line: verdictLine(row, one.today, 'zh')!,
      from: order.indexOf(row.triggerRelease),
    }));
    return Object.entries(one.expect).map(([key, right]): Judged => {
      const [name = '', from] = key.split('#');
      const rule = NAMES[name] ?? name;
      const found = lines.find(
        ({ line, from: at }) => line.rule === rule && (from === undefined || at === Number(from)),
      );
      return { case: `${one.id} ${key}`, rule, said: found?.line.verdict ?? null, right, why: one.why };
    });
  });
}

/** A case tells its whole story: what it does not tell was not published. */
function takeWhole(database: Database, inputs: readonly NoticeInput[]): void {
  for (const register of new Set(inputs.map((input) => input.register)))
    for (const medium of new Set(inputs.flatMap(({ firstPublished }) => firstPublished?.medium ?? []))) {
      if (!findRegister(register)?.periods) continue;
      const source = { register, medium, unit: '', from: '1990-01-01', until: '' };
      const declared = declareCoverage(database, source, 'bench', Date.now());
      if (!declared.ok) throw new Error(JSON.stringify(declared.refusals));
    }
}
