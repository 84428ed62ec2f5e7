import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fundTold } from '../../src/registers/funds/told.ts';
import { compiled, noticeOf, refusalsIn } from './notices.ts';

const project = { code: 'zj-2026-jt-01', name: '2026年农村道路养护专项资金' };
const said = (kind: string, fields: Record<string, unknown>, at = '2026-03-25 09:00', id = kind) =>
  noticeOf('funds', kind, fields, { id: `${id}-${at}`, publishedAt: at, project, amends: undefined });
const issue = (more: Record<string, unknown> = {}) =>
  said('issue', {
    name: '农村道路养护专项资金',
    year: '2026',
    level: 'province',
    category: 'farming',
    authority: '天水市某交通运输局',
    document: '关于下达资金的通知',
    formedOn: '2026-03-11',
    budget: '6000万元',
    ...more,
  });
const paper = { document: '分配方案', formedOn: '2026-04-01' };
const county = (amount: string, more = {}) => ({ county: '甘谷县', amount, ...more });

test('money is followed from the document to the village; what lies within a place is part of it, not added to it', () => {
  const record = compiled(
    issue(),
    said('allotment', { ...paper, shares: [county('1240万元')] }, '2026-04-08 09:00'),
    said(
      'allotment',
      {
        ...paper,
        shares: [
          county('268万元', { township: '某镇' }),
          county('96万元', { township: '某镇', village: '某村', project: '道路硬化' }),
        ],
      },
      '2026-05-08 09:00',
    ),
    said('payment', { asOf: '2026-11-15', payments: [{ county: '甘谷县', paid: '756.4万元' }] }, '2026-11-19 09:00'),
  );
  const fund = fundTold(record.fund)!;
  assert.deepEqual([fund.budget, fund.allotted, fund.reached, fund.paid], [6e9, 1.24e9, 2.68e8, 7.564e8]);
  const [gangu] = fund.places;
  const [town] = gangu!.parts;
  assert.deepEqual([gangu!.name, town!.name, town!.parts[0]!.name], ['甘谷县', '某镇', '某村']);
  assert.equal(town!.parts[0]!.allotted, 9.6e7, 'a village is worth its projects where nothing else is said');
  assert.equal(fund.paidAsOf, '2026-11-15');
});

test('of a place that is told twice the later notice counts', () => {
  const record = compiled(
    issue(),
    said('allotment', { ...paper, shares: [county('1240万元')] }, '2026-04-08 09:00'),
    said('allotment', { ...paper, shares: [county('1200万元')] }, '2026-06-08 09:00'),
  );
  assert.equal(fundTold(record.fund)!.allotted, 1.2e9);
});

test('a notice that passes on more than it has, or pays more than it allots, is refused by the name of the place', () => {
  const shares = [county('100万元'), county('120万元', { township: '某镇' })];
  const [refusal] = refusalsIn(said('allotment', { ...paper, shares }));
  assert.deepEqual(
    [refusal!.code, refusal!.found, refusal!.expected],
    ['fund-within', '甘谷县 1,200,000.00', '1,000,000.00'],
  );
});

test('the four offences are named only where the published finding uses the word', () => {
  const audit = (finding: Record<string, unknown>) =>
    refusalsIn(
      said('audit', {
        auditor: '天水市某审计局',
        ...paper,
        findings: [{ number: '1', finding: '用养护费付办公楼维修', ...finding }],
      }),
    ).map(({ code, found }) => [code, found]);
  assert.deepEqual(audit({ type: 'misuse' }), [['fund-offence', '挪用']]);
  assert.deepEqual(audit({ type: 'misuse', quoted: '使用不当。' }), [['fund-offence', '挪用']]);
  assert.deepEqual(audit({ type: 'misuse', quoted: '某乡挪用12.6万元。' }), []);
  assert.deepEqual(audit({ type: 'idle' }), []);
});

test('a year, a code and days that cannot be are refused with what to do', () => {
  const codes = (fields: Record<string, unknown>, more = {}) =>
    refusalsIn({ ...issue(fields), ...more }).map(({ code }) => code);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ year: '明年' }), ['fund-year']);
  assert.deepEqual(codes({ allotBy: '2026-01-01' }), ['fund-before']);
  assert.deepEqual(codes({}, { project: { name: '没有编号' } }), ['address-code']);
});
