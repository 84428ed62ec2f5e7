import { registers } from '../../registers/registers.ts';

/** JSON that leaves the portal as OCDS. */
export type OcdsJson = Record<string, unknown>;

/** The registers that OCDS can tell: all but what is none of contracting. */
export const OCDS_REGISTERS: readonly string[] = registers
  .filter(({ ocds }) => ocds?.flow !== 'outside')
  .map(({ id }) => id);

export function isOcds(register: string): boolean {
  return OCDS_REGISTERS.includes(register);
}
