import type { Database } from '../../database/database.ts';

/** A public body (单位) that publishes, or helps with what another publishes. */
export interface Unit {
  id: string;
  /** As its seal says. */
  name: string;
  /** GB/T 2260 code, or a local zone. */
  region: string;
  /** Names it bore before; `until` (yyyy-mm-dd) where the day is known. */
  formerNames: readonly { name: string; until: string | null }[];
  /** The unit that took its duties over. */
  successor: string | null;
  registers: readonly UnitRegister[];
  /** For the public. What stands here was verified on a day (yyyy-mm-dd) by somebody: a section or an office, no person. */
  phone: string | null;
  address: string | null;
  hours: string | null;
  verifiedOn: string | null;
  verifiedBy: string | null;
  madeAt: number;
  endedAt: number | null;
}

/** A register that it answers for (`lead`, 牵头) or helps with (`cooperating`, 协作). */
export interface UnitRegister {
  register: string;
  part: 'lead' | 'cooperating';
}

interface Row extends Omit<Unit, 'formerNames' | 'registers'> {}

const UNIT =
  'id, name, region, successor, phone, address, hours, phone_verified_on AS verifiedOn, verified_by AS verifiedBy, made_at AS madeAt, ended_at AS endedAt';

export function findUnit(database: Database, id: string): Unit | undefined {
  const row = database.get<Row>(`SELECT ${UNIT} FROM units WHERE id = ?`, id);
  return row && whole(database, row);
}

/** By its name of today or one it bore. */
export function findUnitByName(database: Database, name: string): Unit | undefined {
  const row = database.get<Row>(
    `SELECT ${UNIT} FROM units WHERE name = ? OR id IN (SELECT unit FROM unit_names WHERE unit_names.name = ?) ORDER BY name = ? DESC, ended_at IS NULL DESC, id LIMIT 1`,
    name,
    name,
    name,
  );
  return row && whole(database, row);
}

/** All units, those that ended last. */
export function findUnits(database: Database): Unit[] {
  return database
    .all<Row>(`SELECT ${UNIT} FROM units ORDER BY ended_at IS NOT NULL, region, name`)
    .map((row) => whole(database, row));
}

function whole(database: Database, row: Row): Unit {
  return {
    ...row,
    formerNames: database.all<Unit['formerNames'][number]>(
      'SELECT name, until FROM unit_names WHERE unit = ? ORDER BY until DESC, name',
      row.id,
    ),
    registers: findUnitRegisters(database, row.id),
  };
}

export function findUnitRegisters(database: Database, unit: string): UnitRegister[] {
  return database.all<UnitRegister>(
    "SELECT register, part FROM unit_registers WHERE unit = ? ORDER BY part = 'cooperating', register",
    unit,
  );
}

/** Puts in, or replaces everything but the day it was made. */
export function saveUnit(database: Database, unit: Unit): void {
  database.run(
    'INSERT INTO units (id, name, region, successor, phone, address, hours, phone_verified_on, verified_by, made_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, region = excluded.region, successor = excluded.successor, phone = excluded.phone, address = excluded.address, hours = excluded.hours, phone_verified_on = excluded.phone_verified_on, verified_by = excluded.verified_by, ended_at = excluded.ended_at',
    unit.id,
    unit.name,
    unit.region,
    unit.successor,
    unit.phone,
    unit.address,
    unit.hours,
    unit.verifiedOn,
    unit.verifiedBy,
    unit.madeAt,
    unit.endedAt,
  );
  database.run('DELETE FROM unit_names WHERE unit = ?', unit.id);
  for (const { name, until } of unit.formerNames)
    database.run('INSERT INTO unit_names (unit, name, until) VALUES (?, ?, ?)', unit.id, name, until);
  database.run('DELETE FROM unit_registers WHERE unit = ?', unit.id);
  for (const { register, part } of unit.registers)
    database.run('INSERT INTO unit_registers (unit, register, part) VALUES (?, ?, ?)', unit.id, register, part);
}

/** What a unit lets another do for it (委托发布): days yyyy-mm-dd, both counted; `register` null is every register. */
export interface DelegationTerms {
  agent: string;
  register: string | null;
  fromOn: string;
  untilOn: string;
  /** The document that says so. */
  basis: string;
}

export interface Delegation extends DelegationTerms {
  id: number;
  unit: string;
  /** The first day on which it no longer lasts, where somebody ended it. */
  endedOn: string | null;
}

const DELEGATION = 'id, unit, agent, register, from_on AS fromOn, until_on AS untilOn, basis, ended_on AS endedOn';

export function findDelegation(database: Database, id: number): Delegation | undefined {
  return database.get<Delegation>(`SELECT ${DELEGATION} FROM unit_delegations WHERE id = ?`, id);
}

/** Those in which a unit has a part, the newest first. */
export function findDelegations(database: Database, unit: string): Delegation[] {
  return database.all<Delegation>(
    `SELECT ${DELEGATION} FROM unit_delegations WHERE unit = ? OR agent = ? ORDER BY id DESC`,
    unit,
    unit,
  );
}

export function insertDelegation(
  database: Database,
  unit: string,
  { agent, register, fromOn, untilOn, basis }: DelegationTerms,
  now: number,
): number {
  return database.get<{ id: number }>(
    'INSERT INTO unit_delegations (unit, agent, register, from_on, until_on, basis, made_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id',
    unit,
    agent,
    register,
    fromOn,
    untilOn,
    basis,
    now,
  )!.id;
}

export function endDelegationOn(database: Database, id: number, day: string): void {
  database.run('UPDATE unit_delegations SET ended_on = ? WHERE id = ?', day, id);
}
