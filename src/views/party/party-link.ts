import { partyId, partyPath } from '../../parties/party.ts';
import { findParty } from '../../parties/storage.ts';
import type { Portal } from '../portal.ts';

export interface PartyLink {
  name: string;
  /** Null for a masked natural person: 张* is many people and has no page. */
  path: string | null;
}

export function partyLink({ database }: Portal, name: string): PartyLink {
  const id = partyId(name);
  const party = id ? findParty(database, id) : undefined;
  return { name, path: party ? partyPath(party.id, party.isUnit) : null };
}
