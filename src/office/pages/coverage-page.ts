import { permission } from '../../accounts/permissions.ts';
import { fill, labels } from '../../locales/labels.ts';
import { closeCoverage, declareCoverage, type TypedCoverage } from '../../notices/declare-coverage.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { coverageRows, type CoverageRow } from '../../views/clock/coverage.ts';
import { registerLabels } from '../../views/words.ts';
import { hidden, shown, textOf, type Answer, type Asked } from './page.ts';

/** What the portal takes whole, and the form that declares another source. */
export interface CoveragePage {
  rows: (CoverageRow & { mayEnd: boolean })[];
  registers: { id: string; name: string }[];
  saved: string | null;
  typed: TypedCoverage;
}

export async function coveragePage(asked: Asked): Promise<Answer<CoveragePage>> {
  const { database } = asked.office;
  const { actor, locale, now } = asked;
  if (permission(actor, 'coverage.declare', { unit: null }, now) !== 'granted') return hidden;
  const form = await asked.form();
  const typed = typedIn(form);
  const result = !form
    ? null
    : textOf(form, '_act') === 'end'
      ? closeCoverage(database, Number(textOf(form, 'id')), actor.id, now)
      : declareCoverage(database, typed, actor.id, now);
  const today = dayOf(now);
  return shown(
    {
      rows: coverageRows({ database }, locale).map((row) => ({
        ...row,
        mayEnd: row.until === null || row.until > today,
      })),
      registers: registers
        .filter(({ periods }) => periods)
        .map((register) => ({ id: register.id, name: registerLabels(register, locale).name })),
      saved: result?.ok
        ? fill(labels(locale).clock.coverage.saved, { n: result.value.asked, m: result.value.changed })
        : null,
      typed,
    },
    result && !result.ok ? result.refusals : [],
  );
}

function typedIn(form: FormData | null): TypedCoverage {
  const text = (name: string) => (form ? textOf(form, name) : '');
  return {
    register: text('register'),
    medium: text('medium'),
    unit: text('unit'),
    from: text('from'),
    until: text('until'),
  };
}
