import { text } from 'node:stream/consumers';
import { readReturned, takeReturned } from '../following/returned.ts';
import { labels } from '../locales/labels.ts';
import type { Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

/**
 * `gongshi returned < mail`: takes one mail that came back to the sender's address, as a mail server hands it to a command
 * (Postfix: `notices: "|gongshi returned"`). Ends with status 0 whatever it was, or the server would send that back too.
 */
export async function returned({ settings, locale }: Command): Promise<Result<number>> {
  const report = readReturned(await text(process.stdin));
  const t = labels(locale).cli;
  const sentences = { gone: t.returnedGone, delayed: t.returnedDelayed, unwanted: t.returnedUnwanted };
  return inDataFolder(settings, ({ database }) =>
    report !== null && takeReturned(database, report) ? sentences[report.is] : t.returnedNothing,
  );
}
