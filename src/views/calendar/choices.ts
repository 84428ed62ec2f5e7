import { labels, type Locale } from '../../locales/labels.ts';
import { facetValues } from '../../notices/lists/facets/storage.ts';
import type { Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import { regionName } from '../../values/region.ts';
import { HAPPENINGS } from '../clock/happenings.ts';
import type { Choice } from '../list/choices.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import type { CalendarFilter } from './parameters.ts';

const MOST_REGIONS = 60;

/** A register has dates where one can take part in what it tells of. */
export function hasDates({ stages }: Register): boolean {
  return Object.values(stages).some(({ isOpen }) => isOpen);
}

/** The controls of the calendar; of divisions those that occur. */
export function calendarChoices(
  { database }: Portal,
  { register, region, kind }: CalendarFilter,
  locale: Locale,
): Choice[] {
  const { clock, list } = labels(locale);
  const dated = registers.filter(hasDates);
  const regions = dated
    .filter(({ id }) => register === undefined || id === register)
    .flatMap(({ id }) => facetValues(database, id, 'region', MOST_REGIONS).map(({ value }) => value))
    .filter((value) => value !== '');
  return [
    {
      name: 'register',
      label: clock.owed.controls.register,
      values: dated.map((one) => ({ value: one.id, label: registerLabels(one, locale).name })),
      chosen: register ?? '',
    },
    {
      name: 'region',
      label: list.region,
      values: [...new Set([...regions, ...(region === undefined ? [] : [region])])]
        .toSorted()
        .map((value) => ({ value, label: regionName(value, locale) })),
      chosen: region ?? '',
    },
    {
      name: 'kind',
      label: clock.calendar.kind,
      values: HAPPENINGS.map((value) => ({ value, label: clock.calendar.kinds[value] })),
      chosen: kind ?? '',
    },
  ];
}
