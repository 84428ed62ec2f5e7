import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { operator } from '../../../src/accounts/officers/officer.ts';
import { createUnit } from '../../../src/accounts/units/unit.ts';
import type { Draft } from '../../../src/notices/drafts/draft.ts';
import { checkDraft } from '../../../src/notices/drafts/review.ts';
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

test('an item that was ended takes no case any more, and one of the days before is still told', () => {
  const refused = (item: string, acceptedOn: string) => {
    const fields = { item, itemName: '某事项', unitInCharge: { name: '天水市某政务服务中心' }, acceptedOn };
    const draft = {
      id: 'd',
      unit: createUnit(
        database,
        operator(NOW),
        { name: `单位${item}${acceptedOn}`, region: '620500', registers: [] },
        NOW,
      ),
      register: 'cases',
      kind: 'progress',
      amends: null,
      follows: null,
      content: { title: '某事项', project: { code: `${item}-1`, name: '某事项' }, region: '620500', fields },
    };
    const unit = draft.unit.ok ? draft.unit.value.id : '';
    return checkDraft(database, { ...draft, unit } as unknown as Draft, NOW).filter(
      ({ code }) => code === 'item-ended',
    );
  };
  assert.deepEqual(
    refused('sp-sc-02', TODAY).map(({ path, expected }) => [path, expected]),
    [['fields.item', TODAY]],
  );
  assert.deepEqual(refused('sp-sc-02', '2025-01-06'), []);
  assert.deepEqual(refused('sp-sc-01', TODAY), []);
});

function dayAt(offset: number): string {
  return new Date(Date.parse(`${TODAY}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}
