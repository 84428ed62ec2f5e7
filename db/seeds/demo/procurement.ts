import { purchase, type Deal } from './procurement-notices.ts';
import { file, inTraditional, MEDIA, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** Demo stories of the procurement register. Amounts in yuan. */
export function procurementStories(on: Calendar): NoticeInput[][] {
  return [
    teaching(on),
    ultrasound(on),
    primarySchool(on),
    cleaning(on),
    eldercare(on),
    hospitalSystem(on),
    vehicles(on),
    library(on),
    streetLamps(on),
    medical(on),
    rehabilitation(on),
  ];
}

function teaching(on: Calendar) {
  const story = purchase({
    slug: 'chuzhong-shebei',
    code: `MJ-CG-${on.year(-25)}-0118`,
    name: '麦积区某初级中学教学设备采购',
    region: '620503',
    medium: MEDIA.procurement,
    buyer: '麦积区某初级中学',
    agency: '天水××招标代理有限公司',
    method: 'tender',
    category: 'goods',
    budget: 1_268_000,
    requirement: '采购理化生实验室成套设备3间、多媒体教学一体机24台，含安装、调试和培训。',
    term: '合同签订后45日内',
  });
  story.call(
    on.published(-25),
    { from: on.published(-25), until: on.published(-18, '17:30'), deadline: on.due(1, '09:30') },
    { attachments: [file('招标文件.pdf', 1_820)] },
  );
  return story.notices;
}

function ultrasound(on: Calendar) {
  const story = purchase({
    slug: 'caichao',
    code: `GG-CG-${on.year(-13)}-0077`,
    name: '甘谷县某乡镇卫生院彩超采购',
    region: '620523',
    buyer: '甘谷县某乡镇卫生院',
    method: 'consultation',
    category: 'goods',
    budget: 960_000,
    requirement: '采购全数字彩色多普勒超声诊断仪1台，含探头3把、工作站及三年质保。',
    term: '合同签订后30日内',
    qualification: '具备医疗器械经营许可或者备案凭证。',
  });
  story.call(on.published(-13), {
    from: on.published(-13),
    until: on.published(-6, '17:30'),
    deadline: on.due(2, '09:00'),
  });
  return story.notices;
}

/** 更正: the deadline moves, and the difference is shown. */
function primarySchool(on: Calendar) {
  const story = purchase({
    slug: 'xiaoxue-shebei',
    code: `TS-CG-${on.year(-19)}-0342`,
    name: '天水市某小学教学设备采购',
    region: '620502',
    medium: MEDIA.procurement,
    buyer: '天水市某小学',
    agency: '甘肃××招标代理有限公司',
    method: 'tender',
    category: 'goods',
    budget: 2_350_000,
    requirement: '采购智慧黑板46套、录播教室设备1套、学生课桌椅1,200套，含安装和旧设备拆除。',
    term: '合同签订后60日内',
  });
  const before = on.due(4, '09:30');
  const after = on.due(22, '09:30');
  const call = story.call(on.published(-19), {
    from: on.published(-19),
    until: on.published(-12, '17:30'),
    deadline: before,
  });
  story.correct(
    on.ago(60),
    call,
    on.published(-19).slice(0, 10),
    '智慧黑板的技术参数有误，可能影响响应文件编制，相应顺延截止时间。',
    [
      { item: '提交投标文件截止时间及开标时间', before, after },
      { item: '智慧黑板触控点数', before: '不少于40点', after: '不少于20点' },
    ],
    { bidDeadline: after, openingAt: after },
  );
  return story.notices;
}

/** Intention, call, result, contract. */
function cleaning(on: Calendar) {
  const story = purchase({
    slug: 'yiyuan-baojie',
    code: `TS-CG-${on.year(-58)}-0296`,
    name: '天水市某医院后勤保洁服务',
    region: '620502',
    medium: MEDIA.procurement,
    buyer: '天水市某医院',
    agency: '天水××招标代理有限公司',
    method: 'tender',
    category: 'services',
    budget: 820_000,
    requirement: '门诊楼、住院楼及院区公共区域保洁、被服收送、医疗废物院内收集转运，服务面积约3.1万平方米。',
    term: '自合同签订之日起12个月',
  });
  const deal: Deal = {
    supplier: '天水某物业服务有限公司',
    price: 798_000,
    item: '后勤保洁服务',
    what: '院区保洁、被服收送、医疗废物院内收集转运',
  };
  story.intention(on.published(-95), on.month(-58));
  story.call(on.published(-58), {
    from: on.published(-58),
    until: on.published(-51, '17:30'),
    deadline: on.published(-36, '10:00'),
  });
  story.award(on.published(-32, '16:00'), on.day(-33), [deal]);
  story.contract(on.published(-3, '16:10'), on.published(-5).slice(0, 10), `TS-CGHT-${on.year(-5)}-096`, deal);
  return story.notices;
}

/** To the end: acceptance with the opinion of those served. */
function eldercare(on: Calendar) {
  const story = purchase({
    slug: 'jujia-yanglao',
    code: `QZ-CG-${on.year(-330)}-0021`,
    name: '秦州区某街道社区居家养老服务',
    region: '620502',
    buyer: '秦州区某街道办事处',
    agency: '天水××招标代理有限公司',
    method: 'consultation',
    category: 'services',
    budget: 460_000,
    requirement: '为辖区约320名老年人提供助餐、助洁、助医和探访服务。',
    term: '12个月',
  });
  const deal: Deal = {
    supplier: '天水某养老服务有限公司',
    price: 448_500,
    item: '社区居家养老服务',
    what: '助餐、助洁、助医、探访',
    quantity: '约320人',
  };
  const number = `QZ-CGHT-${on.year(-300)}-011`;
  story.intention(on.published(-365), on.month(-330));
  story.call(on.published(-330), {
    from: on.published(-330),
    until: on.published(-323, '17:30'),
    deadline: on.published(-316, '09:30'),
  });
  story.award(on.published(-312, '15:00'), on.day(-313), [deal]);
  story.contract(on.published(-299), on.day(-301), number, deal);
  story.acceptance(
    on.published(-8, '11:20'),
    on.day(-10),
    number,
    deal,
    '随机回访60名服务对象，满意57名，基本满意3名；建议增加周末助餐次数。',
  );
  return story.notices;
}

function hospitalSystem(on: Calendar) {
  const story = purchase({
    slug: 'danyilaiyuan',
    code: `TS-CG-${on.year(-3)}-0388`,
    name: '天水市某中心专用监测系统运行维护',
    region: '620502',
    buyer: '天水市某监测中心',
    method: 'negotiation',
    category: 'services',
    budget: 635_000,
    requirement: '在用专用监测系统的软件升级、数据接口维护和现场巡检。',
    term: '自合同签订之日起12个月',
  });
  story.singleSource(
    on.published(-3, '10:40'),
    '兰州某测控技术有限公司',
    '现有系统的源代码和通信协议由原开发单位持有，更换供应商将导致已建14个站点数据无法接入，符合《政府采购法》第三十一条第（一）项情形；已组织专业人员论证。',
    on.day(-3),
    on.due(4).slice(0, 10),
    [file('专业人员论证意见.pdf', 420)],
  );
  return story.notices;
}

/** 废标, then bought in the second round. */
function vehicles(on: Calendar) {
  const story = purchase({
    slug: 'gongwuzuche',
    code: `WS-CG-${on.year(-88)}-0033`,
    name: '武山县某单位公务用车租赁服务',
    region: '620524',
    medium: MEDIA.procurement,
    buyer: '武山县某机关服务中心',
    method: 'inquiry',
    category: 'services',
    budget: 380_000,
    requirement: '提供应急和日常公务用车租赁，含驾驶员、保险和维修。',
    term: '12个月',
  });
  const deal: Deal = {
    supplier: '武山某汽车租赁有限公司',
    price: 372_600,
    item: '公务用车租赁服务',
    what: '7座以下乘用车6辆，含驾驶员',
  };
  story.call(on.published(-88), {
    from: on.published(-88),
    until: on.published(-83, '17:30'),
    deadline: on.published(-80, '15:00'),
  });
  story.failure(on.published(-76, '10:00'), '提交响应文件的供应商不足三家。', '采购人将修改采购需求后重新组织采购。');
  story.call(
    on.published(-60),
    { from: on.published(-60), until: on.published(-55, '17:30'), deadline: on.published(-51, '15:00') },
    { round: '第二次' },
  );
  // Its contract was never published: what is owed and absent has one line in the demo world.
  story.award(on.published(-47, '16:30'), on.day(-48), [deal]);
  return story.notices;
}

/** Published in traditional characters. */
function library(on: Calendar) {
  const story = purchase({
    slug: 'guji',
    code: `TS-CG-${on.year(-41)}-0317`,
    name: '天水市某图书馆古籍修复设备采购',
    region: '620502',
    medium: MEDIA.procurement,
    buyer: '天水市某图书馆',
    agency: '甘肃××招标代理有限公司',
    method: 'negotiation',
    category: 'goods',
    budget: 546_000,
    requirement: '采购古籍修复工作台、纸浆补书机、恒湿储藏柜等设备一批。',
    term: '合同签订后40日内',
  });
  const deal: Deal = {
    supplier: '兰州某文博设备有限公司',
    price: 531_200,
    item: '古籍修复设备',
    what: '修复工作台4张、纸浆补书机1台、恒湿储藏柜6组',
    quantity: '1批',
  };
  story.call(on.published(-41), {
    from: on.published(-41),
    until: on.published(-35, '17:30'),
    deadline: on.published(-31, '09:30'),
  });
  story.award(on.published(-27, '11:00'), on.day(-28), [deal]);
  story.contract(on.published(-10), on.published(-12).slice(0, 10), `TS-CGHT-${on.year(-12)}-088`, deal);
  return inTraditional(story.notices);
}

function streetLamps(on: Calendar) {
  const story = purchase({
    slug: 'ludeng-yixiang',
    code: `QA-CG-${on.year(-2)}-YX09`,
    name: '秦安县某镇太阳能路灯采购',
    region: '620522',
    buyer: '秦安县某镇人民政府',
    method: 'tender',
    category: 'goods',
    budget: 690_000,
    requirement: '采购并安装太阳能路灯230盏，灯杆高度6米，质保五年。',
    term: '合同签订后60日内',
  });
  story.intention(on.published(-2, '14:30'), on.month(45));
  return story.notices;
}

/** Packages: two bought, one without enough suppliers. */
function medical(on: Calendar) {
  const story = purchase({
    slug: 'yiliao-fenbao',
    code: `ZJC-CG-${on.year(-55)}-0046`,
    name: '张家川县某医院医疗设备采购',
    region: '620525',
    medium: MEDIA.procurement,
    buyer: '张家川回族自治县某医院',
    agency: '天水××招标代理有限公司',
    method: 'tender',
    category: 'goods',
    budget: 5_480_000,
    requirement: '分三包采购检验、影像和康复设备，含安装、培训和质保。',
    term: '合同签订后60日内',
    qualification: '具备医疗器械经营许可或者备案凭证。',
    packages: [
      { section: '第1包', name: '全自动生化分析仪', budget: 1_380_000 },
      { section: '第2包', name: '数字化X射线摄影系统', budget: 3_200_000 },
      { section: '第3包', name: '康复训练设备', budget: 900_000 },
    ],
  });
  const analyser: Deal = {
    section: '第1包',
    supplier: '甘肃某医疗器械有限公司',
    price: 1_352_000,
    item: '全自动生化分析仪',
    what: '测试速度不低于1600测试/小时',
    quantity: '1台',
  };
  const xray: Deal = {
    section: '第2包',
    supplier: '西安某医疗科技有限公司',
    price: 3_126_000,
    item: '数字化X射线摄影系统',
    what: '悬吊式双平板',
    quantity: '1套',
  };
  story.call(on.published(-55), {
    from: on.published(-55),
    until: on.published(-48, '17:30'),
    deadline: on.published(-33, '09:00'),
  });
  story.award(
    on.published(-29, '17:00'),
    on.day(-30),
    [analyser, xray],
    [{ section: '第3包', reason: '实质性响应的供应商不足三家' }],
  );
  story.contract(on.published(-13, '15:20'), on.published(-14).slice(0, 10), `ZJC-CGHT-${on.year(-14)}-031`, analyser);
  story.contract(on.published(-13, '15:40'), on.published(-14).slice(0, 10), `ZJC-CGHT-${on.year(-14)}-032`, xray);
  return story.notices;
}

/** The package that failed, bought anew as a project of its own that points to the first. */
function rehabilitation(on: Calendar) {
  const story = purchase({
    slug: 'kangfu-shebei',
    code: `ZJC-CG-${on.year(-9)}-0061`,
    name: '张家川县某医院康复训练设备采购',
    region: '620525',
    medium: MEDIA.procurement,
    buyer: '张家川回族自治县某医院',
    agency: '天水××招标代理有限公司',
    method: 'consultation',
    category: 'goods',
    budget: 900_000,
    requirement: '采购上下肢康复训练设备，含安装、培训和质保。',
    term: '合同签订后60日内',
    qualification: '具备医疗器械经营许可或者备案凭证。',
  });
  story.call(
    on.published(-9),
    { from: on.published(-9), until: on.due(-3, '17:30'), deadline: on.due(6, '09:00') },
    { related: [{ relationship: 'unsuccessfulProcess', code: `ZJC-CG-${on.year(-55)}-0046` }] },
  );
  return story.notices;
}
