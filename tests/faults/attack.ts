import { appendFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';

/** What an attack has at hand: the test, and a place to say what was measured. */
export interface Attack extends TestContext {
  /** Printed at once, and stands in the table. */
  measured(text: string): void;
}

export interface AttackOptions {
  /** Why it cannot be tried here; false when it can. */
  skip?: string | false;
  /** Why the portal is known not to hold; the table then says “no”, and the run goes on. */
  todo?: string;
}

/** One line of the table. */
export interface AttackLine {
  name: string;
  seconds: number;
  held: 'yes' | 'no' | 'skipped';
  measured: string[];
}

/** Where `faults.ts` gathers the lines. */
export const LINES = 'GONGSHI_FAULTS_LINES';

/** One attack; it held when `work` does not throw. */
export function attack(name: string, { skip = false, todo }: AttackOptions, work: (attack: Attack) => Promise<void>) {
  if (skip !== false) {
    tell({ name, seconds: 0, held: 'skipped', measured: [skip] });
    test(name, { skip }, () => {});
    return;
  }
  test(name, { ...(todo && { todo }), timeout: 600_000 }, async (context) => {
    const measured: string[] = [];
    const since = performance.now();
    const over = (held: 'yes' | 'no') => {
      const seconds = Math.round((performance.now() - since) / 100) / 10;
      const line: AttackLine = { name, seconds, held, measured };
      context.diagnostic(`${name}: ${seconds} s, ${held === 'yes' ? 'held' : 'NOT HELD'}; ${measured.join('; ')}`);
      tell(line);
    };
    try {
      await work(Object.assign(context, { measured: (text: string) => void measured.push(text) }));
      over('yes');
    } catch (error) {
      measured.push(todo ?? (error as Error).message.split('\n')[0]!);
      over('no');
      throw error;
    }
  });
}

function tell(line: AttackLine): void {
  const path = process.env[LINES];
  if (path) appendFileSync(path, `${JSON.stringify(line)}\n`);
}
