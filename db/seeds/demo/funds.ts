import { document, printed, storyOf, table, wan, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** Demo stories of special funds: from the document to the village. Every fund, place below the county and sum is fiction. */
export function fundStories(on: Calendar): NoticeInput[][] {
  return [roads(on), roadsBefore(on), meals(on), relief(on)];
}

const TREASURY = '天水市某财政局';
const AUDITOR = '天水市某审计局';

interface Row {
  county: string;
  township?: string;
  village?: string;
  project?: string;
  recipient?: string;
  /** 万元. */
  sum: number;
}

interface Told {
  slug: string;
  code: string;
  name: string;
  category: string;
  level: string;
  authority: string;
  document: string;
  /** 万元. */
  budget: number;
  purpose: string;
}

/** Tells the story of one fund of one year; bodies are made from the fields. */
function fundOf(facts: Told, on: Calendar, year: string) {
  const story = storyOf({
    slug: `fund-${facts.slug}`,
    register: 'funds',
    code: facts.code,
    name: `${year}年${facts.name}`,
    region: '620500',
    unit: facts.authority,
  });
  const sign = (at: string) => ({ unit: facts.authority, day: at });
  const placed = ({ county, township, village, project }: Row) =>
    [county, township, village, project].filter(Boolean).join('·');
  const rows = (list: readonly Row[], member: 'amount' | 'paid') =>
    list.map(({ sum, ...place }) => ({ ...place, [member]: wan(sum * 1e4) }));
  const listed = (list: readonly Row[], head: string) =>
    table(
      ['去处', head],
      list.map((row) => [placed(row), row.sum.toFixed(2)]),
    );
  return {
    ...story,
    issue: (offset: number, formed: number, days: { allotBy?: string; payBy?: string; payShare?: number } = {}) => {
      const at = on.published(offset);
      return story.publish(
        'issue',
        at,
        `关于下达${year}年${facts.name}的通知`,
        {
          name: facts.name,
          year,
          level: facts.level,
          category: facts.category,
          authority: facts.authority,
          treasury: TREASURY,
          document: `关于下达${year}年${facts.name}的通知`,
          documentNumber: facts.document,
          formedOn: on.day(formed),
          budget: wan(facts.budget * 1e4),
          purpose: facts.purpose,
          ...days,
        },
        document(
          `现将${year}年${facts.name}的下达情况公开如下。`,
          [
            ['资金总额和用途', `${year}年共安排${facts.budget.toFixed(2)}万元，用于${facts.purpose}。`],
            ['文件', `${facts.document}，${printed(on.day(formed))}印发。`],
            ['分配和支付要求', '各区县收到资金后及时分配到乡镇、项目，按进度支付，并向社会公开（演示）。'],
          ],
          sign(at),
        ),
      );
    },
    allot: (offset: number, formed: number, list: readonly Row[], method: string) => {
      const at = on.published(offset);
      return story.publish(
        'allotment',
        at,
        `${year}年${facts.name}分配方案`,
        {
          document: `${year}年${facts.name}分配方案`,
          formedOn: on.day(formed),
          shares: rows(list, 'amount'),
          method,
        },
        document(
          `现将${year}年${facts.name}的分配情况公开如下。`,
          [
            ['分配明细', listed(list, '分配金额（万元）')],
            ['分配办法', `${method}。对分配有不同意见的，可以向发布单位反映（演示）。`],
          ],
          sign(at),
        ),
      );
    },
    pay: (offset: number, asOf: number, list: readonly Row[]) => {
      const at = on.published(offset);
      return story.publish(
        'payment',
        at,
        `${year}年${facts.name}支付进度公示`,
        { asOf: on.day(asOf), payments: rows(list, 'paid') },
        document(
          `现将${year}年${facts.name}截至${printed(on.day(asOf))}的支付情况公示如下。`,
          [
            ['支付明细', listed(list, '已支付金额（万元）')],
            ['说明', '数字为累计数，由各区县填报，后一次公示的代替前一次；有出入的以国库支付凭证为准（演示）。'],
          ],
          sign(at),
        ),
      );
    },
    told: (
      kind: 'audit' | 'rectification' | 'evaluation',
      offset: number,
      title: string,
      fields: Record<string, unknown>,
      sections: [string, ...string[]][],
      unit = facts.authority,
    ) => {
      const at = on.published(offset);
      return story.publish(kind, at, title, fields, document(`现将${title}公开如下。`, sections, { unit, day: at }), {
        unit: { name: unit },
      });
    },
  };
}

function roads(on: Calendar): NoticeInput[] {
  const year = on.year(-160);
  const fund = fundOf(
    {
      slug: 'roads',
      code: `zj-${year}-jt-01`,
      name: '农村道路养护专项资金',
      category: 'farming',
      level: 'province',
      authority: '天水市某交通运输局',
      document: `天某财建〔${year}〕××号`,
      budget: 6000,
      purpose: '乡道、村道日常养护和小修，养护人员工资',
    },
    on,
    year,
  );
  fund.issue(-158, -170, { allotBy: on.day(-60), payBy: on.day(36), payShare: 90 });
  fund.allot(
    -140,
    -145,
    [
      { county: '甘谷县', sum: 1240 },
      { county: '秦州区', sum: 986 },
      { county: '麦积区', sum: 902 },
      { county: '秦安县', sum: 818 },
      { county: '武山县', sum: 731 },
      { county: '清水县', sum: 644 },
      { county: '张家川回族自治县', sum: 679 },
    ],
    '按养护里程、路况、人口三项因素分配',
  );
  fund.allot(
    -110,
    -118,
    [
      { county: '甘谷县', township: '某镇', sum: 268 },
      {
        county: '甘谷县',
        township: '某镇',
        village: '某某村',
        project: '通组道路硬化1.2公里',
        recipient: '甘谷某道路养护有限公司',
        sum: 96,
      },
      {
        county: '甘谷县',
        township: '某镇',
        village: '某某村',
        project: '桥涵维修',
        recipient: '甘谷某道路养护有限公司',
        sum: 112,
      },
      { county: '甘谷县', township: '某镇', project: '养护人员工资（公益岗18人）', sum: 60 },
      { county: '甘谷县', township: '某乡', sum: 194 },
      { county: '甘谷县', township: '其余乡镇（合并公布）', sum: 687.7 },
      { county: '秦州区', township: '某某镇', sum: 416 },
      { county: '秦州区', township: '某某乡', sum: 570 },
      { county: '秦安县', township: '某川镇', sum: 785 },
    ],
    '区县按乡道、村道里程分到乡镇，项目由乡镇申报',
  );
  fund.pay(-12, -16, [
    { county: '甘谷县', sum: 756.4 },
    { county: '甘谷县', township: '某镇', sum: 235.8 },
    { county: '甘谷县', township: '某镇', village: '某某村', project: '通组道路硬化1.2公里', sum: 96 },
    { county: '甘谷县', township: '某镇', village: '某某村', project: '桥涵维修', sum: 103 },
    { county: '甘谷县', township: '某镇', project: '养护人员工资（公益岗18人）', sum: 36.8 },
    { county: '秦州区', sum: 828 },
    { county: '麦积区', sum: 712 },
    { county: '秦安县', sum: 540 },
    { county: '武山县', sum: 526 },
    { county: '清水县', sum: 451 },
    { county: '张家川回族自治县', sum: 326 },
  ]);
  return fund.notices;
}

function roadsBefore(on: Calendar): NoticeInput[] {
  const year = String(Number(on.year(-160)) - 1);
  const fund = fundOf(
    {
      slug: 'roads-before',
      code: `zj-${year}-jt-01`,
      name: '农村道路养护专项资金',
      category: 'farming',
      level: 'province',
      authority: '天水市某交通运输局',
      document: `天某财建〔${year}〕××号`,
      budget: 5640,
      purpose: '乡道、村道日常养护和小修，养护人员工资',
    },
    on,
    year,
  );
  const rows = [
    { county: '甘谷县', sum: 1180 },
    { county: '秦州区', sum: 940 },
    { county: '麦积区', sum: 870 },
    { county: '秦安县', sum: 760 },
    { county: '武山县', sum: 690 },
    { county: '清水县', sum: 600 },
    { county: '张家川回族自治县', sum: 600 },
  ];
  fund.issue(-520, -546);
  fund.allot(-500, -510, rows, '按养护里程、路况、人口三项因素分配');
  fund.pay(
    -330,
    -334,
    rows.map((row) => ({ ...row, sum: Math.round(row.sum * 93) / 100 })),
  );
  fund.told(
    'evaluation',
    -190,
    `${year}年农村道路养护专项资金绩效评价结果`,
    {
      evaluator: TREASURY,
      grade: 'good',
      score: 84.5,
      method: '按产出、效益、满意度三类十二项指标打分；抽查乡镇14个，问卷312份（演示）',
      found: '部分村道小修不及时，结余资金收回较慢',
      formedOn: on.day(-194),
    },
    [
      ['评价办法', '按产出、效益、满意度三类十二项指标打分；抽查乡镇14个，回收问卷312份。'],
      ['评价结果', '得84.5分，等次为良。主要问题：部分村道小修不及时，结余资金收回较慢。'],
    ],
    TREASURY,
  );
  fund.told(
    'audit',
    -150,
    `${year}年度农村道路养护专项资金审计结果公告`,
    {
      auditor: AUDITOR,
      document: `${year}年度农村道路养护专项资金审计结果公告`,
      formedOn: on.day(-154),
      findings: [
        {
          number: '1',
          type: 'idle',
          finding: '结余90.3万元未收回',
          county: '甘谷县',
          unitInCharge: '甘谷县某财政局',
          amount: '90.3万元',
          dueOn: on.day(-23),
        },
        {
          number: '2',
          type: 'misuse',
          finding: '用养护费支付办公楼维修12.6万元',
          quoted: '某乡挪用农村道路养护资金12.6万元，用于办公楼维修（演示原话）。',
          county: '清水县',
          unitInCharge: '清水县某乡人民政府',
          amount: '12.6万元',
          dueOn: on.day(-60),
        },
        {
          number: '3',
          type: 'procedure',
          finding: '两个村的小修项目没有公示',
          county: '秦安县',
          unitInCharge: '秦安县某镇人民政府',
        },
      ],
    },
    [
      [
        '发现的问题',
        '甘谷县结余90.3万元未收回。',
        '某乡挪用农村道路养护资金12.6万元，用于办公楼维修（演示原话）。',
        '秦安县两个村的小修项目没有公示。',
      ],
      ['整改要求', '有期限的在期限以前整改，结果向社会公开（演示）。'],
    ],
    AUDITOR,
  );
  fund.told(
    'rectification',
    -72,
    `${year}年度农村道路养护专项资金审计整改情况`,
    {
      corrections: [
        {
          number: '2',
          measure: '资金全部归还原渠道，乡财务人员重新培训',
          returned: '12.6万元',
          doneOn: on.day(-80),
          evidence: '国库入账单（演示），复印件存档',
          checkedOn: on.day(-75),
          checkedBy: AUDITOR,
        },
      ],
    },
    [
      ['第2项', '挪用的12.6万元已经全部归还，凭据为国库入账单（演示），审计机关已经核查。'],
      ['其余各项', '正在整改，完成后另行公开。'],
    ],
  );
  return fund.notices;
}

function meals(on: Calendar): NoticeInput[] {
  const year = on.year(-160);
  const fund = fundOf(
    {
      slug: 'meals',
      code: `zj-${year}-jy-03`,
      name: '义务教育学生营养改善补助资金',
      category: 'education',
      level: 'central',
      authority: '天水市某教育局',
      document: `天某财教〔${year}〕××号`,
      budget: 3120,
      purpose: '农村义务教育学生营养膳食补助',
    },
    on,
    year,
  );
  fund.issue(-120, -126, { payBy: on.day(20) });
  fund.allot(
    -100,
    -104,
    [
      { county: '清水县', sum: 720 },
      { county: '清水县', township: '某某镇', project: '某某中心小学（412人）', sum: 41.2 },
      { county: '张家川回族自治县', sum: 980 },
      { county: '武山县', sum: 830 },
    ],
    '按上学期在校学生人数分配',
  );
  return fund.notices;
}

/** More was allotted than there was: the page says so. */
function relief(on: Calendar): NoticeInput[] {
  const year = on.year(-160);
  const fund = fundOf(
    {
      slug: 'relief',
      code: `zj-${year}-mz-02`,
      name: '临时救助补助资金',
      category: 'civil-affairs',
      level: 'city',
      authority: '天水市某民政局',
      document: `天某民发〔${year}〕××号`,
      budget: 400,
      purpose: '遭遇突发事件、意外伤害、重大疾病的家庭的临时救助',
    },
    on,
    year,
  );
  fund.issue(-90, -130);
  fund.allot(
    -70,
    -76,
    [
      { county: '秦州区', sum: 160 },
      { county: '麦积区', sum: 150 },
      { county: '秦安县', sum: 102 },
    ],
    '按上年救助人次分配',
  );
  return fund.notices;
}
