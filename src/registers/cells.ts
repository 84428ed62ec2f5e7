import {
  listOf,
  partiesAs,
  sumOf,
  sumOfAll,
  wins,
  type CompiledRelease,
  type OcdsReference,
  type OcdsValue,
} from './ocds.ts';
import type { Cell } from './register.ts';
import { partyId } from '../parties/party.ts';

/**
 * Cells that several registers' lists share. A record may come from OCDS written elsewhere, where a list can be
 * missing or no list at all; what is not there is said in words (`missing`).
 */
export function partyCell(party: OcdsReference | undefined): Cell {
  return typeof party?.name === 'string'
    ? { type: 'party', name: party.name, id: partyId(party.name) }
    : { type: 'missing', reason: 'undisclosed' };
}

/** Who grants the right, under whichever name its notices call the role. */
export function grantorCell(record: CompiledRelease): Cell {
  const [grantor] = partiesAs('grantor', record);
  return partyCell(grantor ?? record.tender?.procuringEntity ?? record.buyer);
}

export function valueCell(value: OcdsValue | undefined): Cell {
  if (value?.basis === 'rate' && value.rate !== undefined) return { type: 'percent', percent: value.rate };
  const fen = sumOf(value);
  if (fen === null)
    return value?.printed ? { type: 'text', text: value.printed } : { type: 'missing', reason: 'undisclosed' };
  return { type: 'money', fen };
}

/** Who won, the others in the small line; before the decision it is pending, after a termination it never comes. */
export function winnerCell(record: CompiledRelease): Cell {
  const won = wins(record).flatMap((award) => listOf(award.suppliers));
  // A contract names who got it, where the result is not held here.
  const named = won.length > 0 ? won : listOf(record.contracts).flatMap((contract) => listOf(contract.suppliers));
  const names = [...new Set(named.map(({ name }) => name))].filter((name) => typeof name === 'string');
  const [name, ...others] = names;
  if (name === undefined) return { type: 'missing', reason: undecided(record) };
  return { type: 'party', name, id: partyId(name), ...(others.length > 0 && { sub: others.join('、') }) };
}

/** What was won: the sum over sections, or the one value as printed. */
export function awardedCell(record: CompiledRelease): Cell {
  const awards = wins(record);
  const values = (awards.length > 0 ? awards : listOf(record.contracts)).map(({ value }) => value);
  if (values.length === 0) return { type: 'missing', reason: undecided(record) };
  if (values.length === 1) return valueCell(values[0]);
  const fen = sumOfAll(values);
  return fen === null ? { type: 'missing', reason: 'undisclosed' } : { type: 'money', fen };
}

/** The ceiling: of the whole, or of its sections together. */
export function ceilingCell(record: CompiledRelease, whole: OcdsValue | undefined): Cell {
  if (whole) return valueCell(whole);
  const lots = listOf(record.tender?.lots).map(({ value }) => value);
  if (lots.length === 1) return valueCell(lots[0]);
  const fen = sumOfAll(lots);
  return fen === null ? { type: 'missing', reason: 'undisclosed' } : { type: 'money', fen };
}

/** Before the decision it is pending; where the sale ended without one, it never comes. */
export function undecided({ tender }: CompiledRelease): 'pending' | 'not-applicable' {
  return ['cancelled', 'unsuccessful', 'withdrawn'].includes(tender?.status ?? '') ? 'not-applicable' : 'pending';
}
