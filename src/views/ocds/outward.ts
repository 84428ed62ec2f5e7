import {
  listOf,
  type OcdsContract,
  type OcdsFragment,
  type OcdsLot,
  type OcdsParty,
  type OcdsValue,
} from '../../registers/ocds.ts';
import type { Register } from '../../registers/register.ts';
import { roleIn } from '../../registers/roles.ts';
import { choiceLabel } from '../words.ts';
import { PARTY_ROLES } from './standard.ts';

/** What must be known of a release beside its fragment. */
export interface About {
  register: Register;
  ocid: string;
  /** The ocid of another record, as others know it. */
  ocidOf(stored: string): string;
  /** The award that a contract follows from, where its notice does not say. */
  awardOf(contract: string): string | undefined;
  /** As another publisher wrote it: signs and names are theirs. */
  isForeign: boolean;
}

type Json = Record<string, unknown>;

/**
 * A fragment as OCDS 1.1.5 names things. What is left in it that nobody declared, `asDeclared` takes out; `null`, which
 * removes in a merge, stays.
 */
export function outward(fragment: OcdsFragment, about: About): Json {
  const { parties, planning, tender, bids, awards, contracts, relatedProcesses, ...rest } = fragment;
  const unit = about.isForeign ? undefined : unitIn(parties, about);
  return {
    ...rest,
    ...(unit && !rest.buyer && { buyer: unit }),
    parties: listOf(parties).map((party) => partyOf(party, about)),
    planning: planning && planningOf(planning),
    tender: tender && tenderOf(tender, about, unit),
    bids: Array.isArray(bids) ? { details: bids.map((bid) => bidOf(bid, about)) } : bids,
    awards: listOf(awards).map(({ value, duration, quality, ...award }) => ({
      ...award,
      value: valueOf(value, about),
      valueDetails: noSum(value),
      durationDetails: duration,
      qualityDetails: quality,
    })),
    contracts: listOf(contracts).map((contract) => contractOf(contract, about)),
    relatedProcesses: listOf(relatedProcesses).map((process) =>
      process.scheme === 'ocid' && typeof process.identifier === 'string'
        ? { ...process, identifier: about.ocidOf(process.identifier) }
        : process,
    ),
  };
}

/** Who grants, where the register has neither buyer nor procuring entity. */
function unitIn(parties: OcdsFragment['parties'], about: About): { id: string; name?: string } | undefined {
  const found = listOf(parties).find(({ roles }) => listOfRoles(roles).some((role) => isUnit(role, about)));
  return found && { id: found.id, ...(found.name !== undefined && { name: found.name }) };
}

function isUnit(role: string, { register }: About): boolean {
  return !PARTY_ROLES.includes(role) && roleIn(register.roles, role).counts === 'spent';
}

function listOfRoles(roles: unknown): string[] {
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}

/** Under a role of ours stands the one of the standard that it is. */
function partyOf(party: OcdsParty, about: About): Json {
  const { identifier } = party;
  if (about.isForeign) return { ...party };
  const roles = listOfRoles(party.roles).flatMap((role) => {
    if (isUnit(role, about)) return [role, 'buyer', 'procuringEntity'];
    return role === 'candidate' ? [role, 'tenderer'] : [role];
  });
  return {
    ...party,
    roles: [...new Set(roles)],
    ...(identifier && { identifier: { ...identifier, scheme: SCHEME, legalName: party.name } }),
  };
}

/** 统一社会信用代码 (GB 32100-2015), by country as OCDS wants schemes named. */
const SCHEME = 'CN-USCC';

function planningOf({ project, projectID, budget, ...planning }: NonNullable<OcdsFragment['planning']>): Json {
  const { source, amount, ...more } = budget ?? {};
  return {
    ...planning,
    budget: {
      ...more,
      amount: plain(amount),
      ...(project !== undefined && { project }),
      ...(projectID !== undefined && { projectID }),
      ...(typeof source === 'string' && !source.includes('://') && { description: source }),
    },
  };
}

function tenderOf(
  { method, lots, value, ...tender }: NonNullable<OcdsFragment['tender']>,
  about: About,
  unit: Json | undefined,
): Json {
  return {
    ...tender,
    id: about.isForeign ? (tender.id ?? about.ocid) : about.ocid,
    value: valueOf(value, about),
    ...(unit && !tender.procuringEntity && { procuringEntity: unit }),
    ...(method && { procurementMethodDetails: choiceLabel(about.register, 'method', method, 'zh') }),
    lots: listOf(lots).map((lot) => lotOf(lot, about)),
  };
}

function lotOf(lot: OcdsLot, about: About): Json {
  const extension = about.register.ocds?.ofLot?.(lot) ?? {};
  return { ...lot, value: valueOf(lot.value, about), ...(plainValues(extension) as Json) };
}

function bidOf(
  { tenderer, relatedLot, value, rejected, ...bid }: NonNullable<OcdsFragment['bids']>[number],
  about: About,
): Json {
  return {
    ...bid,
    tenderers: [tenderer],
    ...(relatedLot !== undefined && { relatedLots: [relatedLot] }),
    value: valueOf(value, about),
    valueDetails: noSum(value),
    status: rejected === undefined ? 'valid' : 'disqualified',
    rejectionReason: rejected,
  };
}

function contractOf({ value, period, implementation, ...contract }: OcdsContract, about: About): Json {
  const { text, ...days } = period ?? {};
  const { status, finalValue, ...performed } = implementation ?? {};
  return {
    ...contract,
    awardID: contract.awardID ?? about.awardOf(contract.id) ?? contract.id,
    value: valueOf(value, about),
    valueDetails: noSum(value),
    period: days,
    termDetails: text,
    implementation: { ...performed, statusDetails: status, finalValue: valueOf(finalValue, about) },
  };
}

/** A sum; negative where the supplier pays the buyer (release-schema 1.1.5, `tender.value`). */
function valueOf(value: OcdsValue | undefined, about: About): Json | undefined {
  const found = plain(value);
  const amount = found?.['amount'];
  if (about.isForeign || about.register.ocds?.flow !== 'toState' || typeof amount !== 'number') return found;
  return { ...found, amount: amount === 0 ? 0 : -Math.abs(amount) };
}

/** A sum without what is our own; undefined for a rate, a unit price and what was not disclosed: they are no sums. */
function plain(value: OcdsValue | undefined): Json | undefined {
  if (!value || (value.basis ?? 'total') !== 'total' || value.amount === undefined) return undefined;
  return { amount: value.amount, currency: value.currency };
}

/** A price that is no sum, as it was published: 下浮率 3%. */
function noSum(value: OcdsValue | undefined): string | undefined {
  return value && (value.basis ?? 'total') !== 'total' ? value.printed : undefined;
}

function plainValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValues);
  if (typeof value !== 'object' || value === null) return value;
  if ('currency' in value) return plain(value as OcdsValue);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainValues(member)]));
}
