import { readdirSync } from 'node:fs';
import { seed } from '../../../src/cli/seed.ts';
import { releasesAfter } from '../../../src/notices/storage.ts';
import { ocdsRecord } from '../../../src/views/ocds/record.ts';
import { NOW, portal as emptyPortal, shared } from '../../notices/import-world.ts';
import { portalOver } from '../world.ts';

/** The demo stories, without or with what others published. */
export async function world(...batches: string[][]) {
  const { database, run } = emptyPortal();
  seed(database, { now: NOW, demo: true });
  for (const files of batches) await run(files);
  const portal = portalOver(database, NOW);
  const all = releasesAfter(database, 0, 10_000);
  const compiled = (code: string) => {
    const found = all.find(({ content }) => content.title.includes(code))!;
    return ocdsRecord(portal, found.ocid)!['compiledRelease'] as { [member: string]: any };
  };
  return { portal, all, compiled };
}

/** The demo and all published data here. */
export const everything = () =>
  world(
    ['colombia', 'jalisco', 'paraguay', 'taiwan', 'uganda'].flatMap((folder) => filesIn(`ocds/${folder}`)),
    filesIn('cn', /^(?:ggzy-\d+\.json|ggzy-listing.*\.csv|land-.*\.json)$/),
    filesIn('../gold', /^[^.]+\.json$/),
  );

export const filesIn = (folder: string, pattern = /./) =>
  readdirSync(shared(folder))
    .filter((name) => pattern.test(name))
    .map((name) => shared(`${folder}/${name}`));
