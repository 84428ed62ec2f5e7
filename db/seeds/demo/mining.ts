import {
  document,
  file,
  MEDIA,
  printed,
  storyOf,
  table,
  wan,
  type Calendar,
  type Files,
  type Project,
} from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

const GRANTOR = '甘肃某自然资源厅';
const CITY_OFFICE = '天水市某自然资源局';
const PLATFORM = '某公共资源交易中心（演示）';

/** Demo stories of the register of mining. Areas in square kilometres, prices in 万元, as notices print them. */
export function miningStories(on: Calendar): NoticeInput[][] {
  return [gold(on), stone(on), limestone(on), brick(on), copper(on)];
}

interface Right extends Omit<Project, 'register' | 'unit'> {
  grantor: string;
  right: 'explorationRight' | 'extractionRight';
  mineral: string;
  location: string;
  area: number;
  term: number;
  /** 万元. */
  start: number;
  deposit: number;
  /** Percent. */
  royalty: number;
  elevation?: string;
  reserves: string;
}

/** Tells the story of one right; the body is made from the fields. */
function grantOf(facts: Right) {
  const story = storyOf({ ...facts, register: 'mining', unit: facts.grantor });
  const { grantor, mineral } = facts;
  const kind = facts.right === 'explorationRight' ? '探矿权' : '采矿权';
  const identity = {
    name: facts.name,
    right: facts.right,
    mineral,
    location: facts.location,
    area: facts.area,
    ...(facts.elevation && { elevation: facts.elevation }),
  };
  const basics = () =>
    table(
      ['矿种', '地理位置', '面积（平方公里）', '资源储量或勘查程度', '年限'],
      [[mineral, facts.location, facts.area.toFixed(6), facts.reserves, `${facts.term}年`]],
    );
  const sign = (at: string) => ({ unit: grantor, day: at });
  const contacts = `出让人：${grantor}。联系电话：0938-×××××××。`;
  const dealt = (price: number, transferee: string) => ({
    ...identity,
    term: facts.term,
    startingPrice: wan(facts.start * 1e4),
    dealPrice: wan(price * 1e4),
    royaltyRate: facts.royalty,
    transferee,
  });

  return {
    ...story,
    grant: (
      at: string,
      dates: { from: string; until: string; listingFrom: string; sale: string },
      attachments: Files = [],
    ) =>
      story.publish(
        'grant',
        at,
        `${facts.name}挂牌出让公告`,
        {
          grantor,
          platform: PLATFORM,
          method: 'listing',
          rights: [
            {
              ...identity,
              corners: '拐点坐标见附件（2000国家大地坐标系）',
              reserves: facts.reserves,
              term: facts.term,
              restoration: '按批准的生态修复方案边开采、边治理',
              deposit: wan(facts.deposit * 1e4),
              startingPrice: wan(facts.start * 1e4),
              increment: '1万元',
              royaltyRate: facts.royalty,
            },
          ],
          bidderConditions: '在中华人民共和国境内登记的营利法人，未被列入严重违法失信名单。',
          documentsFrom: dates.from,
          documentsHow: '登录交易平台免费下载',
          applicationFrom: dates.from,
          applicationDeadline: dates.until,
          depositDeadline: dates.until,
          listingFrom: dates.listingFrom,
          listingUntil: dates.sale,
          salePlace: PLACE,
          awardRule: '价高者得',
          riskNotice: RISK,
          objectionChannel: '公告期内向出让人书面提出',
          contact: contacts,
        },
        document(
          `现以挂牌方式出让${facts.name}。`,
          [
            ['基本情况', basics(), ...(facts.elevation ? [`开采标高：${facts.elevation}。`] : [])],
            [
              '起始价和收益率',
              `起始价${wan(facts.start * 1e4)}，竞买保证金${wan(facts.deposit * 1e4)}，增价幅度1万元。矿业权出让收益率${facts.royalty}%，在开采期间按销售收入逐年征收。`,
            ],
            [
              '报名和挂牌',
              `报名时间${printed(dates.from)}至${printed(dates.until)}；挂牌时间${printed(dates.listingFrom)}至${printed(dates.sale)}，地点：${PLACE}。`,
            ],
            ['确定竞得人的办法', '价高者得；只有一人报价且不低于底价的，也成交。'],
            ['风险提示', RISK],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { attachments },
      ),

    deal: (at: string, from: string, until: string, price: number, transferee: string) =>
      story.publish(
        'deal',
        at,
        `${facts.name}出让结果公示`,
        {
          grantor,
          method: 'listing',
          rights: [dealt(price, transferee)],
          dealtOn: from,
          dealPlace: PLACE,
          paymentTerms: '成交价在签订出让合同后三十日内一次缴清（演示）',
          registrationLimit: '签订出让合同后三十日内（演示）',
          publicityFrom: from,
          publicityUntil: until,
          objectionChannel: '公示期内向出让人书面提出',
        },
        document(
          `${facts.name}挂牌出让已经成交，现将结果公示如下。`,
          [
            ['基本情况', basics()],
            [
              '结果',
              table(
                ['起始价', '成交价', '出让收益率', '竞得人'],
                [[wan(facts.start * 1e4), wan(price * 1e4), `${facts.royalty}%`, transferee]],
              ),
            ],
            [
              '公示期',
              `${printed(from)}至${printed(until)}。对结果有异议的，请在公示期内向出让人书面提出，并写明事实和理由。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),

    register: (at: string, day: string, until: string, licence: string, holder: string) =>
      story.publish(
        'registration',
        at,
        `${facts.name}登记公告`,
        {
          name: facts.name,
          right: facts.right,
          mineral,
          licence,
          holder,
          area: facts.area,
          ...(facts.elevation && { elevation: facts.elevation }),
          validFrom: day,
          validUntil: until,
          issuer: grantor,
          registeredOn: day,
          term: facts.term,
        },
        document(
          `${facts.name}已经登记，现予公告。`,
          [
            ['基本情况', basics()],
            [
              '登记',
              table(['证书号', '矿业权人', '有效期'], [[licence, holder, `${printed(day)}至${printed(until)}`]]),
            ],
            [
              '说明',
              `登记内容以登记机关的登记簿为准。勘查、开采前还应当依法取得勘查许可证或者采矿许可证；${kind}人应当在每年规定时间内报告勘查、开采情况。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),

    failure: (at: string, day: string, reason: string) =>
      story.publish(
        'failure',
        at,
        `${facts.name}挂牌出让未成交公告`,
        { grantor, failedOn: day, followUp: '调整条件后另行公告。' },
        document(
          `${facts.name}挂牌出让活动已经结束，未成交。`,
          [
            ['基本情况', basics()],
            ['未成交的原因', reason],
            ['后续安排', '调整条件后另行公告。已缴纳的竞买保证金在五个工作日内原路退还。'],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { reason },
      ),
  };
}

const PLACE = '某矿业权网上交易系统（演示）';
const RISK = '资源储量受勘查程度所限，实际储量可能与公告有出入；地质、安全、生态和市场风险由竞得人自行承担。';

/** As a grant of the province prints it: gold, five years, 2.3 %. */
function gold(on: Calendar) {
  const story = grantOf({
    slug: 'jinkuang',
    code: `GS-KY-${on.year(-20)}-012`,
    name: '清水县××沟金矿普查探矿权',
    region: '620521',
    medium: MEDIA.mining,
    grantor: GRANTOR,
    right: 'explorationRight',
    mineral: '金矿',
    location: '清水县××镇',
    area: 3.2871,
    term: 5,
    start: 10,
    deposit: 2,
    royalty: 2.3,
    reserves: '预查，前期省级地质勘查基金投入××万元',
  });
  story.grant(
    on.published(-20, '09:40'),
    { from: on.published(-20), until: on.due(4, '17:00'), listingFrom: on.due(5, '09:00'), sale: on.due(16, '10:00') },
    [file('拐点坐标表.xlsx', 38), file('出让文件.pdf', 1_644)],
  );
  return story.notices;
}

/** 建筑石料: sold, in publicity. */
function stone(on: Calendar) {
  const story = grantOf({
    slug: 'shiliao',
    code: `WS-KY-${on.year(-70)}-003`,
    name: '武山县××山建筑用石料矿采矿权',
    region: '620524',
    medium: MEDIA.mining,
    grantor: CITY_OFFICE,
    right: 'extractionRight',
    mineral: '建筑用石料',
    location: '武山县××镇',
    area: 0.1876,
    term: 10,
    start: 4_016.78,
    deposit: 810,
    royalty: 3.5,
    elevation: '1,980米至1,820米',
    reserves: '可采资源量约××万立方米',
  });
  story.grant(
    on.published(-70),
    {
      from: on.published(-70),
      until: on.published(-26, '17:00'),
      listingFrom: on.published(-24),
      sale: on.published(-8, '10:00'),
    },
    [file('拐点坐标表.xlsx', 41)],
  );
  story.deal(on.published(-4, '16:10'), on.published(-4).slice(0, 10), on.day(10), 8_476.78, '武山某矿业有限公司');
  return story.notices;
}

/** Sold and registered: the licence leads later notices to it. */
function limestone(on: Calendar) {
  const story = grantOf({
    slug: 'shihuiyan',
    code: `GG-KY-${on.year(-320)}-001`,
    name: '甘谷县××岭水泥用灰岩矿采矿权',
    region: '620523',
    grantor: CITY_OFFICE,
    right: 'extractionRight',
    mineral: '水泥用灰岩',
    location: '甘谷县××乡',
    area: 0.4523,
    term: 20,
    start: 1_260,
    deposit: 252,
    royalty: 3,
    elevation: '2,105米至1,960米',
    reserves: '可采资源量约××万吨',
  });
  story.grant(on.published(-320), {
    from: on.published(-320),
    until: on.published(-281, '17:00'),
    listingFrom: on.published(-280),
    sale: on.published(-268, '10:00'),
  });
  story.deal(on.published(-265, '15:30'), on.published(-265).slice(0, 10), on.day(-250), 1_338, '甘谷某建材有限公司');
  story.register(
    on.published(-176),
    on.published(-178).slice(0, 10),
    on.day(-178 + 20 * 365),
    'C6205××××',
    '甘谷某建材有限公司',
  );
  return story.notices;
}

function brick(on: Calendar) {
  const story = grantOf({
    slug: 'niantu',
    code: `ZJC-KY-${on.year(-64)}-002`,
    name: '张家川县××村砖瓦用粘土矿采矿权',
    region: '620525',
    grantor: CITY_OFFICE,
    right: 'extractionRight',
    mineral: '砖瓦用粘土',
    location: '张家川回族自治县××镇',
    area: 0.0312,
    term: 5,
    start: 46,
    deposit: 10,
    royalty: 4,
    elevation: '1,760米至1,735米',
    reserves: '可采资源量约××万立方米',
  });
  story.grant(on.published(-64), {
    from: on.published(-64),
    until: on.published(-30, '17:00'),
    listingFrom: on.published(-29),
    sale: on.published(-18, '10:00'),
  });
  story.failure(on.published(-16, '10:50'), on.published(-18).slice(0, 10), '至报名截止时间无人报名。');
  return story.notices;
}

/** 转让: one holder passes an exploration right to another. */
function copper(on: Calendar) {
  const project = {
    slug: 'tongkuang',
    register: 'mining' as const,
    code: `GS-KY-${on.year(-3)}-T26`,
    name: '秦安县××梁铜矿勘查探矿权',
    region: '620522',
    medium: MEDIA.mining,
    unit: GRANTOR,
  };
  const story = storyOf(project);
  const at = on.published(-3, '14:20');
  const [from, until] = [on.published(-3).slice(0, 10), on.day(11)];
  story.publish(
    'transfer',
    at,
    `${project.name}转让公示`,
    {
      name: project.name,
      right: 'explorationRight',
      mineral: '铜矿',
      licence: 'T6200002023××××',
      location: '秦安县××镇',
      area: 5.126,
      transferor: '天水某矿产勘查有限公司',
      transferee: '甘肃某铜业有限公司',
      transferMethod: 'sale',
      transferPrice: wan(862 * 1e4),
      validUntil: on.day(620),
      issuer: GRANTOR,
      publicityFrom: from,
      publicityUntil: until,
      objectionChannel: '公示期内向登记机关书面提出',
    },
    document(
      `天水某矿产勘查有限公司申请转让${project.name}，现予公示。`,
      [
        [
          '探矿权',
          table(
            ['矿种', '地理位置', '面积（平方公里）', '有效期至'],
            [['铜矿', '秦安县××镇', '5.126000', printed(on.day(620))]],
          ),
        ],
        [
          '转让',
          table(
            ['转让人', '受让人', '转让方式', '转让价格'],
            [['天水某矿产勘查有限公司', '甘肃某铜业有限公司', '出售', wan(862 * 1e4)]],
          ),
        ],
        [
          '公示期',
          `${printed(from)}至${printed(until)}。对转让有异议的，请在公示期内向登记机关书面提出，并写明事实和理由。`,
        ],
        ['联系方式', `登记机关：${GRANTOR}。联系电话：0931-×××××××。`],
      ],
      { unit: GRANTOR, day: at },
    ),
  );
  return story.notices;
}
