import { actions } from './actions/register.ts';
import { approvals } from './approvals/register.ts';
import { cases } from './cases/register.ts';
import { construction } from './construction/register.ts';
import { discretion } from './discretion/register.ts';
import { enforcement } from './enforcement/register.ts';
import { enforcers } from './enforcers/register.ts';
import { fees } from './fees/register.ts';
import { funds } from './funds/register.ts';
import { land } from './land/register.ts';
import { mining } from './mining/register.ts';
import { procurement } from './procurement/register.ts';
import { rectification } from './rectification/register.ts';
import { tableOf } from '../locales/table.ts';
import type { OcdsLot } from './ocds.ts';
import type { Kind, Register, Subject } from './register.ts';
import { CLOSED, NO_NEWS, UNDATED } from './stages.ts';

/** The registers this portal keeps, in the order of its navigation. Adding one is one line here. */
export const registers: readonly Register[] = [
  construction,
  procurement,
  land,
  mining,
  fees,
  funds,
  approvals,
  rectification,
  enforcement,
  cases,
  discretion,
  enforcers,
  actions,
].map(sealed);

/** Those of the navigation, and those behind the door 监督. */
export const inNavigation: readonly Register[] = registers.filter(({ supervision }) => !supervision);
export const underSupervision: readonly Register[] = registers.filter(({ supervision }) => supervision === true);

export function findRegister(id: string): Register | undefined {
  return registers.find((register) => register.id === id);
}

/** The kind of a register by the words of a stranger. */
export function findKind(register: string, kind: string): Kind | undefined {
  return findRegister(register)?.kinds[kind];
}

/** The states that records of any register may have, in order of life: what is closed comes after what was open. */
export const states: readonly string[] = statesOf(registers);

function statesOf(all: readonly Register[]): string[] {
  const order: string[] = [];
  for (const { stages } of all) {
    let place = 0;
    for (const stage of Object.keys(stages)) {
      if (!order.includes(stage)) order.splice(place, 0, stage);
      place = order.indexOf(stage) + 1;
    }
  }
  const lastOpen = order.findLastIndex((stage) => all.some(({ stages }) => stages[stage]?.isOpen));
  return order.toSpliced(lastOpen + 1, 0, CLOSED, ...UNDATED, NO_NEWS);
}

/** What a lot is, where it is no section of a tender. */
export function subjectOf(lot: OcdsLot): Subject | undefined {
  return registers.find(({ subject }) => subject?.isOne(lot))?.subject;
}

/** A kind, a code or a label is looked up by words that anybody may have typed: nothing but what was declared is found. */
function sealed(register: Register): Register {
  const { kinds, labels, stages, roles } = register;
  return {
    ...register,
    kinds: Object.assign(Object.create(null), kinds),
    labels: tableOf(labels),
    stages: tableOf(stages),
    roles: tableOf(roles),
  };
}
