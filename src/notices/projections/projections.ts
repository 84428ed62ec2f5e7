import { bars } from './bars.ts';
import { facets } from './facets.ts';
import { links } from './links.ts';
import { parties } from './parties.ts';
import type { Projection } from './projection.ts';
import { projects } from './projects.ts';
import { records } from './records.ts';
import { search } from './search.ts';
import { verdicts } from './verdicts.ts';

/** All that is made of releases, in the order in which it is written. */
export const projections: readonly Projection[] = [parties, records, links, projects, bars, facets, verdicts, search];
