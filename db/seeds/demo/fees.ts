import type { NoticeInput } from '../../../src/registers/notice.ts';
import { document, table, type Calendar } from './world.ts';

/**
 * The fee catalogue of the demo: 25 items in force and 12 that ended, compiled from public lists (domain.md §4.3, §4.4),
 * and some of the families that are mistaken for them. Not one figure was compared with the catalogue in force in
 * Gansu: every notice says what is to be verified, and its page shows 待核.
 */
export function feeStories(on: Calendar): NoticeInput[][] {
  return [
    ...ITEMS.map((item) => entryOf(item, on)),
    ...ENDED.map((item) => endOf(item, on)),
    ...OTHERS.map((item) => entryOf(item, on)),
  ];
}

const OFFICE = '天水市某财政局';
/** Fees are no fiction, but these were not checked. */
const DEMO = '（演示数据，摘自公开资料，未经核对）';
const CHECK = '金额和依据整理自公开资料，须与现行甘肃省目录核对。';

interface Line {
  number?: string;
  name?: string;
  kind?: string;
  printed?: string;
  unit?: string;
  amount?: number;
  lower?: number;
  upper?: number;
  base?: string;
  appliedReason?: string;
  extra?: boolean;
}

interface Change {
  kind: 'revision' | 'reduction';
  title: string;
  from: string;
  basis: string[];
  fields: Record<string, unknown>;
  toVerify: string;
}

interface Item {
  code: string;
  name: string;
  aliases?: string[];
  family?: string;
  department: string;
  payer: 'individual' | 'enterprise' | 'both';
  fund?: string;
  enterprise: boolean;
  charging?: string;
  lines: Line[];
  basis: string[];
  /** What of it is surest and least sure. */
  toVerify: string;
  /** The day for which the first entry speaks, where a later change is told as well. */
  knownOn?: string;
  changes?: Change[];
}

interface Ended {
  code: string;
  name: string;
  aliases?: string[];
  department: string;
  payer: 'individual' | 'enterprise' | 'both';
  kind: 'cancellation' | 'suspension' | 'conversion';
  from: string;
  basis: string[];
  convertedTo?: 'tax';
  into?: string;
  toVerify: string;
}

const fixed = (name: string | undefined, amount: number, unit: string, more: Line = {}): Line => ({
  ...(name && { name }),
  kind: 'fixed',
  printed: `${name ?? ''}每${unit}${amount}元`,
  amount,
  unit,
  ...more,
});
const byProvince = (unit: string, name?: string): Line => ({
  ...(name && { name }),
  kind: 'provincial',
  printed: '按省定标准',
  unit,
});
const inDocument = (unit: string, printed: string, name?: string): Line => ({
  ...(name && { name }),
  kind: 'document',
  printed,
  unit,
});
const numbered = (lines: Line[]): Line[] =>
  lines.length === 1 ? lines : lines.map((line, index) => ({ number: String(index + 1), ...line }));

const LOCAL = 'local-treasury';
const SHARED = 'central-local-treasury';

const ITEMS: Item[] = [
  {
    code: 'ga-01',
    name: '居民身份证工本费',
    aliases: ['身份证'],
    department: '公安',
    payer: 'individual',
    fund: LOCAL,
    enterprise: false,
    charging: '公安机关',
    lines: [fixed('换领', 20, '证'), fixed('丢失补领、损坏换领', 40, '证'), fixed('临时身份证', 10, '证')],
    basis: ['发改价格〔2003〕2322号', '财综〔2007〕34号', '财税〔2018〕37号'],
    toVerify: '资金管理方式待核。',
  },
  {
    code: 'ga-02',
    name: '机动车号牌工本费',
    aliases: ['车牌', '号牌', '上牌'],
    department: '公安',
    payer: 'both',
    fund: LOCAL,
    enterprise: true,
    charging: '公安机关交通管理部门',
    lines: [
      fixed('汽车反光号牌', 100, '副'),
      fixed('挂车反光号牌', 50, '面'),
      fixed('三轮汽车、低速货车号牌', 40, '副'),
      fixed('临时号牌', 5, '张'),
    ],
    basis: [
      '《道路交通安全法》',
      '发改价格〔2004〕2831号',
      '计价格〔1994〕783号',
      '价费字〔1992〕240号',
      '发改价格规〔2019〕1931号',
    ],
    toVerify: '各类号牌金额待核。',
  },
  {
    code: 'ga-03',
    name: '机动车行驶证、登记证、驾驶证工本费',
    aliases: ['驾驶证', '驾照', '行驶证', '车辆登记证'],
    department: '公安',
    payer: 'both',
    fund: LOCAL,
    enterprise: true,
    charging: '公安机关交通管理部门',
    lines: [fixed(undefined, 10, '本')],
    basis: ['财综〔2001〕67号', '计价格〔2001〕1979号', '发改价格〔2017〕1186号'],
    toVerify: '金额待核。',
  },
  {
    code: 'ga-04',
    name: '临时入境机动车号牌和行驶证、临时机动车驾驶许可工本费',
    aliases: ['临时驾驶许可', '临时入境号牌'],
    department: '公安',
    payer: 'both',
    fund: LOCAL,
    enterprise: true,
    charging: '公安机关交通管理部门',
    lines: [fixed(undefined, 10, '证')],
    basis: ['财综〔2008〕36号', '发改价格〔2008〕1575号', '发改价格〔2017〕1186号'],
    toVerify: '金额待核。',
  },
  {
    code: 'ga-05',
    name: '因私普通护照',
    aliases: ['护照'],
    department: '公安',
    payer: 'individual',
    fund: SHARED,
    enterprise: false,
    charging: '出入境管理机构',
    knownOn: '2019-06-30',
    lines: [fixed(undefined, 160, '本')],
    basis: ['计价格〔2000〕293号'],
    toVerify: '2019年6月以前金额和资金管理方式待核。',
    changes: [
      {
        kind: 'revision',
        title: '因私普通护照收费标准调整',
        from: '2019-07-01',
        basis: ['计价格〔2000〕293号', '发改价格〔2019〕914号'],
        fields: { standards: [fixed(undefined, 120, '本')] },
        toVerify: '资金管理方式待核。',
      },
    ],
  },
  {
    code: 'ga-06',
    name: '往来港澳通行证',
    aliases: ['港澳通行证'],
    department: '公安',
    payer: 'individual',
    fund: SHARED,
    enterprise: false,
    charging: '出入境管理机构',
    lines: [fixed(undefined, 60, '证')],
    basis: ['发改价格〔2005〕77号', '计价格〔2002〕1097号', '发改价格〔2019〕914号'],
    toVerify: '金额、资金管理方式待核。',
  },
  {
    code: 'zr-01',
    name: '不动产登记费',
    aliases: ['房产证', '不动产证', '不动产权证', '过户登记'],
    department: '自然资源',
    payer: 'both',
    fund: SHARED,
    enterprise: true,
    charging: '不动产登记机构',
    lines: [
      fixed('住宅', 80, '件'),
      fixed('非住宅', 550, '件'),
      fixed('车位、车库、储藏间', 80, '件'),
      fixed('证书每增一本', 10, '本', { printed: '证书每增加一本加收10元', extra: true }),
    ],
    basis: [
      '《民法典》',
      '财税〔2014〕77号',
      '财税〔2016〕79号',
      '发改价格规〔2016〕2559号',
      '财税〔2019〕45号',
      '财税〔2019〕53号',
      '财政部、发展改革委公告2019年第76号',
    ],
    toVerify: '加收范围待核。',
    changes: [
      {
        kind: 'reduction',
        title: '小微企业免收不动产登记费',
        from: '2019-07-01',
        basis: ['财税〔2019〕45号'],
        fields: {
          who: '小微企业（含个体工商户）',
          reduction: 'exempt',
          rule: '小微企业（含个体工商户）免收不动产登记费。',
        },
        toVerify: '减免的执行日期待核。',
      },
    ],
  },
  {
    code: 'zr-02',
    name: '土地复垦费',
    department: '自然资源',
    payer: 'enterprise',
    fund: LOCAL,
    enterprise: true,
    charging: '自然资源主管部门',
    lines: [byProvince('平方米')],
    basis: ['《土地管理法》', '《土地复垦条例》', '财税〔2014〕77号', '财政部、发展改革委公告2019年第76号'],
    toVerify: '省定标准未查到。',
  },
  {
    code: 'zr-03',
    name: '土地闲置费',
    department: '自然资源',
    payer: 'enterprise',
    fund: LOCAL,
    enterprise: true,
    charging: '自然资源主管部门',
    lines: [
      {
        kind: 'ratio',
        printed: '土地出让或者划拨价款的百分之二十以下',
        upper: 20,
        base: '土地出让或划拨价款',
        appliedReason: '依据《城市房地产管理法》第二十六条，属于对闲置土地的惩罚性比例。',
      },
    ],
    basis: ['《土地管理法》', '《城市房地产管理法》', '国发〔2008〕3号', '财税〔2014〕77号', '财税〔2021〕8号'],
    toVerify: '《闲置土地处置办法》规定的比例待核。',
  },
  {
    code: 'zr-04',
    name: '耕地开垦费',
    department: '自然资源',
    payer: 'enterprise',
    fund: LOCAL,
    enterprise: true,
    charging: '自然资源主管部门',
    lines: [byProvince('平方米')],
    basis: ['《土地管理法》'],
    toVerify: '依据、省定标准、资金管理方式待核。',
  },
  {
    code: 'zj-01',
    name: '污水处理费',
    department: '住建',
    payer: 'both',
    fund: LOCAL,
    enterprise: true,
    charging: '城镇排水主管部门（可由供水企业代收）',
    lines: numbered([inDocument('立方米', '按市定标准', '居民'), inDocument('立方米', '按市定标准', '非居民')]),
    basis: ['《城镇排水与污水处理条例》', '财税〔2014〕151号', '发改价格〔2015〕119号'],
    toVerify: '天水市标准未查到；嘉峪关市2022年公布居民0.95元/立方米、非居民1.40元/立方米、低保户减半，仅供比较。',
  },
  {
    code: 'zj-02',
    name: '城市道路占用、挖掘修复费',
    aliases: ['占道费', '挖掘修复费', '道路占用费'],
    department: '住建',
    payer: 'enterprise',
    fund: LOCAL,
    enterprise: true,
    charging: '市政工程管理部门',
    lines: [inDocument('平方米', '文件为最高标准，地级城市按80%执行')],
    basis: [
      '《城市道路管理条例》',
      '建城〔1993〕410号',
      '财税〔2015〕68号',
      '甘财税〔2015〕75号',
      '甘建城〔2016〕52号',
    ],
    toVerify:
      '天水市标准未查到；嘉峪关市按80%公布沥青主干道600元/平方米、沥青次干道520元/平方米、水泥主干道496元/平方米，仅供比较。',
  },
  {
    code: 'zj-03',
    name: '城镇垃圾处理费',
    aliases: ['垃圾费', '生活垃圾处理费'],
    department: '住建',
    payer: 'both',
    fund: LOCAL,
    enterprise: true,
    lines: [inDocument('户·月', '由地方制定')],
    basis: ['国发〔2011〕9号', '计价格〔2002〕872号'],
    toVerify: '天水市标准未查到。',
  },
  {
    code: 'sl-01',
    name: '水土保持补偿费',
    department: '水利',
    payer: 'enterprise',
    fund: SHARED,
    enterprise: true,
    charging: '水行政主管部门',
    knownOn: '2017-06-30',
    lines: [
      { name: '一般性生产建设项目', kind: 'range', printed: '西部地区每平方米不超过2.5元', upper: 2.5, unit: '平方米' },
    ],
    basis: ['《水土保持法》', '财综〔2014〕8号', '发改价格〔2014〕886号'],
    toVerify: '省定标准待核。',
    changes: [
      {
        kind: 'revision',
        title: '水土保持补偿费收费标准调整',
        from: '2017-07-01',
        basis: ['《水土保持法》', '财综〔2014〕8号', '发改价格〔2017〕1186号'],
        fields: {
          standards: [
            {
              name: '一般性生产建设项目',
              kind: 'range',
              printed: '西部地区每平方米不超过1.7元（不足1平方米的按1平方米计）',
              upper: 1.7,
              unit: '平方米',
            },
          ],
        },
        toVerify: '省定标准、执行日期待核。',
      },
    ],
  },
  {
    code: 'rf-01',
    name: '防空地下室易地建设费',
    aliases: ['人防费', '人防易地建设费'],
    department: '人防',
    payer: 'enterprise',
    fund: LOCAL,
    enterprise: true,
    charging: '人民防空主管部门',
    lines: numbered(
      [
        '兰州市城关区、七里河区、安宁区、西固区',
        '其他国家人防重点城市所属区，兰州市三县、红古区',
        '非重点的地级市市区，临夏市、合作市',
        '其他县',
      ].map((name) => inDocument('平方米', '见甘价服务〔2004〕181号', name)),
    ),
    basis: ['《人民防空法》', '计价格〔2000〕474号', '甘价服务〔2004〕181号'],
    toVerify: '各档金额未查到；天水市属于哪一档待核。',
  },
  {
    code: 'sj-01',
    name: '特种设备检验检测费',
    aliases: ['电梯检验', '锅炉检验'],
    department: '市场监管',
    payer: 'enterprise',
    fund: SHARED,
    enterprise: true,
    charging: '特种设备检验机构',
    lines: [byProvince('台·次')],
    basis: ['《特种设备安全法》', '发改价格〔2015〕1299号'],
    toVerify: '省定标准未查到，资金管理方式待核。',
  },
  {
    code: 'jy-01',
    name: '公办幼儿园保教费、住宿费',
    aliases: ['幼儿园', '保教费'],
    department: '教育',
    payer: 'individual',
    fund: SHARED,
    enterprise: false,
    charging: '公办幼儿园',
    lines: [inDocument('生·月', '由省、市制定')],
    basis: ['《幼儿园管理条例》', '发改价格〔2011〕3207号', '教财〔2020〕5号'],
    toVerify: '天水市标准未查到。',
  },
  {
    code: 'jy-02',
    name: '普通高中学费、住宿费',
    aliases: ['高中学费', '高中住宿费'],
    department: '教育',
    payer: 'individual',
    fund: 'central-local-account',
    enterprise: false,
    charging: '公办普通高中',
    lines: [byProvince('生·学期')],
    basis: ['《教育法》', '教财〔2003〕4号', '教财〔1996〕101号', '教财〔2020〕5号'],
    toVerify: '省定标准未查到。',
  },
  {
    code: 'jy-03',
    name: '中等职业学校学费、住宿费',
    aliases: ['中职学费', '职校学费', '技校学费'],
    department: '教育',
    payer: 'individual',
    fund: 'central-local-account',
    enterprise: false,
    charging: '公办中等职业学校',
    lines: [byProvince('生·学年')],
    basis: ['财综〔2004〕4号', '教财〔2003〕4号', '教财〔2020〕5号'],
    toVerify: '省定标准未查到。',
  },
  {
    code: 'jy-04',
    name: '高等学校学费、住宿费、培训费',
    aliases: ['大学学费', '大学住宿费'],
    department: '教育',
    payer: 'individual',
    fund: 'central-local-account',
    enterprise: false,
    charging: '公办高等学校',
    lines: [byProvince('生·学年')],
    basis: ['《高等教育法》', '财教〔2013〕19号', '发改价格〔2013〕887号'],
    toVerify: '省定标准未查到。',
  },
  {
    code: 'fy-01',
    name: '诉讼费',
    aliases: ['案件受理费', '打官司', '起诉费'],
    department: '法院',
    payer: 'both',
    fund: 'central-local-finance',
    enterprise: true,
    charging: '人民法院',
    lines: [
      { number: '1', name: '财产案件' },
      { number: '1.1', ...fixed('不超过1万元的财产案件', 50, '件', { printed: '不超过1万元的，每件交纳50元' }) },
      {
        number: '2',
        name: '离婚案件',
        kind: 'range',
        printed: '离婚案件每件交纳50元至300元',
        lower: 50,
        upper: 300,
        unit: '件',
      },
      { number: '3', ...fixed('劳动争议案件', 10, '件') },
      { number: '4', ...fixed('行政案件', 50, '件') },
    ],
    basis: ['《诉讼费用交纳办法》（国务院令第481号）'],
    toVerify: '涉及财产分割的离婚案件和其他各档未录；诉讼费是否适用本市下限规定，待核。',
  },
  {
    code: 'jy-05',
    name: '普通话水平测试费',
    aliases: ['普通话考试', '普通话测试'],
    department: '教育',
    payer: 'individual',
    fund: LOCAL,
    enterprise: false,
    charging: '普通话测试机构',
    lines: [fixed('社会人员', 50, '人·次'), fixed('在校学生', 25, '人·次')],
    basis: ['财综〔2003〕53号', '发改价格〔2003〕2160号'],
    toVerify: '金额、资金管理方式待核。',
  },
  {
    code: 'rs-01',
    name: '专业技术人员职业资格考试考务费',
    aliases: ['职称考试费', '资格考试费', '考务费', '报名考试费'],
    department: '人社',
    payer: 'individual',
    fund: SHARED,
    enterprise: false,
    charging: '人事考试机构',
    lines: [byProvince('人·科')],
    basis: ['财税〔2015〕68号', '发改价格〔2015〕1217号'],
    toVerify: '省定标准未查到，依据、资金管理方式待核。',
  },
  {
    code: 'wj-01',
    name: '医疗事故鉴定费',
    aliases: ['医疗鉴定'],
    department: '卫健',
    payer: 'individual',
    fund: SHARED,
    enterprise: false,
    charging: '医学会',
    lines: [byProvince('例')],
    basis: ['《医疗事故处理条例》', '财综〔2003〕27号', '发改价格〔2016〕488号'],
    toVerify: '省定标准未查到，依据、资金管理方式待核。',
  },
  {
    code: 'wj-02',
    name: '非免疫规划疫苗储存运输费、预防接种服务费',
    aliases: ['疫苗接种费', '打疫苗', '预防接种'],
    department: '卫健',
    payer: 'individual',
    fund: SHARED,
    enterprise: true,
    charging: '疾病预防控制机构、接种单位',
    lines: [byProvince('剂次')],
    basis: ['《疫苗管理法》', '财税〔2016〕14号'],
    toVerify: '省定标准未查到，依据、资金管理方式待核。',
  },
];

const ENDED: Ended[] = [
  {
    code: 'ga-07',
    name: '首次申领居民身份证工本费',
    aliases: ['首次申领身份证', '首次身份证', '第一次身份证'],
    department: '公安',
    payer: 'individual',
    kind: 'suspension',
    from: '2018-04-01',
    basis: ['财税〔2018〕37号'],
    toVerify: '原标准未录。',
  },
  {
    code: 'sl-02',
    name: '水资源费',
    department: '水利',
    payer: 'both',
    kind: 'conversion',
    from: '2024-12-01',
    basis: ['财税〔2024〕28号'],
    convertedTo: 'tax',
    into: '水资源税',
    toVerify: '原标准未录。',
  },
  {
    code: 'zj-04',
    name: '房屋转让手续费',
    aliases: ['房屋交易手续费'],
    department: '住建',
    payer: 'both',
    kind: 'cancellation',
    from: '2017-04-01',
    basis: ['财税〔2017〕20号'],
    toVerify: '文件写“取消或停征”，属于哪一种待核。',
  },
  {
    code: 'mz-01',
    name: '婚姻登记费',
    aliases: ['结婚登记', '结婚证', '离婚证', '离婚登记', '领证'],
    department: '民政',
    payer: 'individual',
    kind: 'cancellation',
    from: '2017-04-01',
    basis: ['财税〔2017〕20号'],
    toVerify: '文件写“取消或停征”，属于哪一种待核。',
  },
  {
    code: 'zj-05',
    name: '白蚁防治费',
    department: '住建',
    payer: 'enterprise',
    kind: 'cancellation',
    from: '2017-04-01',
    basis: ['财税〔2017〕20号'],
    toVerify: '文件写“取消或停征”，属于哪一种待核。',
  },
  {
    code: 'st-01',
    name: '环境监测服务费',
    department: '生态环境',
    payer: 'enterprise',
    kind: 'cancellation',
    from: '2017-04-01',
    basis: ['财税〔2017〕20号'],
    toVerify: '文件写“取消或停征”，属于哪一种待核。',
  },
  {
    code: 'ga-08',
    name: '机动车抵押登记费',
    department: '公安',
    payer: 'both',
    kind: 'cancellation',
    from: '2017-04-01',
    basis: ['财税〔2017〕20号'],
    toVerify: '文件写“取消或停征”，属于哪一种待核。',
  },
  {
    code: 'st-02',
    name: '排污费',
    department: '生态环境',
    payer: 'enterprise',
    kind: 'conversion',
    from: '2018-01-01',
    basis: ['《环境保护税法》'],
    convertedTo: 'tax',
    into: '环境保护税',
    toVerify: '原标准未录。',
  },
  {
    code: 'wj-03',
    name: '社会抚养费',
    aliases: ['超生罚款', '超生费'],
    department: '卫健',
    payer: 'individual',
    kind: 'cancellation',
    from: '2021-08-20',
    basis: ['《人口与计划生育法》（2021年修正）'],
    toVerify: '取消的日期待核。',
  },
  {
    code: 'zr-05',
    name: '矿产资源补偿费',
    department: '自然资源',
    payer: 'enterprise',
    kind: 'suspension',
    from: '2016-07-01',
    basis: ['财税〔2016〕53号'],
    toVerify: '文件将费率降为零，本站按停征列。',
  },
  {
    code: 'sl-03',
    name: '河道采砂管理费',
    aliases: ['采砂费'],
    department: '水利',
    payer: 'enterprise',
    kind: 'cancellation',
    from: '2017-04-01',
    basis: ['财税〔2017〕20号'],
    toVerify: '取消的文件和日期待核。',
  },
];

const OTHERS: Item[] = [
  {
    code: 'zf-01',
    name: '城市基础设施配套费',
    aliases: ['大配套费', '城市配套费'],
    family: 'fund',
    department: '住建',
    payer: 'enterprise',
    enterprise: true,
    lines: [inDocument('平方米', '由省、市制定')],
    basis: ['财综函〔2002〕3号'],
    toVerify: '依据文号、天水市标准待核。',
  },
  {
    code: 'zy-01',
    name: '矿业权出让收益',
    family: 'resource',
    department: '自然资源',
    payer: 'enterprise',
    enterprise: true,
    lines: [inDocument('矿业权', '按出让收益率或者成交额，见出让公告')],
    basis: ['财综〔2023〕10号'],
    toVerify: '《矿产资源法实施条例》施行后是否变动，待核。',
  },
  {
    code: 'zy-02',
    name: '采矿权使用费',
    family: 'resource',
    department: '自然资源',
    payer: 'enterprise',
    enterprise: true,
    lines: [fixed(undefined, 1000, '平方公里·年')],
    basis: ['国务院令第241号'],
    toVerify: '国务院令第241号是否仍然有效待核。',
  },
  {
    code: 'zy-03',
    name: '探矿权使用费',
    family: 'resource',
    department: '自然资源',
    payer: 'enterprise',
    enterprise: true,
    lines: [
      {
        kind: 'formula',
        printed: '第一至第三个勘查年度每平方公里每年100元，第四年起每年增加100元，最高不超过每平方公里每年500元',
        unit: '平方公里·年',
        base: '勘查年度',
      },
    ],
    basis: ['国务院令第240号'],
    toVerify: '国务院令第240号是否仍然有效待核。',
  },
];

function entryOf(item: Item, on: Calendar): NoticeInput[] {
  const {
    code,
    name,
    aliases,
    family = 'administrative',
    department,
    payer,
    fund,
    enterprise,
    charging,
    lines,
    basis,
    toVerify,
    knownOn,
    changes = [],
  } = item;
  const at = on.published(-45);
  const standards = numbered(lines);
  const entry = notice(
    code,
    1,
    'entry',
    at,
    `${name}列入收费目录`,
    {
      name,
      ...(aliases && { aliases }),
      family,
      level: 'state',
      department,
      ...(charging && { chargingUnit: charging }),
      payer,
      ...(fund && { fund }),
      enterpriseRelated: enterprise,
      standards,
      basis: basis.map(basisOf),
      catalogueOn: knownOn ?? at.slice(0, 10),
      toVerify: `${CHECK}${toVerify}`,
    },
    item.name,
    [
      [
        '标准',
        table(
          ['子项', '标准', '计费单位'],
          standards
            .filter(({ kind }) => kind)
            .map(({ name: line = '', printed = '', unit = '' }) => [line || name, printed, unit]),
        ),
      ],
      ['依据', basis.join('；')],
      ['核对情况', `${CHECK}${toVerify}`],
    ],
  );
  return [
    entry,
    ...changes.map(({ kind, title, from, basis: documents, fields, toVerify: unsure }, index) =>
      notice(
        code,
        index + 2,
        kind,
        on.published(-44),
        title,
        { ...fields, basis: documents.map(basisOf), effectiveFrom: from, toVerify: `${CHECK}${unsure}` },
        name,
        [
          ['执行日期', from],
          ['依据', documents.join('；')],
          ['核对情况', `${CHECK}${unsure}`],
        ],
      ),
    ),
  ];
}

function endOf(
  { code, name, aliases, department, payer, kind, from, basis, convertedTo, into, toVerify }: Ended,
  on: Calendar,
): NoticeInput[] {
  const word = { cancellation: '取消', suspension: '停征', conversion: `改征${into}` }[kind];
  return [
    notice(
      code,
      1,
      kind,
      on.published(-43),
      `${name}${word}`,
      {
        name,
        ...(aliases && { aliases }),
        family: 'administrative',
        level: 'state',
        department,
        payer,
        basis: basis.map(basisOf),
        effectiveFrom: from,
        ...(convertedTo && { convertedTo, into }),
        toVerify: `${CHECK}${toVerify}`,
      },
      name,
      [
        ['执行日期', `${name}自${from}起${word}，此后不得再收。`],
        ['依据', basis.join('；')],
        ['核对情况', `${CHECK}${toVerify}`],
      ],
    ),
  ];
}

function notice(
  code: string,
  ordinal: number,
  kind: string,
  at: string,
  title: string,
  fields: Record<string, unknown>,
  name: string,
  sections: [string, ...string[]][],
): NoticeInput {
  return {
    id: `demo-fee-${code}-0${ordinal}`,
    register: 'fees',
    kind,
    title,
    project: { code, name },
    region: '620500',
    unit: { name: OFFICE },
    publishedAt: at,
    body: document(`${title}，按公开的目录和文件整理如下。`, sections, { unit: OFFICE, day: at }).replace(
      /^（[^）]*）/,
      DEMO,
    ),
    fields,
  };
}

/** 《民法典》 is a document; 财税〔2014〕77号 is a number. */
function basisOf(printed: string): Record<string, string> {
  return printed.startsWith('《') || /公告|令/.test(printed) ? { document: printed } : { documentNumber: printed };
}
