import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findNode } from './node.mjs';
import { handOver } from './process.mjs';
import { testsByRoom } from './rooms.mjs';

/** Each returns the exit status. A step that fails has said why. */

/** @param {string[]} words */
export async function start(words) {
  const node = await prepare({ built: true });
  return node === null ? 1 : handOver(node, ['src/cli/gongshi.ts', 'serve', ...words]);
}

/** @param {string[]} words */
export async function run(words) {
  const node = await prepare({ built: false });
  return node === null ? 1 : handOver(node, ['src/cli/gongshi.ts', ...words]);
}

/** @param {string[]} words */
export async function bench(words) {
  const node = await prepare({ built: true });
  return node === null ? 1 : handOver(node, ['tests/bench/bench.ts', ...words]);
}

/** Attacks on real portals; minutes. @param {string[]} words */
export async function faults(words) {
  const node = await prepare({ built: true });
  return node === null ? 1 : handOver(node, ['tests/faults/faults.ts', ...words]);
}

/** Everything, or the test files named. The last line is that of Node's own runner. @param {string[]} words */
export async function test(words) {
  const node = await prepare({ built: true });
  if (node === null) return 1;
  const chromium = await ensureChromium();
  if (chromium === null) return 1;
  const { files, remove } = words.length > 0 ? { files: words, remove: () => {} } : testsByRoom('tests');
  const tests = await handOver(node, ['--test', '--test-concurrency=2', '--test-timeout=240000', ...files], {
    CHROMIUM_PATH: chromium,
  });
  remove();
  return tests;
}

/**
 * Dependencies there, pages built where asked; gives the Node that runs the rest, or null.
 * @param {{ built: boolean }} wanted
 */
async function prepare({ built }) {
  if (!(await ensureDependencies())) return null;
  const node = findNode();
  if (node === null || (built && !(await ensureBuilt(node)))) return null;
  return node;
}
