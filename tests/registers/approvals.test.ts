import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareList } from '../../src/registers/approvals/comparison.ts';
import { itemOn } from '../../src/registers/approvals/item-on-day.ts';
import { readList } from '../../src/registers/approvals/printed-list.ts';
import { compiled, noticeOf, refusalsIn } from './notices.ts';

const project = { code: 'sp-js-01', name: '建筑工程施工许可证核发' };
const said = (kind: string, fields: Record<string, unknown>, at = '2026-03-25 09:00', more = {}) =>
  noticeOf('approvals', kind, fields, { id: `${kind}-${at}`, publishedAt: at, project, amends: undefined, ...more });
const PERMIT = {
  name: '建筑工程施工许可证核发',
  unitInCharge: '天水市某住房和城乡建设局',
  itemKind: 'permit',
  basis: [{ document: '《建筑法》', article: '第七条' }],
  statutoryDays: 7,
  promisedDays: 3,
  charged: false,
  listOn: '2026-03-01',
};
const entry = (more: Record<string, unknown> = {}, header = {}) =>
  said('entry', { ...PERMIT, ...more }, '2026-03-25 09:00', header);
const PAPER = { basis: [{ documentNumber: '天某政发〔2026〕×号' }] };

test('on any day an item is what its documents said by then: kept, changed, then cancelled', () => {
  const { approval } = compiled(
    entry(),
    said('revision', { promisedDays: 2, effectiveFrom: '2026-06-01' }, '2026-05-20 09:00'),
    said('cancellation', { ...PAPER, effectiveFrom: '2026-12-01' }, '2026-11-20 09:00'),
  );
  const on = (day: string) => itemOn(approval, day)!;
  assert.deepEqual([on('2026-02-01').status, on('2026-04-01').status], ['unrecorded', 'kept']);
  assert.deepEqual([on('2026-04-01').promisedDays, on('2026-06-01').promisedDays], [3, 2]);
  assert.equal(on('2026-06-01').statutoryDays, 7, 'what a change does not say stays');
  assert.deepEqual(on('2026-11-25').next, {
    from: '2026-12-01',
    act: 'cancellation',
    id: 'cancellation-2026-11-20 09:00',
  });
  assert.deepEqual([on('2026-12-01').status, on('2026-12-01').since], ['cancelled', '2026-12-01']);
});

test('handed down and merged items say where they went, and a joint one who leads and how long it takes in all', () => {
  const ended = (kind: string, fields: Record<string, unknown>) =>
    itemOn(
      compiled(entry(), said(kind, { ...PAPER, effectiveFrom: '2026-04-01', ...fields }, '2026-04-01 09:00')).approval,
      null,
    )!;
  assert.equal(ended('delegation', { delegatedTo: 'county', receiver: '各县某局' }).receiver, '各县某局');
  assert.equal(ended('merger', { into: '另一事项', intoCode: 'sp-js-02' }).intoCode, 'sp-js-02');
  const joint = {
    lead: '天水市某住房和城乡建设局',
    members: ['天水市某自然资源局'],
    steps: [{ name: '核验', unitInCharge: '天水市某自然资源局', days: 5 }],
    totalDays: 20,
    effectiveFrom: '2026-05-01',
  };
  const item = itemOn(compiled(entry(), said('joint', joint, '2026-04-20 09:00')).approval, '2026-05-01')!;
  assert.deepEqual(
    [item.status, item.joint!.totalDays, item.joint!.members[0]!.name],
    ['kept', 20, '天水市某自然资源局'],
  );
});

test('a promise beyond the statute, a permit beyond the law, a fee for advice or beside the catalogue are refused', () => {
  const codes = (more: Record<string, unknown>, header = {}) =>
    refusalsIn(entry(more, header)).map(({ code, path }) => `${code} ${path}`);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ promisedDays: 9 }), ['approval-promise fields.promisedDays']);
  assert.deepEqual(codes({ statutoryDays: 30 }), ['approval-limit fields.limitBasis']);
  assert.deepEqual(codes({ statutoryDays: 30, limitBasis: '《某条例》' }), []);
  assert.deepEqual(codes({ charged: true }), ['approval-fee fields.feeItems']);
  assert.deepEqual(codes({ charged: true, feeItems: ['zr-01'] }), []);
  assert.deepEqual(codes({ itemKind: 'consultation', charged: true, feeItems: ['zr-01'] }), [
    'approval-consultation fields.charged',
  ]);
  const reprint = { firstPublished: { medium: '某政务服务网' } };
  assert.deepEqual(codes({ promisedDays: 9 }, reprint), [], 'what others published is told, not refused');
});

const HEAD = ['事项编码', '事项名称', '实施单位', '事项类型', '设定依据', '法定时限', '承诺时限', '是否收费'];

test('a printed list is read as it is printed, and compared item by item with what is kept', () => {
  const { items, errors } = readList([
    ['天水市某清单'],
    HEAD,
    [
      'sp-js-01',
      '建筑工程施工许可证核发',
      '天水市某住房和城乡建设局',
      '行政许可',
      '《建筑法》第七条',
      '7个工作日',
      '2个工作日',
      '否',
    ],
    ['', '占道施工许可', '天水市某城管局', '行政许可', '《某条例》第三十一条；某发〔2012〕1号', '20', '当场办结', '否'],
  ]);
  assert.deepEqual(errors, []);
  assert.deepEqual(items[1]!.fields.basis, [
    { document: '《某条例》', article: '第三十一条' },
    { documentNumber: '某发〔2012〕1号' },
  ]);
  assert.equal(items[1]!.fields.promisedDays, 0);
  const kept = itemOn(compiled(entry()).approval, '2026-11-01')!;
  const gone = { ...kept, code: 'sp-xx-09', name: '表里没有的' };
  const { added, changed, removed, same } = compareList(items, [kept, gone]);
  assert.deepEqual([added.length, removed.map(({ name }) => name), same], [1, ['表里没有的'], 0]);
  assert.deepEqual(changed[0]!.changes, [{ field: 'promisedDays', before: '3', after: '2' }]);
});

test('what is wrong in a printed list is said cell by cell, and a missing column by its head', () => {
  const wrong = (row: string[]) =>
    readList([HEAD, row]).errors.map(({ code, row: at, column }) => `${at} ${column} ${code}`);
  assert.deepEqual(wrong(['', '某许可', '', '特许', '《某法》', '很快', '3', '也许']), [
    '2 实施单位 missing',
    '2 是否收费 not-a-choice',
    '2 法定时限 not-a-number',
    '2 事项类型 not-a-choice',
  ]);
  assert.deepEqual(
    readList([['事项名称', '设定依据']]).errors.map(({ column, code }) => `${column} ${code}`),
    ['实施单位 column-missing', '事项类型 column-missing'],
  );
});
