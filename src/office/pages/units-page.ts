import type { Actor } from '../../accounts/permissions.ts';
import { findUnits } from '../../accounts/units/storage.ts';
import { changeUnit, createUnit, type Unit, type UnitInput } from '../../accounts/units/unit.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import type { Refusal } from '../../values/result.ts';
import { confirmBy } from '../door.ts';
import { elsewhere, hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** The units of the portal, each with its form. */
export interface UnitsPage {
  /** For the forms: any of them may be another's successor. */
  units: readonly Unit[];
  rows: { unit: Unit; former: string; registers: string; edit: string }[];
}

export async function unitsPage(asked: Asked): Promise<Answer<UnitsPage>> {
  const { office, actor, locale, now } = asked;
  if (!isOffered(actor, 'unit.change', null, now)) return hidden;
  const form = await asked.form();
  const refusals = form ? actOnUnits(asked, form) : [];
  if (form && refusals.length === 0) return elsewhere('/office/units');
  const t = labels(locale).office.people;
  const units = findUnits(office.database);
  return shown(
    {
      units,
      rows: units.map((unit) => ({
        unit,
        former: unit.formerNames.map(({ name }) => name).join('、'),
        registers: registersOf(unit, locale),
        edit: fill(t.edit, { name: unit.name }),
      })),
    },
    refusals,
  );
}

/** A form with the id of a unit changes it, one without makes a new one. */
function actOnUnits({ office, visit, cookies, now }: Asked, form: FormData): readonly Refusal[] {
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return confirmed.refusals;
  const actor: Actor = confirmed.value;
  const id = textOf(form, 'id');
  const result = id
    ? changeUnit(office.database, actor, id, unitIn(form), now)
    : createUnit(office.database, actor, unitIn(form), now);
  return result.ok ? [] : result.refusals;
}

function unitIn(form: FormData): UnitInput {
  return {
    name: textOf(form, 'name'),
    region: textOf(form, 'region'),
    registers: registers.flatMap(({ id }) => {
      const part = textOf(form, `register:${id}`);
      return part === 'lead' || part === 'cooperating' ? [{ register: id, part }] : [];
    }),
    formerNames: textOf(form, 'former')
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => ({ name })),
    successor: textOf(form, 'successor') || null,
    phone: textOf(form, 'phone') || null,
    phoneVerifiedOn: textOf(form, 'phoneVerifiedOn') || null,
    ended: textOf(form, 'ended') === 'yes',
  };
}

function registersOf(unit: Unit, locale: Locale): string {
  const { parts } = labels(locale).accounts;
  const name = (id: string) => registers.find((one) => one.id === id)?.labels[language(locale)].name ?? id;
  return unit.registers.map(({ register, part }) => `${name(register)}（${parts[part]}）`).join('、');
}
