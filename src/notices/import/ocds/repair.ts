import { wordsOf } from '../../languages.ts';
import { isList, isObject, textOf, type JsonObject } from '../json-object.ts';

/**
 * A release as its publisher wrote it, with the few things set right without which it could not be merged or
 * shown: lists that are no lists, roles and tags that are bare words, names that stand only in the identifier.
 * What is there is never altered, only put where the standard has its place.
 */

export function repaired(release: JsonObject): JsonObject {
  const parties = objects(release['parties']).map(named);
  const byId = new Map(parties.map((party) => [party['id'], party['name']]));
  const tender = isObject(release['tender']) ? release['tender'] : undefined;
  return {
    ...release,
    tag: isList(release['tag']) ? release['tag'] : textOf(release['tag']) ? [release['tag']] : [],
    ...('parties' in release && { parties }),
    ...('buyer' in release && { buyer: reference(release['buyer'], byId) }),
    ...(tender && { tender: repairedTender(tender, byId, textOf(release['name'])) }),
    ...('awards' in release && { awards: awardsOf(release['awards']) }),
    ...('contracts' in release && { contracts: objects(release['contracts']) }),
  };
}

function repairedTender(tender: JsonObject, byId: ReadonlyMap<unknown, unknown>, name: string | undefined): JsonObject {
  return {
    ...tender,
    ...(!wordsOf(tender, 'title') && name && { title: name }),
    ...('procuringEntity' in tender && { procuringEntity: reference(tender['procuringEntity'], byId) }),
    // 1.0 drafts of Taiwan misspell it.
    ...(isObject(tender['tederPeriod']) && !('tenderPeriod' in tender) && { tenderPeriod: tender['tederPeriod'] }),
    ...('lots' in tender && { lots: objects(tender['lots']) }),
  };
}

/** The name from the identifier, the roles as a list. */
function named(party: JsonObject): JsonObject {
  const legal = isObject(party['identifier']) ? textOf(party['identifier']['legalName']) : undefined;
  return {
    ...party,
    ...(!textOf(party['name']) && legal && { name: legal }),
    roles: isList(party['roles']) ? party['roles'] : textOf(party['roles']) ? [party['roles']] : [],
  };
}

function reference(value: unknown, byId: ReadonlyMap<unknown, unknown>): unknown {
  if (!isObject(value) || textOf(value['name'])) return value;
  const known = byId.get(value['id']);
  return known === undefined ? value : { ...value, name: known };
}

/** A list, or one object whose items hold the suppliers (as in the files of Taiwan). */
function awardsOf(value: unknown): JsonObject[] {
  if (!isObject(value)) return objects(value);
  const winners = objects(value['items']).flatMap((item) => objects(item['suppliers']));
  const suppliers = winners.map(named).map(({ id, identifier, name }) => ({
    id: textOf(id) ?? (isObject(identifier) ? textOf(identifier['id']) : undefined) ?? name,
    name,
  }));
  const { items: _, totalAwardValue, awardDate, ...rest } = value;
  return [
    {
      ...rest,
      ...(totalAwardValue !== undefined && { value: totalAwardValue }),
      ...(awardDate !== undefined && { date: awardDate }),
      suppliers: distinct(suppliers),
    },
  ];
}

function distinct(suppliers: { id: unknown; name: unknown }[]): { id: unknown; name: unknown }[] {
  return [...new Map(suppliers.map((supplier) => [`${supplier.id} ${supplier.name}`, supplier])).values()];
}

function objects(value: unknown): JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
