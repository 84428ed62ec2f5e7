import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Holds the number of the process that writes. */
export const TURN = 'writing';

/** No run takes half a day; its number may be another's by then. */
const LONGEST = 12 * 60 * 60_000;

/**
 * One process writes files of data at a time: another's would be taken for what a broken-off run left. Gives what ends
 * the turn, or null while another process that is alive has it.
 */
export function takeTurn(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, TURN);
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const isRecent = Date.now() - statSync(path).mtimeMs < LONGEST;
      if (isRecent && isAlive(Number(readFileSync(path, 'utf8')))) return null;
      rmSync(path, { force: true });
    }
  }
  return null;
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
