import { labels, type Locale } from '../../../locales/labels.ts';
import { partyNames } from '../../../parties/storage.ts';
import { findRegister } from '../../../registers/registers.ts';
import { regionName } from '../../../values/region.ts';
import type { Refused } from '../../list/parameters.ts';
import type { Portal } from '../../portal.ts';
import { registerLabels } from '../../words.ts';
import { controlOf, unitName, type Control } from '../asked.ts';
import { BASES, DUTIES, owedWhat } from './duties.ts';
import type { OwedParameters } from './parameters.ts';

/** What the list can be narrowed by: what occurs in it, and what is chosen. */
export function owedControls(
  { database }: Pick<Portal, 'database'>,
  parameters: OwedParameters,
  dropped: readonly Refused[],
  occurring: { units: readonly string[]; regions: readonly string[] },
  locale: Locale,
): Control[] {
  const t = labels(locale).clock.owed;
  const { register, region, unit, duty, basis } = parameters;
  const units = [...new Set([...occurring.units, ...(unit ? [unit] : [])])];
  const names = partyNames(database, units);
  const among = DUTIES.filter((one) => one.basis === basis || one.register === register || one.rule === duty);
  const registers = [...new Set([...among.map((one) => one.register), ...(register ? [register] : [])])];
  const control = (
    name: string,
    chosen: string | undefined,
    all: string,
    values: string[],
    nameOf: (value: string) => string,
  ) =>
    controlOf(
      {
        name,
        label: t.controls[name as keyof typeof t.controls],
        all,
        values: values.map((value) => ({ value, label: nameOf(value) })),
        chosen,
      },
      dropped,
      locale,
    );
  return [
    control('register', register, t.allRegisters, registers, (id) => registerLabels(findRegister(id)!, locale).name),
    control('region', region, t.allRegions, [...new Set([...occurring.regions, ...(region ? [region] : [])])], (code) =>
      regionName(code, locale),
    ),
    control('unit', unit, t.all, units.filter(Boolean), (id) => unitName(names.get(id), locale)),
    control(
      'duty',
      duty,
      t.allDuties,
      among.map(({ rule }) => rule),
      (id) =>
        owedWhat(
          DUTIES.find(({ rule }) => rule === id)!,
          locale,
        ),
    ),
    control(
      'basis',
      basis === 'verified' ? undefined : basis,
      t.bases.verified,
      BASES.slice(1),
      (id) => t.bases[id as 'unverified'],
    ),
  ];
}
