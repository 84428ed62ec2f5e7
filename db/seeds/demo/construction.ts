import { oversee } from './oversight.ts';
import { works } from './construction-notices.ts';
import { document, file, inTraditional, MEDIA, yuan, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** A code of no project: digits that would tell one are ×. */
export const CLINIC_PROJECT = '××××-620503-84-01-××××11';

/** Demo stories of the construction register. Amounts in yuan. */
export function constructionStories(on: Calendar): NoticeInput[][] {
  return [
    lakeside(on),
    sewers(on),
    villageRoad(on),
    reservoir(on),
    school(on),
    treatment(on),
    clinic(on),
    farmland(on),
    workshops(on),
    museum(on),
  ];
}

/** 湖滨路改造: the whole life, with a withdrawn call, a clarification, two sections and a corrected result. */
function lakeside(on: Calendar) {
  const story = works({
    slug: 'hubinlu',
    code: `TS-GC-${on.year(-77)}-0187`,
    name: '湖滨路改造工程施工',
    region: '620502',
    medium: MEDIA.construction,
    tenderer: '天水市××建设管理中心',
    agency: '甘肃××招标代理有限公司',
    supervisor: '天水市住房和城乡建设局',
    funding: '市级财政资金',
    category: 'construction',
    content: '湖滨路（××桥至××路）道路、排水、照明及绿化改造。',
    scale: '道路全长约2.36千米，红线宽30米，新建雨污水管道4.1千米。',
    ceiling: 33_000_000,
    duration: '240日历天',
    sections: [
      { section: '标段1', name: '道路、排水工程', ceiling: 25_500_000, duration: '240日历天' },
      { section: '标段2', name: '道路照明、绿化工程', ceiling: 7_500_000, duration: '150日历天' },
    ],
    qualification:
      '标段1具备市政公用工程施工总承包二级及以上资质，标段2具备城市及道路照明工程专业承包资质；项目负责人具备相应专业注册建造师资格。',
  });
  const dates = {
    from: on.published(-76, '09:00'),
    until: on.published(-70, '17:30'),
    deadline: on.published(-55, '10:00'),
  };
  const first = story.tender(on.published(-80, '09:00'), dates);
  story.withdraw(
    on.published(-80, '16:20'),
    first,
    '招标公告发布后发现附件缺少工程量清单，潜在投标人无法据以编制投标报价。',
    '补齐附件后重新发布招标公告，各项时间以重新发布的公告为准；已下载招标文件的潜在投标人请重新下载。',
  );
  const call = story.tender(on.published(-76, '09:00'), dates, { attachments: [file('招标文件.pdf', 4_915)] });
  const opened = on.published(-46, '10:00');
  story.clarify(
    on.published(-60, '16:50'),
    call,
    '第1号',
    '补充工程量清单中照明工程部分，相应顺延投标截止时间。',
    [
      { item: '投标截止及开标时间', before: dates.deadline, after: opened },
      { item: '标段2工程量清单', before: '未列灯杆基础', after: '增列灯杆基础86座，见附件' },
    ],
    { bidDeadline: opened, openingAt: opened },
    [file('澄清文件第1号及工程量清单.xlsx', 612)],
  );

  const main = {
    section: '标段1',
    name: '天水××建设有限公司',
    price: 24_860_000,
    duration: '240日历天',
    leader: ['赵某某', '一级建造师', '甘1622019××××03'] as [string, string, string],
  };
  const lights = {
    section: '标段2',
    name: '甘肃××园林工程有限公司',
    price: 7_285_000,
    duration: '150日历天',
    leader: ['钱某某', '二级建造师', '甘1622020××××71'] as [string, string, string],
  };
  story.opening(opened.replace('10:00', '11:30'), opened, [
    main,
    lights,
    { section: '标段1', name: '天水××市政工程有限公司', price: 25_118_000 },
    { section: '标段2', name: '天水××市政工程有限公司', price: 7_391_600 },
    { section: '标段1', name: '甘肃××建设集团有限公司', price: 25_240_500 },
    { section: '标段1', name: '陕西××路桥有限公司', price: 25_366_000 },
    { section: '标段2', name: '天水××照明工程有限公司', price: 7_402_000 },
    { section: '标段1', name: '甘肃××建筑安装有限公司', price: 25_431_200 },
    { section: '标段2', name: '甘肃××建筑安装有限公司', price: 7_455_000 },
  ]);
  story.candidates(
    on.published(-40, '17:20'),
    on.day(-40),
    on.day(-35),
    [
      { ...main, rank: 1, score: 91.4 },
      { section: '标段1', name: '天水××市政工程有限公司', price: 25_118_000, rank: 2, score: 88.2 },
      { section: '标段1', name: '甘肃××建设集团有限公司', price: 25_240_500, rank: 3, score: 86.9 },
      { ...lights, rank: 1, score: 90.7 },
      { section: '标段2', name: '天水××市政工程有限公司', price: 7_391_600, rank: 2, score: 89.1 },
      { section: '标段2', name: '天水××照明工程有限公司', price: 7_402_000, rank: 3, score: 87.5 },
    ],
    [file('评标情况说明.pdf', 1_229)],
  );
  const wrong = {
    ...lights,
    price: 7_258_000,
    duration: '180日历天',
    leader: ['钱某某', '二级建造师', '甘1622020××××17'] as [string, string, string],
  };
  const result = story.award(on.published(-33, '10:15'), on.day(-34), [main, wrong]);
  story.award(on.published(-31, '15:40'), on.day(-34), [main, lights], {
    amends: result,
    reason: '经核对评标报告，标段2的中标价、工期和项目负责人证书编号录入有误。',
    title: '湖滨路改造工程施工中标结果公示（更正）',
    opening: '湖滨路改造工程施工中标结果公示发布后，经核对评标报告，标段2部分内容录入有误，现更正并重新公示。',
    attachments: [file('中标结果公示（更正）.pdf', 284)],
  });
  story.letter(on.published(-28, '09:02'), [main, lights]);
  return story.notices;
}

function sewers(on: Calendar) {
  const story = works({
    slug: 'yuwufenliu',
    code: `QZ-GC-${on.year(-24)}-0063`,
    name: '秦州区××路雨污分流改造工程施工',
    region: '620502',
    tenderer: '秦州区某市政设施维护中心',
    supervisor: '秦州区住房和城乡建设局',
    funding: '区级财政资金及上级补助',
    category: 'construction',
    content: '××路雨水、污水管道分流改造及路面恢复。',
    scale: '新建污水管道1.8千米、雨水管道1.6千米，恢复路面9,600平方米。',
    ceiling: 4_824_000,
    duration: '120日历天',
    qualification: '具备市政公用工程施工总承包三级及以上资质，项目负责人具备市政公用工程专业二级及以上注册建造师资格。',
  });
  story.tender(
    on.published(-24, '08:50'),
    { from: on.published(-24, '09:00'), until: on.published(-17, '17:30'), deadline: on.due(1, '10:00') },
    { attachments: [file('招标文件.pdf', 2_150), file('工程量清单.xlsx', 340)] },
  );
  return story.notices;
}

function villageRoad(on: Calendar) {
  const story = works({
    slug: 'nongcungonglu',
    code: `ZJC-GC-${on.year(-38)}-0029`,
    name: '张家川县某段农村道路养护工程',
    region: '620525',
    medium: MEDIA.construction,
    tenderer: '张家川回族自治县某公路养护站',
    agency: '天水××工程咨询有限公司',
    supervisor: '张家川回族自治县交通运输局',
    funding: '车购税补助及县级配套',
    category: 'construction',
    content: '某乡至某村道路路面修复及排水边沟整治。',
    scale: '养护里程11.4千米。',
    ceiling: 3_268_000,
    duration: '90日历天',
    qualification: '具备公路养护作业单位相应资质，近三年无不良行为记录。',
  });
  const winner = {
    name: '天水××路桥工程有限公司',
    price: 3_214_500,
    leader: ['周某某', '二级建造师', '甘2622021××××45'] as [string, string, string],
  };
  const opened = on.published(-12, '09:30');
  story.tender(on.published(-38), { from: on.published(-38), until: on.published(-31, '17:30'), deadline: opened });
  story.opening(opened.replace('09:30', '11:00'), opened, [
    winner,
    { name: '陕西××路桥有限公司', price: 3_229_000 },
    { name: '甘肃××公路工程有限公司', price: 3_241_800 },
  ]);
  story.candidates(on.published(-9, '16:00'), on.day(-9), on.day(-5), [
    { ...winner, rank: 1 },
    { name: '陕西××路桥有限公司', price: 3_229_000, rank: 2 },
    { name: '甘肃××公路工程有限公司', price: 3_241_800, rank: 3 },
  ]);
  story.award(on.ago(35), on.day(-2), [winner]);
  return story.notices;
}

function reservoir(on: Calendar) {
  const story = works({
    slug: 'shuiku-jianli',
    code: `QA-GC-${on.year(0)}-0041`,
    name: '秦安县××水库除险加固工程监理',
    region: '620522',
    tenderer: '秦安县某水库管理所',
    supervisor: '秦安县水务局',
    funding: '中央水利发展资金',
    category: 'supervision',
    content: '××水库大坝、溢洪道、输水洞除险加固施工及保修阶段监理。',
    scale: '小（1）型水库，总库容约186万立方米。',
    ceiling: 1_120_000,
    duration: '18个月',
    qualification: '具备水利工程施工监理丙级及以上资质，总监理工程师具备水利工程监理工程师资格。',
  });
  story.tender(on.ago(95), { from: on.ago(95), until: on.due(6, '17:30'), deadline: on.due(22, '09:30') });
  return story.notices;
}

/** 公示中: the candidates stand for objection until the day after tomorrow. */
function school(on: Calendar) {
  const story = works({
    slug: 'ganguxian-jiaoxuelou',
    code: `GG-GC-${on.year(-37)}-0052`,
    name: '甘谷县某中学教学楼建设工程施工',
    region: '620523',
    medium: MEDIA.construction,
    tenderer: '甘谷县某中学',
    agency: '甘肃××招标代理有限公司',
    supervisor: '甘谷县住房和城乡建设局',
    funding: '教育专项资金及县级配套',
    category: 'construction',
    content: '新建教学楼一栋及室外配套。',
    scale: '建筑面积6,820平方米，地上五层，框架结构。',
    ceiling: 18_960_000,
    duration: '365日历天',
    qualification: '具备建筑工程施工总承包二级及以上资质，项目负责人具备建筑工程专业一级注册建造师资格。',
  });
  const opened = on.published(-7, '10:00');
  const winner = {
    name: '甘肃××建筑安装有限公司',
    price: 18_417_300,
    leader: ['吴某某', '一级建造师', '甘1622018××××26'] as [string, string, string],
  };
  story.plan(on.published(-70), on.month(-37), 19_500_000);
  story.tender(on.published(-37), { from: on.published(-37), until: on.published(-30, '17:30'), deadline: opened });
  story.opening(opened.replace('10:00', '11:40'), opened, [
    winner,
    { name: '天水××建设有限公司', price: 18_566_000 },
    { name: '甘肃××建设集团有限公司', price: 18_702_400 },
    { name: '天水××建筑工程有限公司', price: 18_955_000, rejected: '未按招标文件要求加盖电子签章' },
  ]);
  story.candidates(on.published(-1, '17:10'), on.day(-1), on.day(2), [
    { ...winner, rank: 1, score: 92.06 },
    { name: '天水××建设有限公司', price: 18_566_000, rank: 2, score: 89.73 },
    { name: '甘肃××建设集团有限公司', price: 18_702_400, rank: 3, score: 88.15 },
  ]);
  return story.notices;
}

/** A tender that failed for want of bidders and is open again. */
function treatment(on: Calendar) {
  const story = works({
    slug: 'wushuizhan',
    code: `QS-GC-${on.year(-52)}-0018`,
    name: '清水县××镇污水处理站工程施工',
    region: '620521',
    medium: MEDIA.construction,
    tenderer: '清水县某水务服务中心',
    agency: '天水××工程咨询有限公司',
    supervisor: '清水县住房和城乡建设局',
    funding: '地方政府专项债券',
    category: 'construction',
    content: '新建污水处理站一座及配套管网。',
    scale: '处理规模800立方米/日，配套管网6.2千米。',
    ceiling: 9_730_000,
    duration: '210日历天',
    qualification: '具备市政公用工程施工总承包三级及以上资质。',
  });
  const opened = on.published(-28, '09:30');
  story.tender(on.published(-52), { from: on.published(-52), until: on.published(-45, '17:30'), deadline: opened });
  story.failure(
    opened.replace('09:30', '15:00'),
    opened.slice(0, 10),
    2,
    '至投标截止时间，递交投标文件的投标人只有2家，不足三家，依照《招标投标法》第二十八条，本次招标失败。',
    '招标人分析原因、调整资格条件后依法重新招标。',
  );
  story.tender(
    on.published(-17),
    { from: on.published(-17), until: on.published(-10, '17:30'), deadline: on.due(5, '09:30') },
    { round: '第二次' },
  );
  return story.notices;
}

/** 履约: contract, change, completion, settlement. */
function clinic(on: Calendar) {
  const story = works({
    slug: 'weishengzhongxin',
    code: `MJ-GC-${on.year(-430)}-0011`,
    investmentCode: CLINIC_PROJECT,
    name: '麦积区某社区卫生服务中心扩建工程施工',
    region: '620503',
    tenderer: '麦积区某社区卫生服务中心',
    supervisor: '麦积区住房和城乡建设局',
    funding: '中央预算内投资及区级配套',
    category: 'construction',
    content: '扩建门诊综合楼及附属用房。',
    scale: '建筑面积2,150平方米，地上三层。',
    ceiling: 6_380_000,
    duration: '270日历天',
    qualification: '具备建筑工程施工总承包三级及以上资质。',
  });
  const opened = on.published(-405, '10:00');
  const winner = {
    name: '天水××建筑工程有限公司',
    price: 6_214_000,
    leader: ['郑某某', '二级建造师', '甘2622017××××08'] as [string, string, string],
  };
  const number = `MJ-HT-${on.year(-375)}-007`;
  story.approval(on.published(-470), '麦积区发展和改革局', '××发改审〔20××〕××号', 6_900_000);
  story.tender(on.published(-430), { from: on.published(-430), until: on.published(-423, '17:30'), deadline: opened });
  story.candidates(on.published(-400, '16:00'), on.day(-400), on.day(-396), [
    { ...winner, rank: 1 },
    { name: '甘肃××建筑安装有限公司', price: 6_268_000, rank: 2 },
    { name: '天水××建设有限公司', price: 6_301_500, rank: 3 },
  ]);
  story.award(on.published(-392), on.day(-394), [winner]);
  story.contract(on.published(-374), on.day(-375), number, winner, '270日历天', {
    startsOn: on.day(-360),
    endsOn: on.day(-90),
  });
  const key = { contractNumber: number, procuringEntity: '麦积区某社区卫生服务中心', supplier: winner.name };
  const sign = (at: string) => ({ unit: key.procuringEntity, day: at });
  const changed = on.published(-150);
  story.publish(
    'contractChange',
    changed,
    `${story.project.name}合同变更`,
    {
      ...key,
      changedOn: on.day(-152),
      contractPrice: yuan(6_398_000),
      changes: [
        { item: '合同价', before: yuan(6_214_000), after: yuan(6_398_000) },
        { item: '工程内容', after: '增加消防水池一座' },
      ],
    },
    document(
      '合同履行中发生变更，现予公开。',
      [
        ['变更原因', '按消防审查意见增加消防水池一座。'],
        ['变更内容', `合同价由${yuan(6_214_000)}变更为${yuan(6_398_000)}，增加额占原合同价的2.96%，工期不变。`],
        ['合同编号', `${number}。承包人：${winner.name}。`],
      ],
      sign(changed),
    ),
    { reason: '按消防审查意见增加消防水池一座。' },
  );
  const completed = on.published(-60);
  story.publish(
    'completion',
    completed,
    `${story.project.name}竣工验收`,
    {
      ...key,
      completedOn: on.day(-75),
      acceptedOn: on.day(-62),
      verdict: '工程质量合格，同意通过竣工验收。',
      actualDuration: '285日历天',
    },
    document(
      '工程已经竣工并通过验收，现予公开。',
      [
        ['验收结论', '工程质量合格，同意通过竣工验收。'],
        ['工期', '合同工期270日历天，实际工期285日历天，因增加消防水池经批准顺延15日历天。'],
        ['承包人', `${winner.name}，合同编号${number}。`],
      ],
      sign(completed),
    ),
  );
  const settled = on.published(-6, '15:30');
  story.publish(
    'settlement',
    settled,
    `${story.project.name}竣工结算`,
    {
      ...key,
      contractPrice: yuan(6_398_000),
      settlementPrice: yuan(6_371_460),
      settledOn: on.day(-9),
      auditor: '甘肃××工程造价咨询有限公司',
    },
    document(
      '工程结算已经审定，现予公开。',
      [
        ['结算价', `审定结算价${yuan(6_371_460)}，合同价（含变更）${yuan(6_398_000)}。`],
        ['审核单位', '甘肃××工程造价咨询有限公司。'],
        ['承包人', `${winner.name}，合同编号${number}。`],
      ],
      sign(settled),
    ),
  );
  return [
    ...story.notices,
    ...oversee(story.project, on, { entity: key.procuringEntity, contract: number, builder: winner.name }),
  ];
}

/** The price is a rate, not a sum. */
function farmland(on: Calendar) {
  const story = works({
    slug: 'gaobiaozhunnongtian',
    code: `WS-GC-${on.year(-95)}-0022`,
    name: '武山县××镇高标准农田建设项目全过程工程咨询',
    region: '620524',
    medium: MEDIA.construction,
    tenderer: '武山县某农田建设服务站',
    agency: '天水××工程咨询有限公司',
    supervisor: '武山县农业农村局',
    funding: '中央及省级农田建设补助资金',
    category: 'consulting',
    content: '高标准农田项目勘察、设计、监理及造价全过程咨询。',
    scale: '建设规模约1.2万亩。',
    duration: '24个月',
    qualification: '具备农林行业设计乙级及以上资质，或者相应的咨询能力证明。',
  });
  const opened = on.published(-70, '10:00');
  const winner = {
    name: '甘肃××工程咨询有限公司',
    price: '费率1.85%',
    leader: ['冯某某', '注册咨询工程师', '甘咨2020××××12'] as [string, string, string],
  };
  story.tender(on.published(-95), { from: on.published(-95), until: on.published(-88, '17:30'), deadline: opened });
  story.opening(opened.replace('10:00', '11:00'), opened, [
    winner,
    { name: '陕西××设计院有限公司', price: '费率1.92%' },
    { name: '天水××勘测设计有限公司', price: '费率1.98%' },
  ]);
  story.candidates(on.published(-66), on.day(-66), on.day(-62), [
    { ...winner, rank: 1 },
    { name: '陕西××设计院有限公司', price: '费率1.92%', rank: 2 },
    { name: '天水××勘测设计有限公司', price: '费率1.98%', rank: 3 },
  ]);
  story.award(on.published(-58), on.day(-60), [winner]);
  story.contract(on.published(-32), on.day(-33), `WS-HT-${on.year(-33)}-014`, winner, '24个月');
  return story.notices;
}

/** Prequalification first, then the call. */
function workshops(on: Calendar) {
  const story = works({
    slug: 'biaozhunchangfang',
    code: `JK-GC-${on.year(-75)}-0009`,
    name: '天水经开区××标准厂房工程总承包',
    region: '620500-jk',
    medium: MEDIA.construction,
    tenderer: '天水经济技术开发区××投资建设中心',
    agency: '甘肃××招标代理有限公司',
    supervisor: '天水市住房和城乡建设局',
    funding: '企业自筹及专项债券',
    category: 'epc',
    content: '标准厂房四栋及室外管网的设计、采购、施工总承包。',
    scale: '总建筑面积42,000平方米。',
    ceiling: 118_600_000,
    duration: '480日历天',
    qualification: '具备建筑工程施工总承包一级及以上资质和建筑行业设计乙级及以上资质。',
  });
  story.prequalification(on.published(-75), {
    from: on.published(-75),
    until: on.published(-68, '17:30'),
    deadline: on.published(-60, '10:00'),
  });
  story.prequalified(on.published(-52), [
    ['甘肃××建设集团有限公司', true],
    ['陕西××建工有限公司', true],
    ['甘肃××建筑安装有限公司', true],
    ['天水××建筑工程有限公司', false, '施工总承包资质等级不符'],
  ]);
  story.tender(on.published(-20), {
    from: on.published(-20),
    until: on.published(-13, '17:30'),
    deadline: on.due(3, '15:00'),
  });
  return story.notices;
}

/** Published in traditional characters; found by either script. */
function museum(on: Calendar) {
  const story = works({
    slug: 'bowuguan',
    code: `TS-GC-${on.year(-48)}-0201`,
    name: '天水市某博物馆展厅修缮工程施工',
    region: '620502',
    medium: MEDIA.construction,
    tenderer: '天水市某博物馆',
    agency: '甘肃××招标代理有限公司',
    supervisor: '天水市住房和城乡建设局',
    funding: '市级财政资金',
    category: 'construction',
    content: '展厅屋面防水、地面、照明及无障碍设施修缮。',
    scale: '修缮面积1,960平方米。',
    ceiling: 2_860_000,
    duration: '100日历天',
    qualification: '具备建筑装修装饰工程专业承包二级及以上资质。',
  });
  const opened = on.published(-20, '09:30');
  const winner = {
    name: '天水××装饰工程有限公司',
    price: 2_798_600,
    leader: ['陈某某', '二级建造师', '甘2622019××××33'] as [string, string, string],
  };
  story.tender(on.published(-48), { from: on.published(-48), until: on.published(-41, '17:30'), deadline: opened });
  story.candidates(on.published(-14), on.day(-14), on.day(-10), [
    { ...winner, rank: 1 },
    { name: '甘肃××装饰有限公司', price: 2_815_000, rank: 2 },
    { name: '陕西××建筑装饰有限公司', price: 2_839_500, rank: 3 },
  ]);
  story.award(on.published(-4, '16:40'), on.day(-6), [winner]);
  return inTraditional(story.notices);
}
