import type { Actor } from '../../accounts/permissions.ts';
import { delegate, endDelegation } from '../../accounts/units/delegation.ts';
import { findDelegations, findUnits } from '../../accounts/units/storage.ts';
import { changeUnit, createUnit, type Unit, type UnitInput } from '../../accounts/units/unit.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import type { Database } from '../../database/database.ts';
import { dayOf, parseDay } from '../../values/date.ts';
import type { Refusal, Result } from '../../values/result.ts';
import { confirmBy } from '../door.ts';
import { elsewhere, hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** The units of the portal, each with its form. */
export interface UnitsPage {
  /** For the forms: any of them may be another's successor. */
  units: readonly Unit[];
  rows: { unit: Unit; former: string; registers: string; edit: string; delegations: { id: number; text: string }[] }[];
  registers: { id: string; name: string }[];
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
        delegations: findDelegations(office.database, unit.id)
          .filter((one) => one.unit === unit.id && one.endedOn === null && one.untilOn >= dayOf(now))
          .map(({ id, agent, register, fromOn, untilOn, basis }) => ({
            id,
            text: fill(t.delegationLine, {
              agent: units.find((other) => other.id === agent)?.name ?? '',
              register: register === null ? t.everyRegister : nameOf(register, locale),
              from: fromOn,
              until: untilOn,
              basis,
            }),
          })),
      })),
      registers: registers.map(({ id }) => ({ id, name: nameOf(id, locale) })),
    },
    refusals,
  );
}

/** A form with the id of a unit changes it, one without makes a new one. */
function actOnUnits({ office, visit, cookies, now }: Asked, form: FormData): readonly Refusal[] {
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return confirmed.refusals;
  const actor: Actor = confirmed.value;
  const result = actOf(office.database, actor, form, now);
  return result.ok ? [] : result.refusals;
}

function actOf(database: Database, actor: Actor, form: FormData, now: number): Result<unknown> {
  const id = textOf(form, 'id');
  const act = textOf(form, '_act');
  if (act === 'endDelegation') return endDelegation(database, actor, Number(textOf(form, 'delegation')), now);
  if (act !== 'delegate')
    return id ? changeUnit(database, actor, id, unitIn(form), now) : createUnit(database, actor, unitIn(form), now);
  const register = textOf(form, 'register');
  const terms = {
    agent: textOf(form, 'agent'),
    register: registers.some((one) => one.id === register) ? register : null,
    fromOn: parseDay(textOf(form, 'fromOn')) ?? textOf(form, 'fromOn'),
    untilOn: parseDay(textOf(form, 'untilOn')) ?? textOf(form, 'untilOn'),
    basis: textOf(form, 'basis'),
  };
  return delegate(database, actor, id, terms, now);
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
    address: textOf(form, 'address') || null,
    hours: textOf(form, 'hours') || null,
    verifiedOn: textOf(form, 'verifiedOn') || null,
    verifiedBy: textOf(form, 'verifiedBy') || null,
    ended: textOf(form, 'ended') === 'yes',
  };
}

function registersOf(unit: Unit, locale: Locale): string {
  const { parts } = labels(locale).accounts;
  return unit.registers.map(({ register, part }) => `${nameOf(register, locale)}（${parts[part]}）`).join('、');
}

function nameOf(register: string, locale: Locale): string {
  return registers.find(({ id }) => id === register)?.labels[language(locale)].name ?? register;
}
