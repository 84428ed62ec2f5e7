/**
 * Merging releases into a compiled release by the rules of OCDS 1.1 (schema/merging): a later value replaces an
 * earlier one, `null` removes it, objects merge member by member, lists of objects merge by `id`, every other
 * list is replaced whole. Objects without an `id` in such a list are appended; an empty one says nothing, so what stood
 * stays.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Members that the release schema marks `wholeListMerge`, wherever they stand. */
const WHOLE_LISTS = new Set(['additionalIdentifiers', 'additionalClassifications']);
/** Lists of words by the release schema: only these tell, where empty, that nothing is left of them. */
const WORD_LISTS = new Set(['additionalProcurementCategories', 'relationship', 'roles', 'submissionMethod']);
/** Members of a release itself that do not merge (`omitWhenMerged`). */
const OWN_MEMBERS = new Set(['id', 'date', 'tag']);

/** The compiled release of releases given in date order; each must carry `ocid` and `date`. */
export function mergeReleases(releases: readonly object[]): JsonObject {
  const merged: JsonObject = {};
  let date = '';
  for (const release of releases as JsonObject[]) {
    for (const [key, value] of Object.entries(release)) {
      if (!OWN_MEMBERS.has(key)) mergeMember(merged, key, value);
    }
    date = String(release['date']);
  }
  return { tag: ['compiled'], id: `${String(merged['ocid'])}-${date}`, date, ...merged };
}

function mergeMember(target: JsonObject, key: string, value: Json): void {
  if (value === null) {
    delete target[key];
  } else if (Array.isArray(value)) {
    if (value.length === 0 && !WHOLE_LISTS.has(key) && !WORD_LISTS.has(key)) return;
    target[key] = isIdentified(key, value) ? mergeById(target[key], value) : clean(value);
  } else if (typeof value === 'object') {
    const before = target[key];
    const inner = isObject(before) ? before : {};
    const hadMembers = Object.keys(inner).length > 0;
    for (const [member, innerValue] of Object.entries(value)) mergeMember(inner, member, innerValue);
    if (hadMembers || Object.keys(inner).length > 0) target[key] = inner;
  } else {
    target[key] = value;
  }
}

/** Whether the list of this name merges by `id`. */
export function isIdentified(key: string, value: unknown): value is JsonObject[] {
  return Array.isArray(value) && value.length > 0 && !WHOLE_LISTS.has(key) && value.every(isObject);
}

function mergeById(before: Json | undefined, list: JsonObject[]): Json[] {
  const merged: Json[] = Array.isArray(before) ? before : [];
  for (const item of list) {
    const id = item['id'];
    const known =
      id === undefined ? undefined : merged.find((one): one is JsonObject => isObject(one) && sameId(one['id'], id));
    const target = known ?? {};
    for (const [member, value] of Object.entries(item)) mergeMember(target, member, value);
    if (!known && Object.keys(target).length > 0) merged.push(target);
  }
  return merged;
}

/** `1` and `"1"` are one: publishers write the same id both ways. */
function sameId(a: Json | undefined, b: Json): boolean {
  return a === b || (a !== undefined && typeof a !== 'object' && String(a) === String(b));
}

/** A copy: a list taken over whole must not be shared with the release it came from. */
function clean(value: Json[]): Json[] {
  return value.some((item) => typeof item === 'object') ? structuredClone(value) : [...value];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
