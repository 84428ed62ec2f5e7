import type { Database } from '../../database/database.ts';
import { findUnit, type Unit } from '../../accounts/units/storage.ts';
import type { Notice } from '../../registers/notice.ts';
import { listOf } from '../../registers/ocds.ts';
import type { Kind } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { roleIn } from '../../registers/roles.ts';
import { dayOf } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { Known } from '../known.ts';
import { recordsInDoubt } from '../linking.ts';
import type { RecordRow } from '../release.ts';
import { findRecord, releasesOf } from '../storage.ts';
import type { Draft } from './draft.ts';
import { ocidOf } from './judgement.ts';
import { speaksFor } from './publisher.ts';

/**
 * Whether a draft may speak about the record it would join. A record is spoken about by the units that stand in it: who
 * published one of its notices, who is in charge of it or acts for them by a notice of it, their successors, and whom one
 * of them lets publish for it at the time. The lead unit (牵头单位) of the register may as well, where the reason, which is published with the notice, names the unit for
 * which it speaks.
 *
 * `read` is what the draft says so far. Refusals: `not-your-record` (the record is of other units); `no-such-record` (a kind that ends, changes or continues
 * something begins no record, unless the reason says why there is none here).
 */
export function recordRefusals(
  database: Database,
  draft: Pick<Draft, 'unit' | 'register' | 'kind' | 'amends' | 'follows' | 'content'>,
  read: Notice | undefined,
  now: number,
): Refusal[] {
  const kind = findRegister(draft.register)?.kinds[draft.kind];
  const unit = findUnit(database, draft.unit);
  if (!kind || !unit) return [];
  const reason = (draft.content.reason ?? '').trim();
  const ocid = ocidOf(database, draft, read);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const isAbout = speaksOfRecord(kind);
  // A code alone joins no record of others, and may not seem to speak about one either.
  const others = !record && read && isAbout ? recordsInDoubt(new Known(database), read) : [];
  const foreign = [record, ...others.map((one) => findRecord(database, one))].find(
    (one) => one && !standsIn(database, unit, one, dayOf(now)),
  );
  if (foreign) return foreignRefusals(database, unit, draft.register, foreign, reason);
  return !record && read && isAbout && reason === ''
    ? [{ code: 'no-such-record', path: 'reason', found: read.project.code ?? read.project.name ?? read.title }]
    : [];
}

/** The lead unit says for whom it speaks: a reason that the kind asks for anyway is no explicit act. */
function foreignRefusals(
  database: Database,
  unit: Unit,
  register: string,
  record: RecordRow,
  reason: string,
): Refusal[] {
  if (!leads(unit, register)) return [{ code: 'not-your-record', path: 'project.name', found: record.title }];
  const names = unitsOf(database, record);
  if (names.some((name) => reason.includes(name))) return [];
  return [{ code: 'reason-of-lead-unit', path: 'reason', found: record.title, expected: names[0] ?? record.title }];
}

/** Whether a unit has a part in a record, or speaks on a day (yyyy-mm-dd) for one that has, and may go on with it. */
export function standsIn(database: Database, unit: Unit, record: RecordRow, day: string): boolean {
  return unitsOf(database, record).some((name) => speaksFor(database, unit, name, record.register, day));
}

/** Whether a unit answers for a register (牵头), and may speak for another with a reason that names it. */
export function leads({ registers }: Pick<Unit, 'registers'>, register: string): boolean {
  return registers.some((one) => one.register === register && one.part === 'lead');
}

/** Whether a kind speaks about what was published before. */
export function speaksOfRecord({ act, needsRecord }: Kind): boolean {
  return act !== 'state' || needsRecord === true;
}

/** The names of the units that stand in a record. */
function unitsOf(database: Database, { ocid, register, compiled }: RecordRow): string[] {
  const publishers = releasesOf(database, ocid).flatMap(({ content }) => content.unit?.name ?? []);
  const roles = findRegister(register)?.roles;
  const inCharge = listOf(compiled.parties).filter(({ roles: held }) => {
    const parts = Array.isArray(held) ? held : [];
    return parts.some((part) => ACTING.has(part) || !roleIn(roles, part).takesPart);
  });
  const named = [...inCharge, compiled.buyer, compiled.tender?.procuringEntity];
  return [
    ...new Set([...publishers, ...named.flatMap((party) => (typeof party?.name === 'string' ? [party.name] : []))]),
  ];
}

/** Roles of parties that act for who is in charge. */
const ACTING: ReadonlySet<string> = new Set(['agency']);
