import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operator } from '../../../src/accounts/officers/officer.ts';
import { createUnit } from '../../../src/accounts/units/unit.ts';
import { publicStamp } from '../../../src/notices/storage.ts';
import type { GridCell } from '../../../src/views/grid.ts';
import { LOCALES } from '../../../src/locales/labels.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { registers } from '../../../src/registers/registers.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { registerLabels } from '../../../src/views/words.ts';
import { awardNotice, candidateNotice, emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { portalOver, reprint } from '../world.ts';

/** How one objects about the record these notices make, on that day. */
function remedies(day: string, ...notices: NoticeInput[]) {
  const database = emptyHouse();
  const [first] = published(database, ...notices);
  return recordPage(portalOver(database, Date.parse(`${day}T10:00:00+08:00`)), first!.ocid, 'zh')!.remedies!;
}

const due = (found: ReturnType<typeof remedies>, id: string) => {
  const way = found.ways.find((one) => one.id === id);
  return way && [way.due?.text ?? null, way.due?.state.text ?? null, way.law];
};

test('while bids are open one objects to the documents, ten days before they close', () => {
  const found = remedies('2026-09-18', tenderNotice);
  assert.equal(found.title, '怎样异议、投诉');
  assert.deepEqual(due(found, 'documents'), ['最迟2026-09-19', '还有1天', '《招标投标法实施条例》第二十二条']);
  assert.deepEqual(due(remedies('2026-09-20', tenderNotice), 'documents')!.slice(0, 2), ['最迟2026-09-19', '已过']);
});

test('after bids closed one objects to the result, within the publicity of the candidates', () => {
  const found = remedies('2026-10-16', tenderNotice, candidateNotice);
  assert.equal(due(found, 'documents'), undefined);
  assert.deepEqual(due(found, 'result'), ['公示至2026-10-19', '还有3天', '《招标投标法实施条例》第五十四条']);
  assert.deepEqual(found.channel!.text, '向招标人提出');
});

test('where no notice says a day, the sentence of the statute stands without one', () => {
  const found = remedies('2026-10-22', tenderNotice, awardNotice);
  assert.deepEqual(due(found, 'result'), [null, null, '《招标投标法实施条例》第五十四条']);
  assert.deepEqual(due(found, 'complaint'), [null, null, '《招标投标法实施条例》第六十条']);
});

test('a telephone is given only where a notice prints it, with that notice', () => {
  assert.deepEqual(
    remedies('2026-09-18', tenderNotice).telephones.map(({ cell }) => cell.text),
    ['本站未见'],
  );
  const [printed] = remedies('2026-09-18', {
    ...tenderNotice,
    fields: { ...tenderNotice.fields, procuringEntity: { name: '天水市某建设管理中心', telephone: '0938-0000000' } },
  }).telephones;
  assert.equal(printed!.cell.text, '0938-0000000');
  assert.match(printed!.cell.path!, /^\/notices\/\d+$/);
});

test('where no notice prints a number the unit’s own stands, with the day it was verified', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice);
  const now = Date.parse('2026-09-18T10:00:00+08:00');
  const portal = portalOver(database, now);
  const before = publicStamp(database);
  createUnit(
    database,
    operator(now),
    {
      name: '天水市某建设管理中心',
      region: '620500',
      registers: [],
      phone: '0938-1111111',
      verifiedOn: '2026-09-01',
      verifiedBy: '办公室',
    },
    now,
  );
  const cell: GridCell = recordPage(portal, first!.ocid, 'zh')!.remedies!.telephones[0]!.cell;
  assert.deepEqual([cell.text, cell.sub, cell.missing], ['0938-1111111', '2026-09-01核对（办公室）', undefined]);
  assert.notEqual(publicStamp(database), before, 'pages that were kept are made anew');
});

test('a supervisor is named where the record names one', () => {
  const whom = (notice: NoticeInput) => remedies('2026-09-18', notice).ways.find(({ id }) => id === 'complaint')!;
  assert.deepEqual(whom(tenderNotice).to, []);
  const named = { ...tenderNotice, fields: { ...tenderNotice.fields, supervisor: '秦州区某建设局' } };
  assert.deepEqual(
    whom(named).to.map(({ name }) => name),
    ['秦州区某建设局'],
  );
});

test('every way has its words, and a source that was not compared is said to be open', () => {
  for (const { id, remedies: declared, periods, ...register } of registers) {
    for (const way of declared?.ways ?? []) {
      for (const locale of LOCALES) {
        const words = registerLabels({ id, ...register } as (typeof registers)[number], locale).remedies;
        assert.ok(words?.ways[way.id], `${id} ${way.id} ${locale}`);
      }
      for (const rule of way.within ?? [])
        assert.ok(
          periods!.rules.some((one) => one.id === rule),
          `${id} ${rule}`,
        );
      if (way.law === '') assert.equal(way.verifiedOn, null);
    }
  }
});

const result = (more: Partial<NoticeInput> = {}) =>
  reprint(
    'procurement',
    'award',
    { buyer: { name: '某学校' }, noticePeriod: '1个工作日' },
    { firstPublished: { medium: '某网', at: '2026-11-17 09:00' }, ...more },
  );

test('a result may be queried for seven working days after the period for which it is announced', () => {
  assert.deepEqual(due(remedies('2026-11-23', result()), 'query'), [
    '对结果最迟2026-11-26',
    '还有3天',
    '《政府采购法》第五十二条',
  ]);
});

test('no last day is told where it is not known for how long, or since when, the result is announced', () => {
  for (const unknown of [
    { fields: { buyer: { name: '某学校' } } },
    { firstPublished: { medium: '某网' } },
  ] as Partial<NoticeInput>[])
    assert.equal(due(remedies('2026-11-23', result(unknown)), 'query')![0], null);
});
