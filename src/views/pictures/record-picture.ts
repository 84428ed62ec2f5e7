import { confined } from '../../jobs/confined.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { recordCard } from '../outside/record.ts';
import type { RecordPage } from '../record/record-page.ts';
import type { Drawn } from './draw.ts';

/** One is drawn at a time; who comes when so many wait is told to come again. */
const MOST_WAITING = 4;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** A PNG of a record: what it is, who got it, for how much, how it stands. Refusals: `busy`, those of `confined`. */
export async function recordPicture(page: RecordPage, locale: Locale): Promise<Result<Uint8Array>> {
  if (waiting >= MOST_WAITING) return refuse({ code: 'busy' });
  const { kicker, title, facts, day } = recordCard(page, locale);
  const { site, record } = labels(locale);
  const drawn: Drawn = { above: kicker, title, facts, below: [day, site.name, site.title].join(record.dot) };
  waiting += 1;
  const turn = last.then(() => confined<Uint8Array>('src/views/pictures/draw.ts', drawn));
  last = turn.catch(() => undefined);
  try {
    const made = await turn;
    return made.ok ? done(made.value) : made;
  } finally {
    waiting -= 1;
  }
}
