import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { say } from '../../locales/setup.mjs';

/** Where Node keeps what it compiled: every process after the first starts in half the time. */
const COMPILED = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') };

/** Seconds of silence before a step says that it is still going. */
const PATIENCE = 2;
const INTERVAL = 10;

/**
 * Runs a step that may take long: its name first, a line now and then, its time at the end. Gives the exit status.
 * @param {Parameters<typeof say>[0]} step
 * @param {string} command
 * @param {string[]} words
 * @param {Record<string, string>} [environment]
 */
export async function withProgress(step, command, words, environment = {}) {
  const what = say(step);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  process.stderr.write(`${what} …\n`);
  const timer = setInterval(
    () => process.stderr.write(`${say('stillGoing', { what, seconds: seconds() })}\n`),
    INTERVAL * 1000,
  );
  const status = await exitStatus(spawn(command, words, { stdio: 'inherit', env: { ...process.env, ...environment } }));
  clearInterval(timer);
  if (status === 0 && seconds() >= PATIENCE) process.stderr.write(`${say('finished', { what, seconds: seconds() })}\n`);
  return status;
}

/**
 * Lets another program take over: its output is ours, signals reach it, and its exit status is ours.
 * @param {string} command
 * @param {string[]} words
 * @param {Record<string, string>} [environment]
 */
export function handOver(command, words, environment = {}) {
  const child = spawn(command, words, { stdio: 'inherit', env: { ...COMPILED, ...process.env, ...environment } });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return exitStatus(child);
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function exitStatus(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
