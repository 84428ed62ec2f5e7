import { dueBetween } from '../../clock/storage.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { ocidsWithDates } from '../../notices/dates/storage.ts';
import { findRecords } from '../../notices/storage.ts';
import type { Register } from '../../registers/register.ts';
import { dayOf } from '../../values/date.ts';
import { allHappenings } from '../calendar/find-happenings.ts';
import { SUBSCRIBED, type Feed } from '../clock/ics.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import { choicesOf } from './choices.ts';
import { conditionsOf } from './conditions.ts';
import { findAll } from './find-list.ts';
import type { ListParameters } from './parameters.ts';

const MOST = 5_000;

/** What happens to the records of a list, from a month back to half a year ahead; the name says what was asked. */
export async function listHappenings(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  locale: Locale,
): Promise<Feed> {
  const { database } = portal;
  const [first, last] = [portal.now() - SUBSCRIBED.back, portal.now() + SUBSCRIBED.ahead];
  const dated = [
    ...ocidsWithDates(database, { from: first, until: last, register: register.id, limit: MOST }),
    ...dueBetween(database, dayOf(first), dayOf(last), { limit: MOST }).map(({ ocid }) => ocid),
  ];
  const { ocids } = await findAll(portal, register, parameters, { most: MOST, among: [...new Set(dated)] });
  const happenings = allHappenings(portal, findRecords(database, ocids), locale).filter(
    ({ at }) => at >= first && at < last,
  );
  const { site, list, record } = labels(locale);
  const conditions = conditionsOf(parameters, choicesOf(portal, register, parameters, locale), locale);
  const asked = conditions.map(({ text }) => text).join(list.comma);
  const name = [site.name, registerLabels(register, locale).name, asked].filter(Boolean).join(record.dot);
  return { name, happenings, origin: portal.settings.origin, locale };
}
