import type { Database } from '../../database/database.ts';
import { partyId } from '../../parties/party.ts';
import { listOf, type OcdsFragment } from '../../registers/ocds.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf, type Day } from '../../values/date.ts';
import { barsOn, type StoredBar } from './storage.ts';

/**
 * Whom an award names on a day on which a bar held that reaches the register. It is said as a fact with its days and its
 * source; whether the award may stand is for others to decide.
 */
export function barredIn(database: Database, register: string, said: OcdsFragment, otherwise: Day): StoredBar[] {
  const reaching = findRegister(register)?.barredBy;
  if (!reaching) return [];
  const found = new Map<string, StoredBar>();
  for (const { status, suppliers, date } of listOf(said.awards)) {
    if (status === 'cancelled' || status === 'unsuccessful') continue;
    const parties = listOf(suppliers).flatMap(({ name }) => (typeof name === 'string' ? [partyId(name)] : []));
    for (const bar of barsOn(database, parties.filter(Boolean), decidedOn(date) ?? otherwise))
      if (reaching.includes(bar.scope)) found.set(`${bar.party} ${bar.ocid}`, bar);
  }
  return [...found.values()];
}

function decidedOn(date: unknown): Day | null {
  const at = typeof date === 'string' ? Date.parse(date) : NaN;
  return Number.isNaN(at) ? null : dayOf(at);
}
