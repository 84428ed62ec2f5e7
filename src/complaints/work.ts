import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { countAllAsks } from './storage.ts';

/** More than this from everybody within ten minutes is a rush: many addresses that file what nobody could read. */
const RUSH = 60;
const LATELY = 10 * 60_000;

/** Leading zero bits: about a second of a telephone, and 65,536 times that of who floods. */
const BITS = 16;

/** How many zero bits a form must begin with just now; 0 in ordinary times. */
export function workAsked(database: Database, now: number): number {
  return countAllAsks(database, now - LATELY) >= RUSH ? BITS : 0;
}

/** Whether SHA-256 of `once:work` begins with so many zero bits. */
export function isWorked(once: string, work: string, bits: number): boolean {
  if (bits === 0) return true;
  const hash = createHash('sha256').update(`${once}:${work}`).digest();
  return hash.readUInt32BE(0) >>> (32 - bits) === 0;
}
