import { labels as labelsOf, type Locale } from '../../locales/labels.ts';
import { facetValues } from '../../notices/lists/facets/storage.ts';
import { WAITED } from '../../notices/lists/query.ts';
import type { Register } from '../../registers/register.ts';
import { NO_NEWS, UNDATED } from '../../registers/stages.ts';
import { regionName } from '../../values/region.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel, registerLabels, stageLabel } from '../words.ts';
import type { ListParameters } from './parameters.ts';

/** A control of the list: what occurs, and what is chosen. */
export interface Choice {
  name: string;
  label: string;
  values: { value: string; label: string }[];
  chosen: string;
}

const MOST_VALUES = 60;

export function choicesOf(
  { database }: Portal,
  register: Register,
  parameters: ListParameters,
  locale: Locale,
): Choice[] {
  const labels = registerLabels(register, locale);
  const t = labelsOf(locale).list;
  const used = (facet: string) =>
    facetValues(database, register.id, facet, MOST_VALUES)
      .map(({ value }) => value)
      .filter((value) => value !== '');
  const choice = (
    name: string,
    label: string,
    values: string[],
    chosen: string | undefined,
    nameOf: (value: string) => string,
  ): Choice => ({
    name,
    label,
    chosen: chosen ?? '',
    values: [...new Set([...values, ...(chosen ? [chosen] : [])])].map((value) => ({ value, label: nameOf(value) })),
  });
  const unknown = [
    ...used('stage').filter((stage) => UNDATED.includes(stage)),
    ...(used(WAITED.facet).length > 0 ? [NO_NEWS] : []),
  ];
  return [
    choice('region', t.region, used('region').toSorted(), parameters.region, (value) => regionName(value, locale)),
    ...register.facets.map(({ id, list }) =>
      choice(id, labels.facets[id] ?? id, used(id), parameters.facets[id], (value) =>
        choiceLabel(register, list, value, locale),
      ),
    ),
    choice('stage', t.stage, [...Object.keys(labels.stages), ...unknown], parameters.stage, (value) =>
      stageLabel(value, [register.id], locale),
    ),
  ].filter(({ values }) => values.length > 0);
}
