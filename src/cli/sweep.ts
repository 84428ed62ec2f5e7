import { fill, labels } from '../locales/labels.ts';
import { removeOrphans } from '../notices/attachments/keep.ts';
import type { Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

/** `gongshi sweep`: removes the files of uploads that were given up; by night the portal does it itself. */
export async function sweep({ settings, locale }: Command): Promise<Result<number>> {
  return inDataFolder(settings, ({ database }) =>
    fill(labels(locale).cli.swept, { n: removeOrphans(database, settings.data, Date.now()) }),
  );
}
