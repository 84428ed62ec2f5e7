import { findRegister } from '../../registers/registers.ts';
import { regionsAround } from '../../values/region.ts';
import { clearFacets, saveFacets } from '../lists/facets/storage.ts';
import { OPEN, WAITED, type Facet } from '../lists/query.ts';
import { isOpen, listedStage, type RecordRow } from '../release.ts';
import type { Projection } from './projection.ts';

/** What a record falls under in the lists. */
export const facets: Projection<Facet[]> = {
  name: 'facets',
  plan: ({ record }) => facetsOf(record),
  save(database, parts) {
    for (const { record, isNew, planned } of parts) saveFacets(database, record, planned, !isNew);
  },
  drop: (database, record) => saveFacets(database, record, []),
  clear: clearFacets,
};

function facetsOf(record: RecordRow): Facet[] {
  const own = findRegister(record.register)?.facets ?? [];
  return [
    { facet: 'stage', value: listedStage(record) },
    // What has closed is looked for among those that ever took entries.
    ...(isOpen(record) ? [OPEN] : []),
    ...(record.quietOn === null ? [] : [WAITED]),
    // Who asks for a city asks for its districts too.
    ...regionsAround(record.region).map((value) => ({ facet: 'region', value })),
    ...own.flatMap((facet) => facet.values(record.compiled).map((value) => ({ facet: facet.id, value }))),
  ];
}
