import { isIdentified, isObject } from '../../notices/merge.ts';
import type { OcdsJson } from './scope.ts';

/**
 * What readers must be told so that merging releases by their dates, as OCDS prescribes (1.1, schema/merging), gives
 * the record as it is compiled here.
 */

type Parties = { id: string; roles?: string[] }[];

/** With the roles that its parties were told to have before: a list of roles replaces the one it meets. */
export function withRolesSoFar(said: OcdsJson, before: OcdsJson): OcdsJson {
  const known = new Map(((before['parties'] ?? []) as Parties).map(({ id, roles }) => [id, roles]));
  const parties = ((said['parties'] ?? []) as Parties).map((party) => {
    const roles = new Set([known.get(party.id) ?? [], party.roles ?? []].flat());
    return roles.size > 0 ? { ...party, roles: [...roles] } : party;
  });
  return parties.length > 0 ? { ...said, parties } : said;
}

/**
 * Without what later releases said otherwise. A notice that is said anew keeps its place in time, but is dated after
 * what happened since: told whole, it would turn the record back.
 */
export function withoutOvertaken(said: OcdsJson, since: readonly OcdsJson[]): OcdsJson {
  return since.length === 0 ? said : (overtaken(said, since) as OcdsJson);
}

function overtaken(said: OcdsJson, since: readonly OcdsJson[]): OcdsJson | undefined {
  const left: OcdsJson = {};
  for (const [member, value] of Object.entries(said)) {
    const others = since.map((one) => one[member]).filter((one) => one !== undefined);
    const stays = others.length === 0 || OWN.has(member) ? value : memberLeft(member, value, others);
    if (stays !== undefined) left[member] = stays;
  }
  return Object.keys(left).length > 0 ? left : undefined;
}

function memberLeft(member: string, value: unknown, others: readonly unknown[]): unknown {
  if (isObject(value) && others.every(isObject)) return overtaken(value, others);
  if (isIdentified(member, value) && others.every((one) => isIdentified(member, one))) {
    const items = value.map((item) => {
      const same = others.flat().filter((one) => one['id'] !== undefined && one['id'] === item['id']);
      return same.length === 0 ? item : overtaken(item, same);
    });
    return items.filter((item) => item !== undefined);
  }
  return undefined;
}

/** Of each release or item its own, or gathered over all of them. */
const OWN = new Set(['id', 'ocid', 'date', 'tag', 'initiationType', 'language', 'roles']);

/** Without the `null` that takes nothing back. */
export function withoutIdleNulls(said: OcdsJson, before: OcdsJson | undefined): OcdsJson {
  const left: OcdsJson = {};
  for (const [member, value] of Object.entries(said)) {
    const known = before?.[member];
    if (value === null && known === undefined) continue;
    if (isObject(value)) left[member] = withoutIdleNulls(value, isObject(known) ? known : undefined);
    else if (isIdentified(member, value))
      left[member] = value.map((item) =>
        withoutIdleNulls(item, isIdentified(member, known) ? known.find(({ id }) => id === item['id']) : undefined),
      );
    else left[member] = value;
  }
  return left;
}
