import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { doubtfulLinks } from '../../src/notices/links/storage.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { emptyHouse, published } from '../stories/lakeside-road.ts';

/** A purchase as another medium printed it: whose, of what, when; each with an id of its own. */
let said = 0;
function purchase(changes: Partial<NoticeInput> & { buyer?: string } = {}): NoticeInput {
  const { buyer, ...others } = changes;
  return {
    id: `purchase-${++said}`,
    register: 'procurement',
    kind: 'tender',
    title: '课桌椅采购公开招标公告',
    project: { code: '2026-001' },
    region: '620502',
    publishedAt: '2026-10-20 09:00',
    firstPublished: { medium: '甘肃政府采购网' },
    fields: buyer ? { buyer } : {},
    ...others,
  };
}

const recordsOf = (...notices: NoticeInput[]) => {
  const database = emptyHouse();
  return { database, ocids: published(database, ...notices).map(({ ocid }) => ocid) };
};
const areOne = (...notices: NoticeInput[]) => new Set(recordsOf(...notices).ocids).size === 1;

const award = (changes: Parameters<typeof purchase>[0]) =>
  purchase({ kind: 'award', title: '课桌椅采购中标公告', publishedAt: '2026-11-10 09:00', ...changes });

test('one code in the hands of two buyers makes two records, and each goes on with its own notices', () => {
  const pump = { title: '水泵采购公开招标公告', buyer: '武山县某局', region: '620524' };
  const { database, ocids } = recordsOf(
    purchase({ buyer: '秦州区某局' }),
    purchase(pump),
    award({ buyer: '秦州区某局' }),
    award({ ...pump, title: '水泵采购中标公告' }),
  );
  assert.notEqual(ocids[0], ocids[1]);
  assert.deepEqual(ocids.slice(2), ocids.slice(0, 2));
  assert.deepEqual(
    doubtfulLinks(database).map((link) => ({ ...link })),
    [{ ocid: ocids[1], other: ocids[0], code: '2026001', doubt: 'buyer' }],
  );
});

test('whoever arrives first, the two stay apart', () => {
  const [a, b] = [purchase({ buyer: '秦州区某局' }), purchase({ buyer: '武山县某局', title: '水泵采购公告' })];
  assert.ok(!areOne(a, b));
  assert.ok(!areOne(b, a));
});

test('a buyer with and without the name of its city, or under its former name, is one', () => {
  assert.ok(areOne(purchase({ buyer: '天水市秦州区教育局' }), award({ buyer: '秦州区教育局' })));
  assert.ok(areOne(purchase({ buyer: '天水市国土资源局' }), award({ buyer: '天水市自然资源局' })));
  assert.ok(!areOne(purchase({ buyer: '天水市人民医院' }), award({ buyer: '天水市第一人民医院' })));
});

test('an agent that publishes is not taken for the buyer', () => {
  const agent = { unit: { name: '甘肃某招标代理有限公司' } };
  assert.ok(areOne(purchase(agent), award({ buyer: '秦州区教育局' })));
});

test('one code in two cities makes two records', () => {
  assert.ok(
    !areOne(
      purchase({ project: { code: 'GS-CG-2026-001' } }),
      award({ project: { code: 'GS-CG-2026-001' }, region: '620102' }),
    ),
  );
  assert.ok(areOne(purchase({ region: '620502' }), award({ region: '620500' })));
  assert.ok(areOne(purchase({ region: '620502' }), award({ region: '620000' })));
});

test('years apart are different purchases, whatever code or title they share', () => {
  const buyer = '秦州区教育局';
  assert.ok(!areOne(purchase({ buyer }), purchase({ buyer, publishedAt: '2023-10-20 09:00' })));
  assert.ok(!areOne(purchase({ buyer, publishedAt: '2025-10-25 09:00' }), purchase({ buyer })), 'bought every year');
  assert.ok(!areOne(purchase({ buyer, publishedAt: '2022-01-01 09:00' }), award({ buyer })));
  const uncoded = { buyer, project: {}, title: '实验中学物业管理采购公告' };
  assert.ok(!areOne(purchase({ ...uncoded, publishedAt: '2024-10-20 09:00' }), purchase(uncoded)));
  assert.ok(areOne(purchase(uncoded), award(uncoded)));
  const accepted = { kind: 'acceptance', title: '课桌椅采购验收公告' };
  assert.ok(
    areOne(purchase({ buyer, publishedAt: '2024-10-20 09:00' }), award({ buyer, ...accepted })),
    'a long contract',
  );
});

test('a number by which two cities call what was found with them makes two matters, each with its own correction', () => {
  const matter = (kind: string, region: string, fields: Record<string, unknown>): NoticeInput => ({
    ...purchase({
      region,
      title: `${region}整改 ${kind}`,
      publishedAt: kind === 'finding' ? '2026-03-25' : '2026-05-22',
    }),
    register: 'rectification',
    kind,
    fields,
  });
  const finding = (region: string) =>
    matter('finding', region, {
      source: 'audit',
      foundBy: '天水市某审计局',
      foundOn: '2026-03-20',
      finding: '合同没有公告',
      responsible: `${region}某局`,
      dueOn: '2026-06-01',
    });
  const done = (region: string) =>
    matter('completion', region, { doneOn: '2026-05-20', result: '已公告', evidence: '公告' });
  const { ocids } = recordsOf(finding('620522'), finding('620102'), done('620522'), done('620102'));
  assert.notEqual(ocids[0], ocids[1]);
  assert.deepEqual(ocids.slice(2), ocids.slice(0, 2));
});

test('a generic title joins nothing', () => {
  for (const title of ['竞争性磋商公告', '中标公告', '采购公告', '询价公告', '政府采购项目公开招标公告']) {
    const generic = { title, project: {}, buyer: '秦州区教育局' };
    assert.ok(!areOne(purchase(generic), purchase(generic)), title);
  }
  const pump = { title: '水泵采购公告', project: {} };
  assert.ok(!areOne(purchase(pump), purchase(pump)), 'a title of one word, of nobody knows whom');
  assert.ok(areOne(purchase({ ...pump, buyer: '武山县某局' }), purchase({ ...pump, buyer: '武山县某局' })));
});

test('a bare number joins only what agrees in more; the code of a deal joins whatever the rest', () => {
  assert.ok(!areOne(purchase(), award({ title: '图书馆图书采购中标公告' })));
  assert.ok(areOne(purchase(), award({})));
  const deal = { project: { code: 'E6205000608003668001' } };
  assert.ok(
    areOne(purchase({ ...deal, buyer: '秦州区某局' }), award({ ...deal, buyer: '武山县某局', region: '620102' })),
  );
});

test('a thousand buyers may use one number, and each finds its own', () => {
  const buyers = Array.from({ length: 40 }, (_, n) => `天水市第${n + 100}中学`);
  const database = emptyHouse();
  const first = buyers.map((buyer) => published(database, purchase({ buyer }))[0]!.ocid);
  const second = buyers.map((buyer) => published(database, award({ buyer, title: '成交公告' }))[0]!.ocid);
  assert.equal(new Set(first).size, 40);
  assert.deepEqual(second, first);
});

test('a rebuild finds the same records, the same keys and the same doubts', () => {
  const { database } = recordsOf(
    purchase({ buyer: '秦州区某局' }),
    purchase({ buyer: '武山县某局' }),
    purchase({ buyer: '武山县某局', publishedAt: '2023-01-01 09:00' }),
    purchase({ project: {}, buyer: '武山县某局' }),
    award({ project: {}, buyer: '秦州区某局' }),
  );
  const before = linking(database);
  rebuild(database);
  assert.deepEqual(linking(database), before);
});

function linking(database: Database): unknown {
  return ['record_keys', 'record_marks', 'doubtful_links', 'records'].map((table) =>
    database.all(`SELECT * FROM ${table} ORDER BY 1, 2`),
  );
}
