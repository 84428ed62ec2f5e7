import { document, storyOf, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/**
 * Demo stories of items of approval. The items are of sorts that every city handles; units, windows, codes and limits are
 * fiction, and the articles were not compared with their texts: every notice says 待核.
 */
export function approvalStories(on: Calendar): NoticeInput[][] {
  return [...ITEMS.map((item) => entryOf(item, on)), ...ENDED.map((item) => endOf(item, on)), atTheCentre(on)];
}

const CENTRE = '天水市某政务服务中心';
const CHECK = '演示数据：时限、材料、依据条款均未与现行清单核对。';

interface Item {
  code: string;
  name: string;
  aliases?: string[];
  unit: string;
  kind: string;
  events: string[];
  applicant: 'individual' | 'enterprise' | 'both';
  basis: [document: string, article: string][];
  statutory?: number;
  promised?: number;
  limitBasis?: string;
  materials: string[];
  conditions?: string;
  feeItems?: string[];
  online: 'whole' | 'partly' | 'no';
  region?: string;
  joint?: { members: string[]; steps: [name: string, unit: string, days: number][]; total: number };
  /** Days ago. */
  at: number;
}

const ITEMS: readonly Item[] = [
  {
    code: 'sp-js-01',
    name: '建筑工程施工许可证核发',
    aliases: ['施工许可证'],
    unit: '天水市某住房和城乡建设局',
    kind: 'permit',
    events: ['construction'],
    applicant: 'enterprise',
    basis: [['《中华人民共和国建筑法》', '第七条']],
    statutory: 7,
    promised: 3,
    materials: ['施工许可申请表', '用地批准手续', '建设工程规划许可证', '施工合同', '施工图审查合格书'],
    conditions: '已办用地、规划手续，已确定施工企业，资金安排已落实（演示）',
    online: 'whole',
    joint: {
      members: ['天水市某自然资源局', '天水市某人民防空办公室'],
      steps: [
        ['用地规划核验', '天水市某自然资源局', 5],
        ['施工图联合审查', '天水市某住房和城乡建设局', 15],
        ['人防设计审核', '天水市某人民防空办公室', 5],
        ['施工许可核发', '天水市某住房和城乡建设局', 3],
      ],
      total: 28,
    },
    at: -300,
  },
  {
    code: 'sp-sc-01',
    name: '食品经营许可',
    aliases: ['开饭店', '餐饮许可证'],
    unit: '天水市某市场监督管理局',
    kind: 'permit',
    events: ['business'],
    applicant: 'both',
    basis: [['《中华人民共和国食品安全法》', '第三十五条']],
    statutory: 20,
    promised: 7,
    materials: ['食品经营许可申请书', '经营场所平面图', '食品安全管理制度目录'],
    online: 'partly',
    at: -296,
  },
  {
    code: 'sp-zr-01',
    name: '不动产首次登记',
    aliases: ['办房产证'],
    unit: '天水市某自然资源局',
    kind: 'confirmation',
    events: ['housing'],
    applicant: 'both',
    basis: [['《不动产登记暂行条例》', '第十四条']],
    statutory: 30,
    promised: 5,
    materials: ['不动产登记申请书', '申请人身份证明', '土地权属来源材料', '竣工验收备案材料', '完税凭证'],
    feeItems: ['zr-01'],
    online: 'partly',
    at: -290,
  },
  {
    code: 'sp-mz-01',
    name: '结婚登记',
    aliases: ['领结婚证'],
    unit: '秦州区某民政局',
    kind: 'confirmation',
    events: ['marriage'],
    applicant: 'individual',
    basis: [['《婚姻登记条例》', '第四条']],
    promised: 0,
    materials: ['双方居民身份证', '双方合影照片'],
    online: 'no',
    region: '620502',
    at: -288,
  },
  {
    code: 'sp-ga-01',
    name: '普通护照签发',
    aliases: ['办护照'],
    unit: '天水市某公安局',
    kind: 'permit',
    events: ['other'],
    applicant: 'individual',
    basis: [['《中华人民共和国护照法》', '第六条']],
    statutory: 15,
    promised: 7,
    materials: ['居民身份证', '近期正面免冠照片'],
    feeItems: ['ga-05'],
    online: 'partly',
    at: -286,
  },
  {
    code: 'sp-rs-01',
    name: '失业登记',
    unit: '麦积区某人力资源和社会保障局',
    kind: 'service',
    events: ['work'],
    applicant: 'individual',
    basis: [['《就业服务与就业管理规定》', '第六十三条']],
    promised: 1,
    materials: ['居民身份证或者社会保障卡'],
    online: 'whole',
    region: '620503',
    at: -280,
  },
  {
    code: 'sp-wj-01',
    name: '医疗机构设置审批',
    unit: '天水市某卫生健康委员会',
    kind: 'permit',
    events: ['health', 'business'],
    applicant: 'both',
    basis: [['《医疗机构管理条例》', '第九条']],
    statutory: 30,
    promised: 15,
    limitBasis: '《医疗机构管理条例》（条款待核）',
    materials: ['设置申请书', '设置可行性研究报告', '选址报告和建筑设计平面图'],
    online: 'partly',
    at: -276,
  },
  {
    code: 'sp-jy-01',
    name: '义务教育新生入学登记',
    unit: '武山县某教育局',
    kind: 'service',
    events: ['school'],
    applicant: 'individual',
    basis: [['《中华人民共和国义务教育法》', '第十二条']],
    promised: 5,
    materials: ['户口簿', '住房证明或者居住证'],
    online: 'whole',
    region: '620524',
    at: -270,
  },
  {
    code: 'sp-zw-01',
    name: '惠企政策咨询',
    unit: CENTRE,
    kind: 'consultation',
    events: ['business'],
    applicant: 'enterprise',
    basis: [['《优化营商环境条例》', '第三十八条']],
    promised: 0,
    materials: ['不需要材料'],
    online: 'whole',
    at: -266,
  },
];

interface Ended extends Pick<Item, 'code' | 'name' | 'unit' | 'kind' | 'events' | 'applicant' | 'basis'> {
  how: 'cancellation' | 'delegation' | 'merger';
  fields: Record<string, unknown>;
  paper: string;
  known: number;
  at: number;
}

const ENDED: readonly Ended[] = [
  {
    code: 'sp-sc-02',
    name: '企业名称预先核准',
    unit: '天水市某市场监督管理局',
    kind: 'permit',
    events: ['business'],
    applicant: 'enterprise',
    basis: [['《企业名称登记管理规定》', '第六条']],
    how: 'cancellation',
    fields: {},
    paper: '天某政发〔××××〕×号',
    known: -720,
    at: -400,
  },
  {
    code: 'sp-jt-01',
    name: '道路货物运输经营许可',
    unit: '天水市某交通运输局',
    kind: 'permit',
    events: ['vehicle', 'business'],
    applicant: 'both',
    basis: [['《中华人民共和国道路运输条例》', '第二十四条']],
    how: 'delegation',
    fields: { delegatedTo: 'county', receiver: '各县（区）某交通运输局' },
    paper: '天某政发〔××××〕×号',
    known: -700,
    at: -350,
  },
  {
    code: 'sp-js-02',
    name: '建设工程质量监督手续',
    unit: '天水市某住房和城乡建设局',
    kind: 'other',
    events: ['construction'],
    applicant: 'enterprise',
    basis: [['《建设工程质量管理条例》', '第十三条']],
    how: 'merger',
    fields: { into: '建筑工程施工许可证核发', intoCode: 'sp-js-01' },
    paper: '天某建发〔××××〕×号',
    known: -690,
    at: -290,
  },
];

const WORDS = { cancellation: '取消', delegation: '下放', merger: '合并' } as const;

function storyFor({ code, name, unit }: Pick<Item, 'code' | 'name' | 'unit'>, region = '620500') {
  return storyOf({ slug: `approval-${code}`, register: 'approvals', code, name, region, unit });
}

const basisOf = (basis: Item['basis']) => basis.map(([one, article]) => ({ document: one, article }));

function entryOf(item: Item, on: Calendar): NoticeInput[] {
  const story = storyFor(item, item.region);
  const at = on.published(item.at);
  const days = (count: number | undefined) =>
    count === undefined ? '未载明' : count === 0 ? '当场办结' : `${count}个工作日`;
  story.publish(
    'entry',
    at,
    `${item.name}列入审批事项清单`,
    {
      name: item.name,
      ...(item.aliases && { aliases: item.aliases }),
      unitInCharge: item.unit,
      itemKind: item.kind,
      events: item.events,
      applicant: item.applicant,
      ...(item.conditions && { conditions: item.conditions }),
      materials: item.materials.map((name) => ({ name, copies: '原件核对，复印件1份' })),
      ...(item.statutory !== undefined && { statutoryDays: item.statutory }),
      ...(item.promised !== undefined && { promisedDays: item.promised }),
      ...(item.limitBasis && { limitBasis: item.limitBasis }),
      charged: item.feeItems !== undefined,
      ...(item.feeItems && { feeItems: item.feeItems }),
      window: {
        place: `${CENTRE}综合窗口（演示）`,
        hours: '工作日9:00—12:00、13:30—17:00',
        phone: '0938-×××××××',
        firstReceiver: '综合受理岗',
      },
      online: item.online,
      basis: basisOf(item.basis),
      listOn: on.day(item.at - 6),
      formedOn: on.day(item.at - 8),
      toVerify: CHECK,
    },
    document(
      `现将${item.name}的办理事项公开如下。`,
      [
        ['依据', item.basis.map(([one, article]) => `${one}${article}`).join('、')],
        ['带什么', item.materials.join('、')],
        ['几天办完', `法定时限：${days(item.statutory)}；承诺时限：${days(item.promised)}。`],
        ['到哪里办', `${CENTRE}综合窗口，首问负责岗位：综合受理岗。${item.feeItems ? '按收费目录收费。' : '不收费。'}`],
        ['核对情况', CHECK],
      ],
      { unit: item.unit, day: at },
    ),
  );
  if (!item.joint) return story.notices;
  const later = on.published(item.at + 40);
  const { members, steps, total } = item.joint;
  story.publish(
    'joint',
    later,
    `${item.name}实行并联审批`,
    {
      lead: item.unit,
      members,
      steps: steps.map(([name, unitInCharge, count]) => ({ name, unitInCharge, days: count })),
      totalDays: total,
      effectiveFrom: on.day(item.at + 50),
      formedOn: on.day(item.at + 34),
      toVerify: CHECK,
    },
    document(
      `${item.name}由${item.unit}牵头，实行并联审批，现将步骤和总时限公开如下。`,
      [
        ['步骤', ...steps.map(([name, unit, count]) => `${name}：${unit}，${count}个工作日。`)],
        ['总时限', `全部步骤${total}个工作日办完，可以同时办的同时办（演示）。`],
      ],
      { unit: item.unit, day: later },
    ),
  );
  return story.notices;
}

function endOf(item: Ended, on: Calendar): NoticeInput[] {
  const story = storyFor(item);
  const known = on.published(item.known);
  const said = { name: item.name, unitInCharge: item.unit, itemKind: item.kind };
  story.publish(
    'entry',
    known,
    `${item.name}列入审批事项清单`,
    {
      ...said,
      events: item.events,
      applicant: item.applicant,
      basis: basisOf(item.basis),
      statutoryDays: 20,
      promisedDays: 10,
      charged: false,
      listOn: on.day(item.known - 5),
      toVerify: CHECK,
    },
    document(
      `现将${item.name}的办理事项公开如下。`,
      [
        ['依据', item.basis.map(([one, article]) => `${one}${article}`).join('、')],
        ['几天办完', '法定时限：20个工作日；承诺时限：10个工作日。不收费。'],
        ['核对情况', CHECK],
      ],
      { unit: item.unit, day: known },
    ),
  );
  const at = on.published(item.at);
  const word = WORDS[item.how];
  story.publish(
    item.how,
    at,
    `${word}审批事项：${item.name}`,
    {
      ...said,
      ...item.fields,
      basis: [{ documentNumber: item.paper }],
      effectiveFrom: on.day(item.at + 4),
      formedOn: on.day(item.at - 10),
      toVerify: CHECK,
    },
    document(
      `${item.name}已经${word}，现公开如下。`,
      [
        ['依据', item.paper],
        ['从哪天起', `自${on.day(item.at + 4)}起，本级不再受理；已经受理的，按原规定办完（演示）。`],
        ['核对情况', CHECK],
      ],
      { unit: item.unit, day: at },
    ),
  );
  return story.notices;
}

/** What another site published first, with a promise longer than the statute: it is told, not refused. */
function atTheCentre(on: Calendar): NoticeInput[] {
  const item = { code: 'sp-sl-01', name: '取水许可', unit: '清水县某水务局' };
  const story = storyOf({
    slug: `approval-${item.code}`,
    register: 'approvals',
    ...item,
    region: '620521',
    medium: '某政务服务网（演示）',
  });
  const at = on.published(-200);
  story.publish(
    'entry',
    at,
    `${item.name}办事指南`,
    {
      name: item.name,
      unitInCharge: item.unit,
      itemKind: 'permit',
      events: ['other'],
      applicant: 'both',
      statutoryDays: 20,
      promisedDays: 25,
      charged: true,
      basis: [{ document: '《取水许可和水资源费征收管理条例》', article: '第二条' }],
      listOn: on.day(-204),
      toVerify: CHECK,
    },
    document(
      `${item.name}的办事指南，转载自某政务服务网（演示）。`,
      [
        ['依据', '《取水许可和水资源费征收管理条例》第二条（待核）。'],
        ['几天办完', '法定时限：20个工作日；承诺时限：25个工作日。'],
        ['收费', '收费，未载明项目和标准。'],
      ],
      { unit: item.unit, day: at },
    ),
  );
  return story.notices;
}
