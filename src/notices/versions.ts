import { isIdentified, isObject, type Json, type JsonObject } from './merge.ts';

/** One value of a member, and which release said it. */
type Said = { releaseID: Json; releaseDate: Json; releaseTag: Json };

/**
 * The versioned release of releases in date order (OCDS 1.1, schema/records_reference, versioned release): each value
 * with the releases that set it anew. Lists of objects merge by `id`, which stays plain there; all other lists are
 * values.
 */
export function versionReleases(releases: readonly object[]): JsonObject {
  const versioned: JsonObject = {};
  for (const { id, date, tag, ocid, ...rest } of releases as JsonObject[]) {
    versioned['ocid'] ??= ocid!;
    addMembers(versioned, rest as JsonObject, { releaseID: id!, releaseDate: date!, releaseTag: tag! });
  }
  return versioned;
}

function addMembers(target: JsonObject, members: JsonObject, said: Said): void {
  for (const [key, value] of Object.entries(members)) {
    if (isObject(value)) {
      const inner = isObject(target[key]) ? target[key] : {};
      addMembers(inner, value, said);
      if (Object.keys(inner).length > 0) target[key] = inner;
    } else if (isIdentified(key, value)) {
      target[key] = addItems(Array.isArray(target[key]) ? target[key] : [], value, said);
    } else {
      const before = Array.isArray(target[key]) ? target[key] : [];
      const last = before.at(-1);
      if (!isObject(last) || JSON.stringify(last['value']) !== JSON.stringify(value)) before.push({ ...said, value });
      target[key] = before;
    }
  }
}

function addItems(before: Json[], items: readonly JsonObject[], said: Said): Json[] {
  for (const { id, ...rest } of items) {
    const known = id !== undefined && before.find((one): one is JsonObject => isObject(one) && one['id'] === id);
    const target: JsonObject = known || (id === undefined ? {} : { id });
    addMembers(target, rest as JsonObject, said);
    if (!known) before.push(target);
  }
  return before;
}
