import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { casePage, casePath } from '../../../src/views/cases/case-page.ts';
import { casesPage, chosenCases } from '../../../src/views/cases/cases-page.ts';
import { casesOf } from '../../../src/views/cases/kept-cases.ts';
import { lampOf } from '../../../src/views/cases/lamp.ts';
import { readCasesParameters } from '../../../src/views/cases/values.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database);
const TODAY = '2026-11-23';

test('each figure of the table opens exactly its cases', () => {
  const page = casesPage(portal, {}, 'zh');
  assert.ok(page.lines.length > 1);
  for (const line of [...page.lines, page.total!])
    for (const name of ['received', 'decided', 'inPromise', 'inStatute', 'overdue', 'open'] as const) {
      const { value, path } = line[name];
      const { parameters, dropped } = readCasesParameters(new URL(path, 'http://x').searchParams);
      assert.deepEqual([dropped, chosenCases(portal, parameters).length], [[], value], `${line.item} ${name}`);
    }
  assert.equal(
    page.trend.reduce((sum, { received }) => sum + received, 0),
    casesOf(portal).length,
  );
});

test('a lamp says how a case stands against its promise, and days that do not count stop it', () => {
  const lamp = (accepted: number) =>
    lampOf(
      casesOf(portal).find(({ acceptedOn }) => acceptedOn === dayAt(accepted))!,
      TODAY,
    );
  assert.deepEqual([-21, -8, -5, -9].map(lamp), ['red', 'amber', 'green', 'stopped']);
});

test('a case without a promised day is reckoned from the list of approvals, by working days', () => {
  const one = casesOf(portal).find(({ isReckoned }) => isReckoned)!;
  assert.deepEqual([one.acceptedOn, one.dueOn], ['2026-11-20', '2026-12-01'], 'seven working days');
});

test('working days leave out what stood still, and the time taken is told of decided cases alone', () => {
  const one = casesOf(portal).find(({ suspensions, decidedOn }) => suspensions.length > 0 && decidedOn !== null)!;
  const open = casesOf(portal).find(({ decidedOn }) => decidedOn === null)!;
  const without = casePage(portal, one.number, 'zh')!;
  assert.ok(without.workingDays! < 11 && without.stops.length === 1);
  assert.equal(open.workingDays, null);
});

test('a number is found as people type it', () => {
  const [one] = casesOf(portal);
  assert.equal(casePath(portal, ` ${one!.number.toUpperCase()}`), one!.path);
  assert.equal(casePath(portal, '没有这个编号'), null);
});

function dayAt(offset: number): string {
  return new Date(Date.parse(`${TODAY}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}
