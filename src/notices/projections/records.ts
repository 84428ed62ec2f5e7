import { findRegister } from '../../registers/registers.ts';
import { meaningOf } from '../../registers/stages.ts';
import { canonicalJson } from '../../values/canonical.ts';
import { dealtOn } from '../dealt.ts';
import { isOpen, type RecordRow } from '../release.ts';
import { clearRecords, removeRecord, saveRecord, type RecordHead } from '../storage.ts';
import type { Projection } from './projection.ts';

/** What is true now, as it is compiled. */
export const records: Projection<{ head: RecordHead; compiled: string }> = {
  name: 'records',
  plan({ record }) {
    const { compiled, ...row } = record;
    return {
      head: {
        ...row,
        isOpen: isOpen(record),
        publicityUntil: publicityUntil(record),
        dealtOn: dealtOn(record.compiled),
      },
      compiled: canonicalJson(compiled),
    };
  },
  save(database, parts) {
    for (const { planned } of parts) saveRecord(database, planned.head, planned.compiled);
  },
  drop: (database, { ocid }) => removeRecord(database, ocid),
  clear: clearRecords,
};

function publicityUntil({ register, stage, compiled }: RecordRow): number | null {
  const { isPublicised } = meaningOf(findRegister(register)?.stages, stage);
  const end = isPublicised ? compiled.tender?.publicityPeriod?.endDate : undefined;
  return end === undefined ? null : Date.parse(end);
}
