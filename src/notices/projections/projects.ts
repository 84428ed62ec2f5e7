import { matchKey } from '../../values/script.ts';
import { clearProjects, saveProjects } from '../projects/storage.ts';
import type { Projection } from './projection.ts';

/** Of which projects a record is, by the code of the platform of investment projects; what was withdrawn says nothing. */
export const projects: Projection<string[]> = {
  name: 'projects',
  plan: ({ releases, standings }) => [
    ...new Set(
      releases
        .filter(({ id }) => standings.get(id) !== 'withdrawn')
        .flatMap(({ content }) => (content.project.investmentCode ? [matchKey(content.project.investmentCode)] : [])),
    ),
  ],
  save(database, parts) {
    for (const { record, isNew, planned } of parts)
      if (!isNew || planned.length > 0) saveProjects(database, record.ocid, planned);
  },
  drop: (database, { ocid }) => saveProjects(database, ocid, []),
  clear: clearProjects,
};
