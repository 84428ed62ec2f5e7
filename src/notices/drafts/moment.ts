import { findUnitRegisters } from '../../accounts/units/storage.ts';
import { permission, type Act } from '../../accounts/permissions.ts';
import { stateOf } from '../../accounts/officers/officer.ts';
import { findOfficer } from '../../accounts/officers/storage.ts';
import type { Database } from '../../database/database.ts';
import { clockJump } from '../../values/clock-jump.ts';
import { DAY } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { lastAcceptedAt } from '../storage.ts';
import type { Draft } from './draft.ts';

/** Clocks of machines differ by so much, ms. */
const SLACK = 5 * 60_000;

/**
 * Whether the clock can be believed: a publication bears its time for ever, and numbers follow one another. Refusals:
 * `clock-behind` (the last publication lies in the future), `clock-jumped` (it was moved by more than a day since this
 * process began; a start anew takes it as it is).
 */
export function clockRefusals(database: Database, now: number, jump = clockJump()): Refusal[] {
  const last = lastAcceptedAt(database);
  if (last !== null && now < last - SLACK)
    return [{ code: 'clock-behind', found: new Date(now).toISOString(), expected: new Date(last).toISOString() }];
  return Math.abs(jump) > DAY ? [{ code: 'clock-jumped', found: new Date(now).toISOString() }] : [];
}

/**
 * Whether those who approved a scheduled notice and set its hour may do so still: who was sent away meanwhile publishes
 * nothing. Refusals: `reviewer-gone`, `issuer-gone`.
 */
export function officerRefusals(database: Database, draft: Draft, now: number): Refusal[] {
  const mayStill = (id: string | null, act: Act) => {
    const officer = id === null ? undefined : findOfficer(database, id);
    if (!officer || stateOf(officer) !== 'active' || officer.unit === null) return false;
    const registers = findUnitRegisters(database, officer.unit).map(({ register }) => register);
    const actor = { ...officer, registers, confirmedAt: now };
    return (
      permission(actor, act, { unit: draft.unit, register: draft.register, author: draft.author }, now) === 'granted'
    );
  };
  return [
    ...(mayStill(draft.reviewer, 'draft.approve') ? [] : [{ code: 'reviewer-gone' }]),
    ...(mayStill(draft.issuer, 'notice.schedule') ? [] : [{ code: 'issuer-gone' }]),
  ];
}
