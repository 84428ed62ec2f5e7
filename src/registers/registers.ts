import { construction } from './construction/register.ts';
import { fees } from './fees/register.ts';
import { land } from './land/register.ts';
import { mining } from './mining/register.ts';
import { procurement } from './procurement/register.ts';
import type { Register } from './register.ts';

/** The registers this portal keeps, in the order of its navigation. Adding one is one line here. */
export const registers: readonly Register[] = [construction, procurement, land, mining, fees];

export function findRegister(id: string): Register | undefined {
  return registers.find((register) => register.id === id);
}
