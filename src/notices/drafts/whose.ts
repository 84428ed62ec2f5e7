import type { Database } from '../../database/database.ts';
import { findUnit, type Unit } from '../../accounts/units/storage.ts';
import type { Notice } from '../../registers/notice.ts';
import { listOf } from '../../registers/ocds.ts';
import type { Kind } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { roleIn } from '../../registers/roles.ts';
import type { Refusal } from '../../values/result.ts';
import type { RecordRow } from '../release.ts';
import { findRecord, releasesOf } from '../storage.ts';
import type { Draft } from './draft.ts';
import { ocidOf } from './judgement.ts';
import { isCalled, isPublisher } from './publisher.ts';

/**
 * Whether a draft may speak about the record it would join. A record is spoken about by the units that stand in it: who
 * published one of its notices, who is in charge of it or acts for them by a notice of it, and their successors. The
 * lead unit (牵头单位) of the register may as well, where it says why; the reason is published with the notice.
 *
 * `read` is what the draft says so far. Refusals: `not-your-record` (the record is of other units); `no-such-record` (a kind that ends, changes or continues
 * something begins no record, unless the reason says why there is none here).
 */
export function recordRefusals(
  database: Database,
  draft: Pick<Draft, 'unit' | 'register' | 'kind' | 'amends' | 'follows' | 'content'>,
  read: Notice | undefined,
): Refusal[] {
  const kind = findRegister(draft.register)?.kinds[draft.kind];
  const unit = findUnit(database, draft.unit);
  if (!kind || !unit) return [];
  const hasReason = (draft.content.reason ?? '').trim() !== '';
  const ocid = ocidOf(database, draft, read);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
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
