import type { Database } from '../../database/database.ts';
import { findUnit, findUnitByName, type Unit } from '../../accounts/units/storage.ts';
import type { Notice } from '../../registers/notice.ts';
import { listOf } from '../../registers/ocds.ts';
import type { Kind } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { roleIn } from '../../registers/roles.ts';
import { matchKey } from '../../values/script.ts';
import type { Refusal } from '../../values/result.ts';
import { whereNow } from '../decisions/storage.ts';
import { Known } from '../known.ts';
import { findRecordOf } from '../linking.ts';
import type { RecordRow } from '../release.ts';
import { findBySourceKey, findRecord, releasesOf } from '../storage.ts';
import type { Draft } from './draft.ts';
import { sofar } from './judgement.ts';
import { isPublisher } from './publisher.ts';

/**
 * Whether a draft may speak about the record it would join. A record is spoken about by the units that stand in it: who
 * published one of its notices, who is in charge of it or acts for them by a notice of it, and their successors. The
 * lead unit (牵头单位) of the register may as well, where it says why; the reason is published with the notice.
 *
 * Refusals: `not-your-record` (the record is of other units); `no-such-record` (a kind that ends, changes or continues
 * something begins no record, unless the reason says why there is none here).
 */
export function recordRefusals(
  database: Database,
  draft: Pick<Draft, 'id' | 'unit' | 'register' | 'kind' | 'amends' | 'follows' | 'content'>,
  now: number,
  whole?: Notice,
): Refusal[] {
  const kind = findRegister(draft.register)?.kinds[draft.kind];
  const unit = findUnit(database, draft.unit);
  if (!kind || !unit) return [];
  const read = whole ?? sofar(database, draft, kind, now);
  const hasReason = (draft.content.reason ?? '').trim() !== '';
  const record = recordOf(database, draft, read);
  if (!record)
    return read && speaksOfRecord(kind) && !hasReason
      ? [{ code: 'no-such-record', path: 'reason', found: read.project?.code ?? read.project?.name ?? read.title }]
      : [];
  if (standsIn(database, unit, record)) return [];
  const leads = unit.registers.some(({ register, part }) => register === draft.register && part === 'lead');
  if (leads && hasReason) return [];
  return [
    {
      code: leads ? 'reason-of-lead-unit' : 'not-your-record',
      path: leads ? 'reason' : 'project.name',
      found: record.title,
    },
  ];
}

/** Whether a kind speaks about what was published before. */
export function speaksOfRecord({ act, needsRecord }: Kind): boolean {
  return act !== 'state' || needsRecord === true;
}

function recordOf(
  database: Database,
  { amends, follows }: Pick<Draft, 'amends' | 'follows'>,
  read: Notice | undefined,
): RecordRow | undefined {
  const ocid =
    (amends === null ? undefined : findBySourceKey(database, amends)?.ocid) ??
    (follows === null ? undefined : whereNow(database, follows)) ??
    (read && findRecordOf(new Known(database), read));
  return ocid === undefined ? undefined : findRecord(database, ocid);
}

function standsIn(database: Database, unit: Unit, { ocid, register, compiled }: RecordRow): boolean {
  if (releasesOf(database, ocid).some((release) => isPublisher(database, unit.id, release))) return true;
  const roles = findRegister(register)?.roles;
  const inCharge = listOf(compiled.parties).filter(({ roles: held }) => {
    const parts = Array.isArray(held) ? held : [];
    return parts.some((part) => ACTING.has(part) || !roleIn(roles, part).takesPart);
  });
  const names = [...inCharge, compiled.buyer, compiled.tender?.procuringEntity].flatMap((party) =>
    typeof party?.name === 'string' ? [party.name] : [],
  );
  return names.some((name) => isCalled(database, unit, name));
}

/** Roles of parties that act for who is in charge. */
const ACTING: ReadonlySet<string> = new Set(['agency']);

/** The unit by its name of today or an earlier one, or a unit that it took over from. */
function isCalled(database: Database, unit: Unit, name: string): boolean {
  if ([unit.name, ...unit.formerNames.map((one) => one.name)].some((one) => matchKey(one) === matchKey(name)))
    return true;
  return findUnitByName(database, name)?.successor === unit.id;
}
