import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fill, labels } from '../locales/labels.ts';
import { done, refuse, type Result } from '../values/result.ts';
import { bulkFolder } from '../views/bulk/files.ts';
import { takeTurn } from '../views/bulk/turn.ts';
import { writeBulk } from '../views/bulk/write-bulk.ts';
import { DATABASE_FILE, openPortal } from '../views/portal.ts';
import type { Command } from './command.ts';
import { progressLine } from './progress.ts';

/** `gongshi bulk`: the files that `/data` lists, as far as something changed; by night the portal does it itself. */
export async function bulk({ settings, locale }: Command): Promise<Result<number>> {
  const path = join(settings.data, DATABASE_FILE);
  if (!existsSync(path)) return refuse({ code: 'no-database', path });
  const { bulkWritten, bulkBusy } = labels(locale).cli;
  const endTurn = takeTurn(bulkFolder(settings.data));
  if (!endTurn) {
    process.stdout.write(`${bulkBusy}\n`);
    return done(0);
  }
  const portal = openPortal(settings);
  const progress = progressLine('bulk');
  let written = 0;
  try {
    const { files } = await writeBulk(portal, { onWriting: () => progress.update(++written) });
    progress.end();
    process.stdout.write(`${fill(bulkWritten, { n: files.length, m: written })}\n`);
    return done(0);
  } finally {
    portal.database.close();
    endTurn();
  }
}
