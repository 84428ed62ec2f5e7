import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operator } from '../../src/accounts/officers/officer.ts';
import { findUnit, findUnitByName } from '../../src/accounts/units/storage.ts';
import { changeUnit, createUnit } from '../../src/accounts/units/unit.ts';
import { codes, events, NOW, value, world } from './world.ts';

const BUREAU = {
  name: '秦州区某国土资源局',
  region: '620502',
  registers: [
    { register: 'land', part: 'lead' },
    { register: 'construction', part: 'cooperating' },
  ],
} as const;

test('a unit that is renamed keeps its id and is found by both names', () => {
  const { database } = world();
  const { id } = value(createUnit(database, operator(NOW), BUREAU, NOW));
  value(changeUnit(database, operator(NOW), id, { ...BUREAU, name: '秦州区某自然资源局' }, NOW));
  for (const name of ['秦州区某国土资源局', '秦州区某自然资源局']) assert.equal(findUnitByName(database, name)!.id, id);
  const { formerNames, registers } = findUnit(database, id)!;
  assert.deepEqual(
    formerNames.map(({ name }) => name),
    ['秦州区某国土资源局'],
  );
  assert.deepEqual(
    registers.map(({ register, part }) => `${register} ${part}`),
    ['land lead', 'construction cooperating'],
  );
});

test('a unit that ended names the one that took over', () => {
  const { database, land } = world();
  const { id } = value(createUnit(database, operator(NOW), BUREAU, NOW));
  const ended = value(changeUnit(database, operator(NOW), id, { ...BUREAU, successor: land, ended: true }, NOW + 1));
  assert.deepEqual([ended.successor, ended.endedAt], [land, NOW + 1]);
  assert.deepEqual(codes(changeUnit(database, operator(NOW), id, { ...BUREAU, successor: id }, NOW)), ['unit-unknown']);
});

test('units are the platform administrator’s, and what is wrong with one is said', () => {
  const { database, officer, actor, land } = world();
  assert.deepEqual(codes(createUnit(database, actor(officer('admin', land, ['unitAdministrator'])), BUREAU, NOW)), [
    'forbidden',
  ]);
  const root = actor(officer('root', null, ['administrator']));
  assert.deepEqual(codes(createUnit(database, { ...root, confirmedAt: 0 }, BUREAU, NOW)), ['stale']);
  assert.deepEqual(
    codes(createUnit(database, root, { ...BUREAU, name: '天水市某自然资源局', region: '999999' }, NOW)),
    ['unit-region', 'unit-known'],
  );
  assert.deepEqual(codes(createUnit(database, root, { ...BUREAU, name: ' ' }, NOW)), ['unit-name']);
  value(createUnit(database, root, BUREAU, NOW));
  assert.deepEqual([events(database).at(-1)!.act, events(database).at(-1)!.actor], ['unit.create', root.id]);
});

test('a telephone is given with the day on which somebody verified it, or not at all', () => {
  const { database } = world();
  const root = operator(NOW);
  const made = value(
    createUnit(database, root, { ...BUREAU, phone: '0938-0000000', phoneVerifiedOn: '2026-11-20' }, NOW),
  );
  assert.deepEqual([findUnit(database, made.id)!.phone, made.phoneVerifiedOn], ['0938-0000000', '2026-11-20']);
  for (const wrong of [
    { phone: '0938-0000000' },
    { phoneVerifiedOn: '2026-11-20' },
    { phone: '0938-0000000', phoneVerifiedOn: '2036-11-20' },
    { phone: '请拨打窗口', phoneVerifiedOn: '2026-11-20' },
  ])
    assert.deepEqual(codes(changeUnit(database, root, made.id, { ...BUREAU, ...wrong }, NOW)), ['unit-phone']);
});
