import type { KeyRange } from '../../notices/marks/storage.ts';
import type { Release } from '../../notices/release.ts';
import { releasesWithin } from '../../notices/storage.ts';
import { toldRelease } from '../changes/changes-page.ts';
import { ocdsRelease } from '../ocds/release.ts';
import { isOcds, type OcdsJson } from '../ocds/scope.ts';
import type { Portal } from '../portal.ts';
import { PackageFile } from './package-file.ts';
import { Parts, type Draft } from './parts.ts';
import { linesWriting, type Most } from './table-files.ts';

const A_TIME = 200;

/** The notices of a register over a range of days: each as `/api/changes` tells it, and in packages of OCDS. */
export async function writeReleases(portal: Portal, range: KeyRange, folder: string, most: Most): Promise<Draft[]> {
  const lines = new Parts<Release>('releases', folder, Infinity, (path) =>
    linesWriting(path, (release) => toldRelease(portal, release)),
  );
  const packages = isOcds(range.register)
    ? [new Parts<OcdsJson>('ocds-releases', folder, most.package, (path) => new PackageFile(path, 'releases', portal))]
    : [];
  for (let from = range.from; ;) {
    const some = releasesWithin(portal.database, { ...range, from }, A_TIME);
    if (some.length === 0) break;
    await lines.write(some);
    for (const one of packages) await one.write(some.map((release) => ocdsRelease(portal, release)!));
    from = some.at(-1)!.id + 1;
  }
  const all = [lines, ...packages];
  for (const one of all) await one.close();
  return all.flatMap(({ drafts }) => drafts);
}
