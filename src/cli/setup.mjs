import { fileURLToPath } from 'node:url';
import { say } from '../locales/setup.mjs';
import { bench, faults, run, start, test } from './setup/verbs.mjs';

/**
 * What the npm scripts call: `start`, `test`, `run …`, `bench …`, `faults …`. Runs on any Node ≥ 18 with nothing installed,
 * installs and builds what is missing, and hands over to `gongshi.ts` on the pinned Node. Nothing here may import a
 * dependency or TypeScript.
 */
const VERBS = { start, test, run, bench, faults };

const [verb = '', ...words] = process.argv.slice(2);
if (!Object.hasOwn(VERBS, verb)) {
  process.stderr.write(`${say('unknown', { found: verb })}\n`);
  process.exitCode = 2;
} else {
  process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
  process.exitCode = await VERBS[/** @type {keyof typeof VERBS} */ (verb)](words);
}
