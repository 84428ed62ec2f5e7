import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operator } from '../../src/accounts/officers/officer.ts';
import { findUnit, findUnitByName } from '../../src/accounts/units/storage.ts';
import { delegate, endDelegation, lastsOn } from '../../src/accounts/units/delegation.ts';
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

test('how a unit is reached is given with the day and the section that verified it, or not at all', () => {
  const { database } = world();
  const root = operator(NOW);
  const contact = {
    phone: '0938-0000000',
    hours: '工作日9:00—12:00',
    address: '演示路1号',
    verifiedOn: '2026-11-20',
    verifiedBy: '办公室',
  };
  const made = value(createUnit(database, root, { ...BUREAU, ...contact }, NOW));
  const { phone, hours, address, verifiedOn, verifiedBy } = findUnit(database, made.id)!;
  assert.deepEqual({ phone, hours, address, verifiedOn, verifiedBy }, contact);
  for (const wrong of [
    { verifiedOn: null },
    { verifiedBy: null },
    { verifiedOn: '2036-11-20' },
    { address: '路'.repeat(201) },
    { phone: null, hours: null, address: null },
  ])
    assert.deepEqual(codes(changeUnit(database, root, made.id, { ...BUREAU, ...contact, ...wrong }, NOW)), [
      'unit-contact',
    ]);
  assert.deepEqual(codes(changeUnit(database, root, made.id, { ...BUREAU, ...contact, phone: '请拨打窗口' }, NOW)), [
    'unit-phone',
  ]);
});

test('a unit lets another publish for it for a time and by a document, until somebody ends it', () => {
  const { database, land, housing, officer, actor } = world();
  const root = operator(NOW);
  const terms = {
    agent: housing,
    register: 'land',
    fromOn: '2026-11-01',
    untilOn: '2027-10-31',
    basis: '委托书〔2026〕1号',
  };
  const made = value(delegate(database, root, land, terms, NOW));
  assert.deepEqual(
    ['2026-10-31', '2026-11-01', '2027-10-31', '2027-11-01'].map((day) => lastsOn(made, day)),
    [false, true, true, false],
  );
  for (const [wrong, code] of [
    [{ agent: land }, 'delegation-agent'],
    [{ untilOn: '2026-10-31' }, 'delegation-days'],
    [{ untilOn: '2029-01-01' }, 'delegation-days'],
    [{ fromOn: '从现在起' }, 'delegation-days'],
    [{ basis: '无' }, 'delegation-basis'],
  ] as const)
    assert.deepEqual(codes(delegate(database, root, land, { ...terms, ...wrong }, NOW)), [code]);
  assert.deepEqual(codes(delegate(database, actor(officer('h', land, ['unitAdministrator'])), land, terms, NOW)), [
    'forbidden',
  ]);
  const ended = value(endDelegation(database, root, made.id, NOW));
  assert.equal(lastsOn(ended, '2026-11-24'), false);
  assert.deepEqual(codes(endDelegation(database, root, made.id, NOW)), ['delegation-unknown']);
});
