import { readFileSync } from 'node:fs';
import { feeStories } from '../../db/seeds/demo/fees.ts';
import { calendar } from '../../db/seeds/demo/world.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { publishBatch } from '../../src/notices/publish.ts';
import { checkPage, readCheckParameters, type CheckPage } from '../../src/views/fees/check-page.ts';
import type { Portal } from '../../src/views/portal.ts';

/** A citizen's question, the outcomes that are right, and what the answer must and must not say. */
export interface FeeCase {
  q: string;
  allow: string[];
  cond: { paid?: string; due?: string; why?: string; mustNotItem?: string; mustNotSay?: string };
  why: string;
}

/** Asks the fee check the questions of a file and compares with the right answers in it. Gives the exit status. */
export function benchFees(file: string): number {
  const portal = demoCatalogue();
  const classes = new Map<string, [right: number, all: number]>();
  for (const one of JSON.parse(readFileSync(file, 'utf8')) as FeeCase[]) {
    const page = ask(portal, one.q);
    const faults = faultsOf(page, one);
    const key = one.allow.join(' or ');
    const [right, all] = classes.get(key) ?? [0, 0];
    classes.set(key, [right + Number(faults.length === 0), all + 1]);
    if (faults.length > 0) console.log(`${one.q}: ${faults.join('; ')}${one.why && ` — ${one.why}`}`);
  }
  for (const [key, [right, all]] of [...classes].sort()) console.log(`${key.padEnd(24)} ${right}/${all}`);
  const [right, all] = [...classes.values()].reduce(([r, a], [x, y]) => [r + x, a + y], [0, 0]);
  console.log(`fees         ${right}/${all}`);
  return 0;
}

/** The catalogue of fees as `seed` publishes it, and nothing else. */
export function demoCatalogue(now = Date.now()): Portal {
  const database = new Database(':memory:');
  migrate(database);
  const inputs = feeStories(calendar(now)).flat();
  const outcomes = publishBatch(
    database,
    inputs.map((input) => ({ input, at: input.id })),
    { actor: 'bench', now },
  );
  for (const [index, outcome] of outcomes.entries())
    if (outcome.status === 'refused') throw new Error(`${inputs[index]!.id} ${JSON.stringify(outcome.refusals)}`);
  return { database, now: () => now } as Portal;
}

export function ask(portal: Portal, q: string): CheckPage {
  return checkPage(portal, readCheckParameters(new URLSearchParams({ q })), 'zh');
}

export function faultsOf(page: CheckPage, { allow, cond }: Pick<FeeCase, 'allow' | 'cond'>): string[] {
  const faults: string[] = [];
  const said = saidBy(page);
  if (!allow.includes(page.outcome ?? ''))
    faults.push(`${page.outcome} “${page.word}${page.rest}”, right is ${allow.join(' or ')}`);
  if (cond.paid !== undefined && page.asked.paidYuan !== cond.paid)
    faults.push(`paid ${page.asked.paidYuan}, right is ${cond.paid}`);
  const due = page.sums.slice(1, 2).map(({ text }) => text);
  if (cond.due !== undefined && !due.includes(cond.due)) faults.push(`due ${due.join()}, right is ${cond.due}`);
  if (cond.why === 'line' && page.byLine.length === 0) faults.push('does not ask which line');
  if (cond.mustNotItem !== undefined && page.item?.name === cond.mustNotItem)
    faults.push(`takes it for ${cond.mustNotItem}`);
  if (cond.mustNotSay !== undefined && said.includes(cond.mustNotSay)) faults.push(`says ${cond.mustNotSay}`);
  return faults;
}

/** Everything that passes a judgement, as it is read. */
function saidBy(page: CheckPage): string {
  return [`${page.word}${page.rest}`, page.why, ...page.byLine.map(({ name, word }) => `${name} ${word}`)].join('\n');
}
