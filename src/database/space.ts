import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of the volume that holds a folder. */
export interface Space {
  free: number;
  size: number;
}

export function spaceIn(folder: string): Space | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
}

const MB = 1024 * 1024;
/** What must stay free for the database to go on: a twentieth, and of a large volume not more than this. */
const ENOUGH = 500 * MB;

/** Too little to take anything in: reading must go on, and needs a little itself. */
export function isScarce({ free, size }: Space): boolean {
  return free < Math.min(ENOUGH, size / 20);
}

const BALLAST = 16 * MB;

/**
 * A file that is of no use but to be thrown away: a database cannot be opened on a full volume, not even to be read. It
 * goes when the volume is full at the start.
 */
export function dropBallast(folder: string): void {
  const space = spaceIn(folder);
  if (space && space.free < BALLAST) rmSync(join(folder, 'ballast'), { force: true });
}

/** Where there is room for it, and none yet. */
export function takeBallast(folder: string): void {
  const path = join(folder, 'ballast');
  const space = spaceIn(folder);
  if (space && !existsSync(path) && space.free > 4 * BALLAST && !isScarce(space)) fillWithNothing(path);
}

function fillWithNothing(path: string): void {
  const file = openSync(path, 'w', 0o600);
  const piece = Buffer.alloc(MB, 1);
  try {
    for (let written = 0; written < BALLAST; written += MB) writeSync(file, piece);
    fsyncSync(file);
  } catch {
    // The volume filled up meanwhile: then there is no ballast.
    rmSync(path, { force: true });
  } finally {
    closeSync(file);
  }
}
