import { partyId } from '../../parties/party.ts';
import { findRegister } from '../../registers/registers.ts';
import { clearBars, saveBars, type StoredBar } from '../bars/storage.ts';
import type { Projection } from './projection.ts';

/** Whom a case bars, and for how long; one that was revoked or withdrawn bars nobody. */
export const bars: Projection<Omit<StoredBar, 'ocid'>[]> = {
  name: 'bars',
  plan: ({ record }) =>
    record.stage === 'withdrawn'
      ? []
      : (findRegister(record.register)?.bars?.(record.compiled) ?? []).flatMap((bar) => {
          const party = partyId(bar.name);
          return party === '' ? [] : [{ ...bar, party }];
        }),
  save(database, parts) {
    for (const { record, isNew, planned } of parts)
      if (!isNew || planned.length > 0) saveBars(database, record.ocid, planned);
  },
  drop: (database, { ocid }) => saveBars(database, ocid, []),
  clear: clearBars,
};
