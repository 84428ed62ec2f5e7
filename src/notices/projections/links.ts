import { listOf, type OcdsRelatedProcess } from '../../registers/ocds.ts';
import { targetOf } from '../pointing.ts';
import type { RecordRow } from '../release.ts';
import { clearLinks, saveLinks, type RecordLink } from '../storage.ts';
import type { Projection } from './projection.ts';

/** Which other records it points to; who is meant is looked up when it is read, for the other may come later. */
export const links: Projection<RecordLink[]> = {
  name: 'links',
  plan: ({ record }) => linksOf(record),
  save(database, parts) {
    for (const { record, isNew, planned } of parts)
      if (!isNew || planned.length > 0) saveLinks(database, record.ocid, planned);
  },
  drop: (database, { ocid }) => saveLinks(database, ocid, []),
  clear: clearLinks,
};

function linksOf({ compiled }: RecordRow): RecordLink[] {
  return listOf(compiled.relatedProcesses).flatMap((process) => {
    const target = targetOf(process);
    if (target === undefined) return [];
    return relationshipsOf(process).map((relationship) => ({ relationship, target, code: process.identifier! }));
  });
}

function relationshipsOf({ relationship }: OcdsRelatedProcess): string[] {
  const named = (Array.isArray(relationship) ? relationship : [relationship]).filter((one) => typeof one === 'string');
  return named.length > 0 ? named : ['related'];
}
