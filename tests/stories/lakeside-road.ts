import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { publish, publishBatch, type Outcome } from '../../src/notices/publish.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';

/** 湖滨路改造: the small world in which tests tell what happens. Everything in it is fictional. */
export const NOW = Date.UTC(2026, 10, 23, 2);

export function emptyHouse(path = ':memory:'): Database {
  const database = new Database(path);
  migrate(database);
  return database;
}

const COMMON = {
  register: 'construction',
  project: { code: 'TS-GC-2026-0187', name: '湖滨路改造工程施工' },
  unit: { name: '天水市某建设管理中心' },
  region: '620502',
} as const;

const tenderer = '天水市某建设管理中心';

export const tenderNotice: NoticeInput = {
  ...COMMON,
  id: 'lakeside-1',
  kind: 'tender',
  title: '湖滨路改造工程施工招标公告',
  number: 'TS-GC-2026-0187-01',
  publishedAt: '2026-09-08 09:00',
  body: '湖滨路改造工程已由有关部门批准建设，现进行公开招标。',
  fields: {
    procuringEntity: tenderer,
    method: 'open',
    category: 'construction',
    content: '道路、排水、照明及绿化工程',
    scope: '图纸范围内全部内容',
    scale: '道路长1.86公里',
    fundingSource: '财政资金',
    ceilingPrice: '33,000,000.00元',
    qualification: '市政公用工程施工总承包二级以上',
    consortium: false,
    documentsFrom: '2026-09-08 09:00',
    documentsUntil: '2026-09-14 17:00',
    documentsHow: '网上下载',
    submission: '网上递交',
    bidDeadline: '2026-09-29 10:00',
    openingAt: '2026-09-29 10:00',
  },
};

export const clarificationNotice: NoticeInput = {
  ...COMMON,
  id: 'lakeside-2',
  kind: 'clarification',
  title: '湖滨路改造工程施工澄清公告（第1号）',
  publishedAt: '2026-09-24 16:50',
  amends: 'lakeside-1',
  fields: {
    changes: [{ item: '投标截止时间', before: '2026-09-29 10:00', after: '2026-10-08 10:00' }],
    bidDeadline: '2026-10-08 10:00',
  },
};

const RESPONSE = {
  leader: { name: '赵某某', certificate: '一级建造师', certificateNumber: '某1' },
  qualification: '符合',
};

export const candidateNotice: NoticeInput = {
  ...COMMON,
  id: 'lakeside-3',
  kind: 'candidate',
  title: '湖滨路改造工程施工中标候选人公示',
  publishedAt: '2026-10-14 17:20',
  fields: {
    candidates: [
      {
        rank: 1,
        supplier: '天水某建设有限公司',
        bidPrice: '32,145,000.00元',
        duration: '240日历天',
        quality: '合格',
        ...RESPONSE,
      },
      {
        rank: 2,
        supplier: '甘肃某市政工程有限公司',
        bidPrice: '32,509,600.00元',
        duration: '240日历天',
        quality: '合格',
        ...RESPONSE,
      },
      {
        rank: 3,
        supplier: '陕西某路桥有限公司',
        bidPrice: '32,768,000.00元',
        duration: '235日历天',
        quality: '合格',
        ...RESPONSE,
      },
    ],
    evaluation: '综合评估法',
    publicityFrom: '2026-10-14',
    publicityUntil: '2026-10-19',
    objectionChannel: '向招标人提出',
  },
};

export const awardNotice: NoticeInput = {
  ...COMMON,
  id: 'lakeside-4',
  kind: 'award',
  title: '湖滨路改造工程施工中标结果公示',
  publishedAt: '2026-10-21 10:15',
  body: '中标人：天水某建设有限公司。中标价：32,154,000.00元。',
  fields: {
    procuringEntity: tenderer,
    awards: [{ supplier: '天水某建设有限公司', awardPrice: '32,154,000.00元', duration: '240日历天' }],
  },
};

/** Restates the award: two digits of the price had been swapped. */
export const correctedAward: NoticeInput = {
  ...awardNotice,
  id: 'lakeside-5',
  publishedAt: '2026-10-23 15:40',
  amends: 'lakeside-4',
  reason: '录入有误',
  body: '中标人：天水某建设有限公司。中标价：32,145,000.00元。',
  fields: {
    procuringEntity: tenderer,
    awards: [{ supplier: '天水某建设有限公司', awardPrice: '32,145,000.00元', duration: '240日历天' }],
  },
};

export function withdrawalOf(id: string, reason = '附件缺工程量清单'): NoticeInput {
  return {
    ...COMMON,
    id: `${id}-withdrawal`,
    kind: 'withdrawal',
    title: '撤回公告',
    publishedAt: '2026-10-24 09:00',
    amends: id,
    reason,
    fields: {},
  };
}

/** Publishes and insists. */
export function published(database: Database, ...notices: NoticeInput[]): Extract<Outcome, { status: 'published' }>[] {
  return publishBatch(
    database,
    notices.map((input) => ({ input, at: input.id })),
    { actor: 'test', now: NOW },
  ).map((outcome) => {
    if (outcome.status !== 'published') throw new Error(JSON.stringify(outcome));
    return outcome;
  });
}

export function refusedCodes(database: Database, notice: unknown): string[] {
  const outcome = publish(database, notice as NoticeInput, { actor: 'test', now: NOW });
  return outcome.status === 'refused'
    ? outcome.refusals.map(({ code, path }) => `${code} ${path ?? ''}`.trim())
    : [outcome.status];
}
