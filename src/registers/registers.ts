import { construction } from './construction/register.ts';
import { fees } from './fees/register.ts';
import { land } from './land/register.ts';
import { mining } from './mining/register.ts';
import { procurement } from './procurement/register.ts';
import { tableOf } from '../locales/table.ts';
import type { Kind, Register } from './register.ts';

/** The registers this portal keeps, in the order of its navigation. Adding one is one line here. */
export const registers: readonly Register[] = [construction, procurement, land, mining, fees].map(sealed);

export function findRegister(id: string): Register | undefined {
  return registers.find((register) => register.id === id);
}

/** The kind of a register by the words of a stranger. */
export function findKind(register: string, kind: string): Kind | undefined {
  return findRegister(register)?.kinds[kind];
}

/** A kind, a code or a label is looked up by words that anybody may have typed: nothing but what was declared is found. */
function sealed(register: Register): Register {
  return { ...register, kinds: Object.assign(Object.create(null), register.kinds), labels: tableOf(register.labels) };
}
