import type * as z from 'zod';
import type { Unit } from '../../accounts/units/storage.ts';
import type { Database } from '../../database/database.ts';
import { partyId } from '../../parties/party.ts';
import { recordsOf } from '../../parties/storage.ts';
import { fieldOf, type Party } from '../../registers/fields.ts';
import type { Register } from '../../registers/register.ts';
import type { Release } from '../release.ts';
import { releasesOf } from '../storage.ts';
import { isCalled } from './publisher.ts';

/**
 * What a unit writes alike in each notice of a kind, in the words of its last one (本单位的写法): where documents are had,
 * who may bid, how to object; and, where the unit stands in it by its own name, its address and contact. Nothing of the
 * project it was about.
 */
export function houseStyle(database: Database, unit: Unit, register: Register, kind: string): Record<string, unknown> {
  const declared = register.kinds[kind];
  // What alters or ends another notice is never alike.
  if (!declared || (declared.act !== 'state' && declared.act !== 'restart')) return {};
  const last = lastOf(database, unit, register.id, kind);
  if (!last) return {};
  return Object.fromEntries(
    Object.entries(declared.fields.shape).flatMap(([name, schema]) => {
      const said = last.content.fields[name];
      const { type, isAlike, schema: inner } = fieldOf(schema as z.ZodType);
      if (said === undefined || said === null || !inner.safeParse(said).success) return [];
      const isOwn = type === 'party' && isCalled(database, unit, (said as Party).name);
      return isOwn || isAlike ? [[name, said] as const] : [];
    }),
  );
}

/** Fields of a record, and of the house where the record says nothing or names the same party with less. */
export function withStyle(fields: Record<string, unknown>, style: Record<string, unknown>): Record<string, unknown> {
  const joined = { ...style, ...fields };
  for (const [name, said] of Object.entries(style)) {
    const known = fields[name] as Party | undefined;
    if (typeof said === 'object' && known?.name !== undefined && known.name === (said as Party).name)
      joined[name] = { ...said, ...known };
  }
  return joined;
}

/** So many of the unit's records are looked through. */
const MOST = 30;

function lastOf(database: Database, unit: Unit, register: string, kind: string): Release | undefined {
  for (const { ocid } of recordsOf(database, partyId(unit.name), MOST)) {
    const found = releasesOf(database, ocid).findLast(
      (release) =>
        release.register === register &&
        release.kind === kind &&
        release.content.unit !== undefined &&
        isCalled(database, unit, release.content.unit.name),
    );
    if (found) return found;
  }
  return undefined;
}
