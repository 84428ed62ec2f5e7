import { allocation, closing, sale, type Outcome } from './land-notices.ts';
import { file, MEDIA, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

const CITY_OFFICE = '天水市某自然资源局';

/** Demo stories of the register of land. Areas in square metres, prices in 万元, as notices print them. */
export function landStories(on: Calendar): NoticeInput[][] {
  return [
    east(on),
    silent(on),
    park(on),
    street(on),
    town(on),
    boulevard(on),
    district(on),
    warehouse(on),
    office(on),
    homestead(on),
    schoolGround(on),
  ];
}

const industrial = {
  use: '工业',
  useCode: '0601',
  term: 50,
  plotRatio: '≥1.0',
  density: '≥40',
  green: '≤15',
  height: '≤24',
};
const residential = {
  use: '城镇住宅',
  useCode: '0701',
  term: 70,
  plotRatio: '1.0~2.2',
  density: '≤25',
  green: '≥35',
  height: '≤54',
};
const commercial = {
  use: '零售商业',
  useCode: '0501',
  term: 40,
  plotRatio: '≤2.5',
  density: '≤45',
  green: '≥20',
  height: '≤36',
};

/** 东区地块: on offer, closing this week. */
function east(on: Calendar) {
  const story = sale({
    slug: 'dongqu-31',
    code: `TS-TD-${on.year(-24)}-0031`,
    name: `东区地块${on.year(-24)}-31号国有建设用地使用权`,
    region: '620502',
    medium: MEDIA.land,
    grantor: CITY_OFFICE,
    method: 'listing',
    parcel: {
      number: `${on.year(-24)}-31号`,
      location: '秦州区东区××路北侧',
      area: 26_680,
      ...residential,
      perMu: 120,
      deposit: 1_440,
    },
  });
  const [before, after] = [on.due(1, '10:00'), on.due(5, '10:00')];
  const grant = story.grant(
    on.published(-31),
    { from: on.published(-31), listingFrom: on.published(-9), sale: before },
    { attachments: [file('出让文件.pdf', 3_412), file('宗地图.jpg', 860)] },
  );
  story.postpone(
    on.published(-6, '15:30'),
    grant,
    closing(before),
    { until: closing(after), sale: after },
    '应部分竞买人要求，延长现场踏勘时间。',
  );
  return story.notices;
}

/** The listing is over for weeks and nobody published how it went: what the law wanted by now is absent. */
function silent(on: Calendar) {
  const story = sale({
    slug: 'qinan-19',
    code: `QA-TD-${on.year(-75)}-0019`,
    name: `秦安县××镇${on.year(-75)}-19号国有建设用地使用权`,
    region: '620522',
    grantor: CITY_OFFICE,
    method: 'listing',
    parcel: {
      number: `${on.year(-75)}-19号`,
      location: '秦安县××镇',
      area: 12_006,
      ...industrial,
      perMu: 16.8,
      deposit: 200,
    },
  });
  story.grant(on.published(-75), {
    from: on.published(-75),
    listingFrom: on.published(-52),
    sale: on.published(-40, '10:00'),
  });
  return story.notices;
}

function park(on: Calendar) {
  const story = sale({
    slug: 'gongyeyuan-30',
    code: `MJ-TD-${on.year(-14)}-0030`,
    name: `工业园${on.year(-14)}-30号国有建设用地使用权`,
    region: '620503',
    grantor: '麦积区某自然资源分局',
    method: 'listing',
    parcel: {
      number: `${on.year(-14)}-30号`,
      location: '麦积区××工业园',
      area: 13_337,
      ...industrial,
      perMu: 24,
      deposit: 240,
    },
  });
  story.grant(
    on.published(-14, '10:20'),
    { from: on.published(-14), listingFrom: on.due(7, '09:00'), sale: on.due(17, '10:00') },
    { attachments: [file('出让文件.pdf', 2_987)] },
  );
  return story.notices;
}

function street(on: Calendar) {
  const story = sale({
    slug: 'shangye-29',
    code: `TS-TD-${on.year(-9)}-0029`,
    name: `××路东侧${on.year(-9)}-29号国有建设用地使用权`,
    region: '620502',
    medium: MEDIA.land,
    grantor: CITY_OFFICE,
    method: 'auction',
    parcel: {
      number: `${on.year(-9)}-29号`,
      location: '秦州区××路东侧',
      area: 8_421,
      ...commercial,
      perMu: 186,
      deposit: 705,
    },
  });
  story.grant(on.published(-9, '09:30'), {
    from: on.published(-9),
    until: on.due(18, '17:00'),
    listingFrom: on.due(21),
    sale: on.due(23, '10:00'),
  });
  return story.notices;
}

/** Withdrawn: the planning conditions were wrong. */
function town(on: Calendar) {
  const story = sale({
    slug: 'gangu-28',
    code: `GG-TD-${on.year(-20)}-0028`,
    name: `甘谷县××镇${on.year(-20)}-28号国有建设用地使用权`,
    region: '620523',
    grantor: '甘谷县某自然资源局',
    method: 'listing',
    parcel: {
      number: `${on.year(-20)}-28号`,
      location: '甘谷县××镇',
      area: 20_010,
      ...industrial,
      perMu: 19.6,
      deposit: 300,
    },
  });
  const grant = story.grant(on.published(-20), {
    from: on.published(-20),
    listingFrom: on.due(2),
    sale: on.due(12, '10:00'),
  });
  story.withdraw(
    on.published(-12, '11:40'),
    grant,
    '出让公告所载容积率与批准的控制性详细规划不一致。',
    '核定规划条件后重新公告。',
  );
  return story.notices;
}

/** 24万元/亩 over 20.01亩, dealt at the starting price, contracted and handed over. */
function boulevard(on: Calendar) {
  const story = sale({
    slug: 'dadao-27',
    code: `MJ-TD-${on.year(-95)}-0027`,
    name: `××大道南侧${on.year(-95)}-27号国有建设用地使用权`,
    region: '620503',
    medium: MEDIA.land,
    grantor: CITY_OFFICE,
    method: 'listing',
    parcel: {
      number: `${on.year(-95)}-27号`,
      location: '麦积区××大道南侧',
      area: 13_340,
      ...industrial,
      perMu: 24,
      deposit: 240,
    },
  });
  const outcome: Outcome = { price: 480.24, transferee: '甘肃某制造有限公司' };
  const number = `TS-TDHT-${on.year(-50)}-027`;
  story.grant(on.published(-95), {
    from: on.published(-95),
    listingFrom: on.published(-74),
    sale: on.published(-62, '10:00'),
  });
  story.deal(on.published(-60, '16:00'), on.published(-62).slice(0, 10), outcome);
  story.contract(on.published(-48, '15:00'), on.published(-50).slice(0, 10), number, outcome, {
    deliver: on.day(-10),
    commence: on.day(170),
    complete: on.day(900),
  });
  story.delivery(on.published(-11, '10:30'), on.published(-13).slice(0, 10), number, outcome);
  return story.notices;
}

/** Sold above the starting price, in publicity. */
function district(on: Calendar) {
  const story = sale({
    slug: 'pianqu-26',
    code: `TS-TD-${on.year(-52)}-0026`,
    name: `××片区${on.year(-52)}-26号国有建设用地使用权`,
    region: '620502',
    medium: MEDIA.land,
    grantor: CITY_OFFICE,
    method: 'auction',
    parcel: {
      number: `${on.year(-52)}-26号`,
      location: '秦州区××片区',
      area: 33_350,
      ...residential,
      perMu: 135,
      deposit: 2_030,
    },
  });
  story.grant(on.published(-52), {
    from: on.published(-52),
    until: on.published(-18, '17:00'),
    listingFrom: on.published(-18),
    sale: on.published(-15, '10:00'),
  });
  story.deal(on.published(-12, '15:20'), on.published(-15).slice(0, 10), {
    price: 8_103.24,
    transferee: '天水××置业有限公司',
  });
  return story.notices;
}

function warehouse(on: Calendar) {
  const story = sale({
    slug: 'cangchu-25',
    code: `WS-TD-${on.year(-400)}-0025`,
    name: `武山县××镇${on.year(-400)}-25号国有建设用地使用权`,
    region: '620524',
    grantor: '武山县某自然资源局',
    method: 'listing',
    parcel: {
      number: `${on.year(-400)}-25号`,
      location: '武山县××镇',
      area: 16_675,
      ...industrial,
      use: '仓储',
      useCode: '0604',
      perMu: 18,
      deposit: 225,
    },
  });
  const outcome: Outcome = { price: 472.69, transferee: '武山××物流有限公司' };
  const number = `WS-TDHT-${on.year(-350)}-025`;
  story.grant(on.published(-400), {
    from: on.published(-400),
    listingFrom: on.published(-379),
    sale: on.published(-366, '10:00'),
  });
  story.deal(on.published(-363, '16:00'), on.published(-366).slice(0, 10), outcome);
  story.contract(on.published(-348), on.published(-350).slice(0, 10), number, outcome, {
    deliver: on.day(-300),
    commence: on.day(-120),
    complete: on.day(600),
  });
  story.delivery(on.published(-301), on.published(-303).slice(0, 10), number, outcome);
  story.commencement(on.published(-128, '11:00'), on.published(-130).slice(0, 10), number, outcome);
  return story.notices;
}

/** Nobody applied. */
function office(on: Calendar) {
  const story = sale({
    slug: 'shangwu-24',
    code: `QA-TD-${on.year(-85)}-0024`,
    name: `秦安县××路西侧${on.year(-85)}-24号国有建设用地使用权`,
    region: '620522',
    grantor: '秦安县某自然资源局',
    method: 'listing',
    parcel: {
      number: `${on.year(-85)}-24号`,
      location: '秦安县××路西侧',
      area: 6_670,
      ...commercial,
      use: '商务金融',
      useCode: '0505',
      perMu: 98,
      deposit: 490,
    },
  });
  story.grant(on.published(-85), {
    from: on.published(-85),
    listingFrom: on.published(-63),
    sale: on.published(-50, '10:00'),
  });
  story.failure(on.published(-48, '17:00'), on.published(-50).slice(0, 10), '至报名截止时间无人报名。');
  return story.notices;
}

/** A natural person buys a small parcel: the name is masked everywhere. */
function homestead(on: Calendar) {
  const story = sale({
    slug: 'qingshui-22',
    code: `QS-TD-${on.year(-66)}-0022`,
    name: `清水县××镇${on.year(-66)}-22号国有建设用地使用权`,
    region: '620521',
    grantor: '清水县某自然资源局',
    method: 'listing',
    parcel: {
      number: `${on.year(-66)}-22号`,
      location: '清水县××镇××村',
      area: 667,
      ...commercial,
      use: '餐饮',
      useCode: '0503',
      perMu: 60,
      deposit: 15,
    },
  });
  story.grant(on.published(-66), {
    from: on.published(-66),
    listingFrom: on.published(-44),
    sale: on.published(-31, '10:00'),
  });
  story.deal(on.published(-28, '16:40'), on.published(-31).slice(0, 10), {
    price: 63.03,
    transferee: { name: '甲丙丁', person: true },
  });
  return story.notices;
}

function schoolGround(on: Calendar) {
  const story = allocation({
    slug: 'huabo-h12',
    code: `QZ-TD-${on.year(-4)}-H012`,
    name: '秦州区某小学新校区用地',
    region: '620502',
    grantor: CITY_OFFICE,
    user: '秦州区某小学',
    parcel: { number: `${on.year(-4)}-H12号`, location: '秦州区××街道', area: 21_344, use: '教育', useCode: '0803' },
  });
  story.publicity(on.published(-4, '10:10'), on.published(-4).slice(0, 10), on.day(7), {
    attachments: [file('宗地图.jpg', 744)],
  });
  return story.notices;
}
