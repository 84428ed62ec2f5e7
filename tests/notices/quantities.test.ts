import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictsOf } from '../../src/clock/storage.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import { publish } from '../../src/notices/publish.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { verdictLines } from '../../src/views/clock/verdict-line.ts';

const NOW = Date.parse('2026-11-24T12:00:00+08:00');

/** Publishes notices of one project and tells what is said of a rule. */
function said(
  rule: string,
  register: string,
  ...notices: [kind: string, on: string, fields: Record<string, unknown>][]
) {
  const database = new Database(':memory:');
  migrate(database);
  for (const [kind, publishedAt, fields] of notices) {
    const notice: NoticeInput = {
      id: `${kind}-${publishedAt}`,
      register,
      kind,
      title: `湖滨路 ${kind}`,
      project: { code: 'TS-2026-1', name: '湖滨路' },
      unit: { name: '天水市某局' },
      region: '620502',
      publishedAt,
      firstPublished: { medium: '某网' },
      fields,
    };
    const outcome = publish(database, notice, { actor: 'test', now: NOW });
    assert.equal(outcome.status, 'published', JSON.stringify(outcome));
  }
  const { ocid } = database.get<{ ocid: string }>('SELECT ocid FROM records')!;
  const line = verdictLines(verdictsOf(database, ocid), '2026-11-24', 'zh').find((one) => one.rule === rule);
  return line && `${line.word}：${line.count}`;
}

const CALL = { documentsFrom: '2026-09-08 09:00', method: 'open', category: 'goods' };

test('a bond above two per cent of the budget is a violation, and one of just two per cent is not', () => {
  const bond = (deposit: string) =>
    said('P17', 'procurement', ['tender', '2026-09-08', { ...CALL, budget: '3,000,000元', deposit }]);
  assert.equal(bond('60,000元'), '合规：载明2%，规定不超过2%');
  assert.equal(bond('60,000.01元'), '违反：载明2.0000003%，规定不超过2%');
  assert.equal(bond('75,000元'), '违反：载明2.5%，规定不超过2%');
  assert.equal(said('P17', 'procurement', ['tender', '2026-09-08', { ...CALL, deposit: '75,000元' }]), undefined);
});

test('of a building tender the estimate is not published, so a bond above the ceiling’s two per cent accuses nobody', () => {
  const bond = (deposit: string) =>
    said('T14', 'construction', [
      'tender',
      '2026-09-08',
      { ...CALL, category: 'construction', ceilingPrice: '5,000,000元', deposit },
    ]);
  assert.equal(bond('100,000元'), '合规：载明2%，规定不超过2%');
  assert.equal(
    bond('110,000元'),
    '缺数据：载明2.2%，规定不超过2%，超过最高限价的百分之二；规定按估算价计算，公告没有写明',
  );
});

test('a list of bidders that others printed may be cut, so two of them are no violation', () => {
  const bids = ['甲公司', '乙公司', '丙公司'].map((tenderer) => ({ tenderer }));
  const opening = (rows: object[]) =>
    said('T16', 'construction', ['opening', '2026-09-25', { openingAt: '2026-09-25 10:00', bids: rows }]);
  assert.equal(opening(bids), '合规：载明3家，规定不少于3家');
  assert.match(opening(bids.slice(1))!, /^缺数据：载明2家，规定不少于3家，转载的名单/);
});

test('a contract that grew by more than a tenth may be under an exception, and says so', () => {
  const contract = { contractNumber: 'HT-1', supplier: '甲公司', contractPrice: '1,000,000元' };
  const grown = (contractPrice: string) =>
    said(
      'P18',
      'procurement',
      ['contract', '2026-09-02', contract],
      ['contractChange', '2026-10-02', { ...contract, contractPrice }],
    );
  assert.equal(grown('1,100,000元'), '合规：载明10%，规定不超过10%');
  assert.match(grown('1,150,000元')!, /^可能适用但书：载明15%，规定不超过10%/);
  assert.equal(grown('900,000元'), '合规：载明0%，规定不超过10%');
});

test('a panel of even number is doubted, not accused: the buyer’s own member may not be named', () => {
  const panel = (experts: string[], method: string) =>
    said('P27', 'procurement', ['award', '2026-09-30', { method, experts, awards: [{ supplier: '甲公司' }] }]);
  assert.equal(panel(['张三', '李四', '王五'], 'negotiation'), '合规：载明3人，规定不少于3人，单数');
  assert.match(panel(['张三、李四'], 'negotiation')!, /^缺数据：载明2人，规定不少于3人，单数，名单没有写明/);
  assert.equal(panel(['张三、李四'], 'open'), undefined);
});

test('land for industry may be granted for fifty years, land for housing and shops has no maximum of its own', () => {
  const term = (use: string, years: number, rule: string) =>
    said(rule, 'land', ['grant', '2026-09-01', { parcels: [{ parcel: 'G1', use, term: years }] }]);
  assert.equal(term('工业用地', 50, 'L12-2'), '合规：载明50年，规定不超过50年');
  assert.equal(term('工业用地', 60, 'L12-2'), '违反：载明60年，规定不超过50年');
  assert.equal(term('城镇住宅用地', 70, 'L12'), '合规：载明70年，规定不超过70年');
  assert.equal(term('商服用地', 50, 'L12-3'), '违反：载明50年，规定不超过40年');
  for (const rule of ['L12', 'L12-2', 'L12-3']) assert.equal(term('商住用地（商业、住宅）', 70, rule), undefined);
});

test('half is paid within a month of the contract: of payments that are not there nothing is said', () => {
  const contract = {
    parcel: 'G1',
    transferee: '甲公司',
    contractPrice: '10,000,000元',
    signedOn: '2026-08-31',
    use: '城镇住宅用地',
  };
  const paid = (amountPaid: string, paidOn: string) =>
    said(
      'L9',
      'land',
      ['contract', '2026-09-01', contract],
      ['payment', '2026-11-01', { parcel: 'G1', transferee: '甲公司', amountPaid, paidOn }],
    );
  assert.equal(paid('5,000,000元', '2026-09-30'), '合规：载明50%，规定不少于50%');
  assert.match(paid('5,000,000元', '2026-10-01')!, /^缺数据：载明0%，规定不少于50%，缴纳价款不一定逐笔公告/);
  assert.equal(said('L9', 'land', ['contract', '2026-09-01', contract]), undefined);
});

test('a right to extract for more than thirty years is a violation from the law of 2024 on', () => {
  const right = (validUntil: string, on: string) =>
    said('M10-2', 'mining', [
      'registration',
      on,
      { name: '某砂石矿', right: 'extractionRight', licence: 'C1', validFrom: '2026-01-01', validUntil },
    ]);
  assert.equal(right('2055-12-31', '2026-01-10'), '合规：载明30年，规定不超过30年');
  assert.equal(right('2056-07-01', '2026-01-10'), '违反：载明30.5年，规定不超过30年');
  assert.equal(right('2056-07-01', '2025-06-30'), undefined);
});

test('a term beyond the maximum is not taken into a notice that is published here first', () => {
  const deal = (use: string, term: number, more: Partial<NoticeInput> = {}) => {
    const read = parseNotice({
      id: '1',
      register: 'land',
      kind: 'deal',
      title: '成交公示',
      publishedAt: '2026-09-01',
      fields: {
        grantor: '天水市某局',
        method: 'listing',
        dealtOn: '2026-08-31',
        parcels: [{ parcel: 'G1', use, term, location: '某地', area: 1, dealPrice: '1元', transferee: '甲公司' }],
      },
      ...more,
    });
    return read.ok ? [] : read.refusals.filter(({ code }) => code === 'term-too-long');
  };
  assert.deepEqual(deal('工业用地', 60), [
    { code: 'term-too-long', path: 'fields.parcels.0.term', found: '60', expected: '50' },
  ]);
  assert.deepEqual(deal('工业用地', 50), []);
  assert.deepEqual(deal('工业用地', 60, { firstPublished: { medium: '某网' } }), []);
});
