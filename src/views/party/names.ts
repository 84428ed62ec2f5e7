import { lastsOn } from '../../accounts/units/delegation.ts';
import { findDelegations, findUnit, findUnitByName, type Unit } from '../../accounts/units/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findReleases } from '../../notices/storage.ts';
import { otherNames } from '../../parties/dealings/storage.ts';
import { partyId, partyPath } from '../../parties/party.ts';
import { findParty } from '../../parties/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { noticePath } from '../address.ts';
import { gridOf, type Grid } from '../grid.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';

const MOST_NAMES = 20;

interface Row {
  name: string;
  /** The notice in which it stood first, or what else knows the name. */
  seen: { text: string; path?: string };
  by: string | null;
}

/** As it was written elsewhere than in the newest record, and by whom; null where nobody wrote it otherwise. */
export function namesOf(
  { database }: Portal,
  { id, name, isUnit }: { id: string; name: string; isUnit: boolean },
  locale: Locale,
): Grid | null {
  const t = labels(locale).party.names;
  const written = otherNames(database, id, MOST_NAMES);
  const releases = new Map(
    findReleases(
      database,
      written.map(({ release }) => release),
    ).map((release) => [release.id, release.content]),
  );
  const rows = written.map((one): Row => {
    const notice = releases.get(one.release);
    return {
      name: one.name,
      seen: { text: notice?.title ?? '', path: noticePath(one.release) },
      by: notice?.unit?.name ?? notice?.firstPublished?.medium ?? null,
    };
  });
  const former = (isUnit ? (findUnitByName(database, name)?.formerNames ?? []) : []).map((one): Row => ({
    name: one.name,
    seen: { text: one.until ? fill(t.until, { day: one.until }) : t.untilUnknown },
    by: t.registered,
  }));
  if (written.length + former.length === 0) return null;
  return gridOf<Row>(
    [
      { id: 'name', label: t.name, cell: (row) => ({ text: row.name, path: formerPath(database, row.name, id) }) },
      { id: 'seen', label: t.firstSeen, cell: ({ seen }) => seen },
      { id: 'by', label: t.by, cell: ({ by }) => (by === null ? undefined : { text: by }) },
    ],
    [...former, ...written.map((_, at) => rows[at]!)],
    { text: labels(locale).missing['in-text'], missing: true },
  );
}

/** The page of a name it bore, where notices were published under it. */
function formerPath(database: Portal['database'], name: string, own: string): string | undefined {
  const id = partyId(name);
  const party = id && id !== own ? findParty(database, id) : undefined;
  return party && partyPath(party.id, party.isUnit);
}

/** What the register of units knows of it. */
export interface UnitFacts {
  region: string;
  isEnded: boolean;
  successor: { name: string; path: string } | null;
  delegations: DelegationFact[];
}

/** Who publishes for it, or for whom it does, today. */
export interface DelegationFact {
  part: 'unit' | 'agent';
  text: string;
  basis: string;
}

export function unitFacts({ database, now }: Portal, name: string, locale: Locale): UnitFacts | null {
  const today = dayOf(now());
  const unit = findUnitByName(database, name);
  if (!unit) return null;
  const successor = unit.successor === null ? undefined : findUnit(database, unit.successor);
  return {
    region: regionName(unit.region, locale),
    isEnded: unit.endedAt !== null,
    delegations: delegationFacts(database, unit, today, locale),
    successor: successor ? { name: successor.name, path: partyPath(partyId(successor.name), true) } : null,
  };
}

function delegationFacts(database: Portal['database'], unit: Unit, today: string, locale: Locale): DelegationFact[] {
  const t = labels(locale).party;
  return findDelegations(database, unit.id)
    .filter((one) => lastsOn(one, today))
    .map(({ unit: delegator, agent, register, fromOn, untilOn, basis }) => {
      const part = delegator === unit.id ? ('unit' as const) : ('agent' as const);
      const name = findUnit(database, part === 'unit' ? agent : delegator)!.name;
      const within = register === null ? t.everyRegister : registerLabels(findRegister(register)!, locale).name;
      return { part, text: fill(t.delegation[part], { name, register: within, from: fromOn, until: untilOn }), basis };
    });
}
