import { clearVerdicts, saveVerdicts, type VerdictRow } from '../../clock/storage.ts';
import { judgeRecord } from '../judging.ts';
import type { Projection } from './projection.ts';

/** Which statutory periods were kept. */
export const verdicts: Projection<VerdictRow[]> = {
  name: 'verdicts',
  plan: ({ known, releases, record, standings }) =>
    judgeRecord(releases, { record, standings }, known.calendar, known.covers),
  save(database, parts) {
    for (const { record, isNew, planned } of parts) saveVerdicts(database, record.ocid, planned, !isNew);
  },
  drop: (database, { ocid }) => saveVerdicts(database, ocid, []),
  clear: clearVerdicts,
};
