/** What SQLite says when it cannot write (sqlite.org/rescode.html); the low byte of an extended code. */
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const FULL = 13;

/** Another writer holds the database, and did not let go in time. */
export function isBusy(error: unknown): boolean {
  return primary(error) === BUSY;
}

/** The disk is full, read-only or broken: reading may go on, writing cannot. */
export function cannotWrite(error: unknown): boolean {
  return [READONLY, IOERR, FULL].includes(primary(error) ?? 0);
}

function primary(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}
