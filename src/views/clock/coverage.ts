import { coverages, type Coverage } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findRegister } from '../../registers/registers.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';

/** One source that the portal takes whole, in words. */
export interface CoverageRow extends Pick<Coverage, 'id' | 'register' | 'medium' | 'unit' | 'from' | 'until'> {
  registerName: string;
  /** 甘肃政府采购网首发的全部公告. */
  source: string;
  days: string;
}

/** Of what the portal takes every notice: on `/owed`, `/method` and in the office. */
export function coverageRows({ database }: Pick<Portal, 'database'>, locale: Locale): CoverageRow[] {
  const t = labels(locale).clock.coverage;
  return coverages(database).map((coverage) => {
    const { id, register, medium, unit, from, until } = coverage;
    const found = findRegister(register);
    return {
      id,
      register,
      medium,
      unit,
      from,
      until,
      registerName: found ? registerLabels(found, locale).name : register,
      source: sourceText(coverage, locale),
      days: until === null ? fill(t.since, { from }) : fill(t.between, { from, until }),
    };
  });
}

/** 甘肃政府采购网首发的全部公告; of what was first published here 本站首发. */
export function sourceText(source: 'own' | Pick<Coverage, 'medium' | 'unit'>, locale: Locale): string {
  const t = labels(locale).clock.coverage;
  if (source === 'own') return t.own;
  return source.medium === null ? fill(t.ofUnit, { name: source.unit! }) : fill(t.ofMedium, { name: source.medium });
}
