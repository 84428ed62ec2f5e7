import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Files that stand on the disk when the call returns, whole or not at all. */

/** Written beside, flushed, and put in place at once; then the folder is flushed, or the name could be lost. */
export function writeDurably(path: string, content: Uint8Array | string): void {
  putInPlace(path, (draft) => {
    const bytes = Buffer.from(content as string);
    const file = openSync(draft, 'w', 0o640);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
  });
}

/** The same of a file that exists elsewhere. */
export function copyDurably(from: string, path: string): void {
  putInPlace(path, (draft) => copyFileSync(from, draft));
}

/** Gives a flushed file or folder its name. */
export function nameDurably(draft: string, path: string): void {
  renameSync(draft, path);
  flush(dirname(path));
}

/** A file, or the names in a folder. */
export function flush(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function putInPlace(path: string, write: (draft: string) => void): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    write(draft);
    flush(draft);
    nameDurably(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
