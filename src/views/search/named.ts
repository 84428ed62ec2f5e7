import { findRecords } from '../../notices/storage.ts';
import { partyId, partyPath } from '../../parties/party.ts';
import { findParty, findPartyByIdentifier } from '../../parties/storage.ts';
import { findCode } from '../../search/storage.ts';
import { checkUscc } from '../../values/identifier.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import type { SearchParameters } from './parameters.ts';

/** The page of what a whole code or name names. */
export interface Named {
  text: string;
  path: string;
}

/** Whether to go there at once: it was asked for, or nothing else matches. */
export function goesTo(
  { named, rows, total }: { named: Named | null; rows: readonly { recordPath: string }[]; total: number },
  { go, as }: SearchParameters,
): string | null {
  if (!named || as === 'typed') return null;
  const isOnly = total === 0 || (total === 1 && rows[0]?.recordPath === named.path);
  return go || isOnly ? named.path : null;
}

/**
 * What a code or a name typed whole names, when it names one thing and nothing narrows the search: a party by its
 * 统一社会信用代码 or its whole name, else the record.
 */
export function namedBy(portal: Portal, parameters: SearchParameters): Named | null {
  const { q, before, as: _as, go: _go, ...rest } = parameters;
  const isNarrowed = Object.values(rest).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  if (q === '' || before !== undefined || isNarrowed) return null;
  const credit = checkUscc(q);
  const party = credit.shape
    ? findPartyByIdentifier(portal.database, credit.code)
    : findParty(portal.database, partyId(q));
  if (party) return { text: party.name, path: partyPath(party.id, party.isUnit) };
  const ocids = new Set(findCode(portal.database, q).map(({ ocid }) => ocid));
  const [only] = ocids.size === 1 ? findRecords(portal.database, [...ocids]) : [];
  return only ? { text: only.title, path: pathOf(only) } : null;
}
