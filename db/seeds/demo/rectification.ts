import { document, storyOf, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** Demo stories of findings and their correction, of published cases and of ratings: all fiction, no person is named. */
export function rectificationStories(on: Calendar): NoticeInput[][] {
  return [late(on), done(on), noDay(on), failed(on), lowPlace(on), exposed(on), rated(on)];
}

const INSPECTORS = '天水市某效能监督领导小组办公室';
const AUDITOR = '天水市某审计局';

interface Told {
  code: string;
  name: string;
  unit: string;
  region?: string;
}

/** Tells the story of one matter; every body says in words what its fields say. */
function matterOf({ code, name, unit, region = '620500' }: Told, on: Calendar) {
  const story = storyOf({ slug: `matter-${code}`, register: 'rectification', code, name, region, unit });
  const tell = (
    kind: string,
    offset: number,
    title: string,
    fields: Record<string, unknown>,
    sections: [string, ...string[]][],
    by = unit,
  ) => {
    const at = on.published(offset);
    return story.publish(
      kind,
      at,
      title,
      fields,
      document(`现将${title}公开如下，供社会监督；对内容有不同意见的，可以向发布单位反映（演示）。`, sections, {
        unit: by,
        day: at,
      }),
      { unit: { name: by } },
    );
  };
  return { ...story, tell };
}

function late(on: Calendar): NoticeInput[] {
  const { notices, tell } = matterOf(
    { code: `zg-${on.year(-120)}-001`, name: '村级道路养护资金结余未收回', unit: AUDITOR, region: '620523' },
    on,
  );
  tell(
    'finding',
    -120,
    '查出问题：村级道路养护资金结余未收回',
    {
      source: 'audit',
      foundBy: AUDITOR,
      foundOn: on.day(-128),
      problem: 'openness',
      finding: '上年度结余90.3万元没有收回（演示）',
      responsible: '甘谷县某财政局',
      responsiblePost: '预算股负责人',
      amount: '90.3万元',
      dueOn: on.day(-23),
      document: '上年度专项资金审计结果公告',
      formedOn: on.day(-126),
    },
    [
      ['问题', '上年度结余90.3万元没有收回。'],
      ['整改要求', `由甘谷县某财政局于${on.day(-23)}以前整改完成，结果向社会公开。`],
    ],
  );
  tell(
    'plan',
    -100,
    '整改方案：村级道路养护资金结余未收回',
    { measure: '逐村核对账目，结余资金按规定收回财政', dueOn: on.day(-23), responsiblePost: '预算股负责人' },
    [
      ['整改措施', '逐村核对账目，结余资金按规定收回财政。'],
      ['整改时限和责任', `${on.day(-23)}以前完成，责任岗位：预算股负责人。`],
    ],
    '甘谷县某财政局',
  );
  return notices;
}

function done(on: Calendar): NoticeInput[] {
  const { notices, tell } = matterOf(
    { code: `zg-${on.year(-120)}-002`, name: '采购合同公告逾期', unit: INSPECTORS, region: '620521' },
    on,
  );
  tell(
    'finding',
    -90,
    '查出问题：采购合同公告逾期',
    {
      source: 'inspection',
      foundBy: INSPECTORS,
      foundOn: on.day(-95),
      problem: 'inaction',
      finding: '三份采购合同签订后没有按时公告（演示）',
      responsible: '清水县某交通运输局',
      dueOn: on.day(-40),
      formedOn: on.day(-94),
      document: '效能检查通报',
    },
    [
      ['问题', '三份采购合同签订后没有按时公告。'],
      ['整改要求', `于${on.day(-40)}以前补公告，并查明原因。`],
    ],
  );
  tell(
    'completion',
    -45,
    '整改完成：采购合同公告逾期',
    { doneOn: on.day(-47), result: '三份合同已经补公告，专人负责公告', evidence: '三份合同公告（演示）' },
    [
      ['整改结果', '三份合同已经补公告，专人负责合同公告，逐月自查一次。'],
      ['凭据', '三份合同公告，已在本站公布（演示）。'],
    ],
    '清水县某交通运输局',
  );
  tell(
    'check',
    -14,
    '整改核查：采购合同公告逾期',
    { checkedOn: on.day(-16), checkedBy: INSPECTORS, outcome: 'passed', remarks: '抽查最近五份合同，都按时公告' },
    [
      ['核查情况', '抽查最近五份合同，都按时公告。'],
      ['核查结论', '通过，归入整改档案。'],
    ],
  );
  return notices;
}

function noDay(on: Calendar): NoticeInput[] {
  const { notices, tell } = matterOf(
    { code: `zg-${on.year(-60)}-003`, name: '窗口中午无人值守', unit: INSPECTORS, region: '620502' },
    on,
  );
  tell(
    'finding',
    -50,
    '查出问题：窗口中午无人值守',
    {
      source: 'complaint',
      foundBy: INSPECTORS,
      foundOn: on.day(-56),
      problem: 'discipline',
      finding: '群众反映，窗口中午延时服务时间无人值守（演示）',
      responsible: '秦州区某政务服务中心',
    },
    [
      ['问题', '群众反映，窗口公布了中午延时服务，去时无人值守。'],
      ['整改要求', '由秦州区某政务服务中心整改，通报没有写明期限。'],
    ],
  );
  return notices;
}

function failed(on: Calendar): NoticeInput[] {
  const { notices, tell } = matterOf(
    { code: `zg-${on.year(-120)}-004`, name: '办件系统未接入市级监察', unit: INSPECTORS, region: '620525' },
    on,
  );
  const unit = '张家川县某局';
  tell(
    'finding',
    -110,
    '查出问题：办件系统未接入市级监察',
    {
      source: 'inspection',
      foundBy: INSPECTORS,
      foundOn: on.day(-112),
      problem: 'disobedience',
      finding: '办件系统没有按要求接入市级电子监察（演示）',
      responsible: unit,
      dueOn: on.day(-60),
    },
    [
      ['问题', '办件系统没有按要求接入市级电子监察，办件时间无从核对。'],
      ['整改要求', `于${on.day(-60)}以前接入。`],
    ],
  );
  tell(
    'completion',
    -62,
    '整改完成：办件系统未接入市级监察',
    { doneOn: on.published(-63).slice(0, 10), result: '已经接入', evidence: '接入申请单（演示）' },
    [
      ['整改结果', '已经提交接入申请，系统可以连通。'],
      ['凭据', '接入申请单（演示），存整改档案备查，并附系统连通截图一份。'],
    ],
    unit,
  );
  tell(
    'check',
    -20,
    '整改核查：办件系统未接入市级监察',
    {
      checkedOn: on.day(-22),
      checkedBy: INSPECTORS,
      outcome: 'failed',
      remarks: '只接入了两个科室，其余没有数据',
      dueOn: on.day(12),
    },
    [
      ['核查情况', '只接入了两个科室，其余没有数据。'],
      ['核查结论', `没有通过，于${on.day(12)}以前重新整改。`],
    ],
  );
  return notices;
}

function lowPlace(on: Calendar): NoticeInput[] {
  const { notices, tell } = matterOf(
    { code: `zg-${on.year(-200)}-005`, name: '评议靠后：答复群众慢', unit: INSPECTORS },
    on,
  );
  tell(
    'finding',
    -190,
    '评议靠后单位整改：答复群众慢',
    {
      source: 'evaluation',
      foundBy: INSPECTORS,
      foundOn: on.day(-192),
      problem: 'demands',
      finding: '上年度群众评议靠后，主要意见是答复慢、推诿（演示）',
      responsible: '天水市某供水服务中心',
      dueOn: on.day(20),
    },
    [
      ['问题', '上年度群众评议靠后，主要意见是答复慢、推诿。'],
      ['整改要求', `约谈主要负责岗位，于${on.day(20)}以前整改，建立档案，跟踪督办。`],
    ],
  );
  return notices;
}

function exposed(on: Calendar): NoticeInput[] {
  const { notices, tell } = matterOf(
    { code: `pg-${on.year(-30)}-001`, name: '某镇违规收取资料费', unit: INSPECTORS, region: '620524' },
    on,
  );
  tell(
    'exposure',
    -28,
    '公开曝光：某镇违规收取资料费',
    {
      responsible: '武山县某镇人民政府',
      problem: 'inaction',
      finding: '办理证明时向群众收取资料费，收费目录中没有这一项（演示）',
      decision: '所收款项全部退还，对负有责任的岗位给予通报批评',
      decidedOn: on.day(-34),
      decider: INSPECTORS,
      document: '效能问责典型案例通报',
      formedOn: on.day(-32),
    },
    [
      ['事实', '办理证明时向群众收取资料费，收费目录中没有这一项。'],
      ['处理结果', '所收款项全部退还，对负有责任的岗位给予通报批评。通报没有公布姓名，本站也不写。'],
    ],
  );
  return notices;
}

function rated(on: Calendar): NoticeInput[] {
  const year = String(Number(on.year(-210)) - 1);
  const { notices, tell } = matterOf(
    { code: `py-${year}`, name: `${year}年度群众评议机关作风结果`, unit: INSPECTORS },
    on,
  );
  tell(
    'rating',
    -205,
    `${year}年度群众评议机关作风结果`,
    {
      year,
      ratedBy: INSPECTORS,
      method: '随机抽取办过事的群众和企业，电话和问卷各半，按满意、基本满意、不满意折算百分制（演示）',
      respondents: 2140,
      ratings: [
        { unitRated: '天水市某政务服务中心', score: 94.2, rank: 1, grade: '优秀' },
        { unitRated: '天水市某自然资源局', score: 90.5, rank: 2, grade: '良好' },
        { unitRated: '天水市某交通运输局', score: 88.1, rank: 3, grade: '良好' },
        { unitRated: '天水市某供水服务中心', score: 71.3, rank: 4, grade: '一般', isLow: true },
        { unitRated: '天水市某物业管理站', score: 68.8, rank: 5, grade: '一般', isLow: true },
      ],
      document: `${year}年度群众评议结果通报`,
      formedOn: on.day(-212),
    },
    [
      ['评议办法', '随机抽取办过事的群众和企业2140人，电话和问卷各半，折算百分制。'],
      ['结果', '参加评议的五个单位，得分从94.2分到68.8分，后两名为靠后单位，另行约谈、整改。'],
    ],
  );
  return notices;
}
