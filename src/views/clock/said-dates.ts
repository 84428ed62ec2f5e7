import type { Database } from '../../database/database.ts';
import { fieldsSaid, type SaidField } from '../../notices/dates/storage.ts';
import { findKind } from '../../registers/registers.ts';

/** What the notices of a record say of its dates besides when they are. */
export interface SaidDates {
  /** Where bids are opened, as printed; null where no notice says it. */
  openingPlace: string | null;
  /** Its newest word is that it stands still. */
  isSuspended: boolean;
  /** The date, UTC ms, that stood before this one; null where it was never moved. */
  before(kind: 'closes' | 'opens', at: number): number | null;
}

/** The fields of notices that say when; a record is told by one of each at a time. */
const MOMENTS = {
  closes: ['bidDeadline', 'applicationDeadline'],
  opens: ['openingAt', 'saleAt', 'listingUntil'],
} as const;
const PLACE = 'openingPlace';

export function saidDates(database: Database, ocids: readonly string[]): ReadonlyMap<string, SaidDates> {
  const fields = [...Object.values(MOMENTS).flat(), PLACE];
  const byRecord = Map.groupBy(fieldsSaid(database, ocids, fields), ({ ocid }) => ocid);
  return new Map([...byRecord].map(([ocid, rows]) => [ocid, ofRecord(rows)]));
}

function ofRecord(rows: readonly SaidField[]): SaidDates {
  const isTakenBack = new Set(
    rows.flatMap(({ amends, register, kind }) => (acts(register, kind, 'withdraw') ? [amends] : [])),
  );
  const standing = rows.filter(({ release }) => !isTakenBack.has(release));
  // A sale that failed and is called again has new dates, and none that were moved.
  const first = standing.findLastIndex(({ register, kind }) => acts(register, kind, 'restart'));
  const round = standing.slice(
    first < 0 ? 0 : standing.findIndex(({ release }) => release === standing[first]!.release),
  );
  const values = (field: string) => round.filter((row) => row.field === field).map(({ value }) => value);
  return {
    openingPlace: standing.findLast(({ field }) => field === PLACE)?.value?.toString() ?? null,
    isSuspended: isSuspended(round),
    before: (kind, at) => {
      const moved = MOMENTS[kind].map(values).find((said) => said.at(-1) === at);
      const before = moved?.findLast((value) => value !== at);
      return typeof before === 'number' ? before : null;
    },
  };
}

/** Until another notice sets a date. */
function isSuspended(rows: readonly SaidField[]): boolean {
  const last = rows.findLast(
    ({ register, kind, field }) => findKind(register, kind)?.suspends || (field !== null && field !== PLACE),
  );
  return last !== undefined && findKind(last.register, last.kind)?.suspends === true;
}

function acts(register: string, kind: string, act: 'withdraw' | 'restart'): boolean {
  return findKind(register, kind)?.act === act;
}
