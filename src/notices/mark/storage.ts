import type { Database } from '../../database/database.ts';

/** What was published under a number; undefined where nothing was, or where it was lost. */
export function hashAt(database: Database, seq: number): string | undefined {
  return database.get<{ hash: string }>('SELECT hash FROM releases WHERE seq = ?', seq)?.hash;
}

/** Numbers that were given and whose releases are lost, the last excluded from `afterSeq` and included in `untilSeq`. */
export interface LostNumbers {
  afterSeq: number;
  untilSeq: number;
  at: number;
  by: string;
  reason: string;
}

export function allLostNumbers(database: Database): LostNumbers[] {
  return database.all(
    'SELECT after_seq AS afterSeq, until_seq AS untilSeq, at, by, reason FROM lost_numbers ORDER BY after_seq',
  );
}

export function insertLostNumbers(database: Database, { afterSeq, untilSeq, at, by, reason }: LostNumbers): void {
  database.run(
    'INSERT INTO lost_numbers (after_seq, until_seq, at, by, reason) VALUES (?, ?, ?, ?, ?)',
    afterSeq,
    untilSeq,
    at,
    by,
    reason,
  );
}
