import type { NoticeInput } from '../../src/registers/notice.ts';
import { DAY } from '../../src/values/date.ts';

/**
 * Synthetic notices: deterministic (notice i of N is always the same), in publication order, 2014 to 2025, about
 * 530 characters, a quarter of them each tender, candidates, award and contract of one project. The words are
 * those of real notices; places and companies are random characters of GB 2312, so rare pairs are rarer than in
 * life. Nothing here names a real body.
 */
export function* benchNotices(count: number): Generator<NoticeInput> {
  const projects = Math.ceil(count / KINDS.length);
  for (let i = 0; i < count; i++) {
    const step = Math.floor((i * KINDS.length) / count);
    // Steps of one project stand a quarter apart in the file's cycle, so that records grow over many batches.
    yield notice(i, count, (i + step) % projects);
  }
}

const KINDS = ['tender', 'candidate', 'award', 'contract'] as const;
const FIRST_DAY = Date.UTC(2014, 0, 1, 1);
const DAYS = 12 * 365;
const REGIONS = ['620502', '620503', '620521', '620522', '620523', '620524', '620525'];
const WORKS = [
  '道路改造工程',
  '排水管网工程',
  '教学楼工程',
  '医院门诊楼工程',
  '农村饮水安全工程',
  '河道治理工程',
  '公园绿化工程',
  '桥梁加固工程',
  '养老服务中心工程',
  '产业园标准厂房工程',
];
const PHRASES = [
  '资格审查方式为资格后审，投标人须具备有效的安全生产许可证',
  '建设资金来自财政资金，出资比例为百分之百，项目已具备招标条件',
  '投标文件应当通过电子招标投标交易平台递交，逾期送达的不予受理',
  '招标文件自公告发布之日起在公共资源交易中心网站免费下载',
  '评标办法采用综合评估法，评标委员会由五人以上单数组成',
  '投标人对公告内容有异议的，应当在投标截止时间十日前提出',
  '项目负责人须具有注册建造师执业资格，且未担任其他在建工程的项目负责人',
  '质量标准为合格，工期自合同签订之日起计算，保修期按国家有关规定执行',
  '本次公告在省公共资源交易网和中国招标投标公共服务平台同时发布',
  '投标保证金以银行转账、保函或者保险的形式缴纳，金额不超过估算价的百分之二',
  '开标时间与提交投标文件的截止时间一致，地点为公共资源交易中心开标室',
  '投标人应当按照招标文件要求编制施工组织设计和安全文明施工方案',
  '拒绝列入严重失信主体名单的企业参加投标',
  '工程款支付按照施工合同约定的节点执行，农民工工资专用账户单独管理',
  '监督部门联系方式见公告附件，投诉应当自知道或者应当知道之日起十日内提出',
  '本项目支持中小企业参与，评审时按照规定给予价格扣除',
  '招标控制价由具有相应资质的造价咨询单位编制，并在开标前公布',
  '中标通知书发出之日起三十日内订立书面合同，不得背离实质性内容',
  '联合体投标的应当签订共同投标协议，明确各方拟承担的工作和责任',
  '履约保证金不超过中标合同金额的百分之十，以保函形式提交',
  '招标人对落标人不作任何解释，未尽事宜以招标文件为准',
];

function notice(index: number, count: number, project: number): NoticeInput {
  const random = generator(index + 1);
  const own = generator(project * 7919 + 1);
  const place = hanzi(own, 2);
  const buyer = `${place}县${pick(own, ['住房和城乡建设局', '水务局', '教育局', '卫生健康局', '交通运输局'])}`;
  const name = `${place}${hanzi(own, 2)}${pick(own, WORKS)}`;
  const supplier = `甘肃${hanzi(own, 3)}建设工程有限公司`;
  const code = `TSGC-${2014 + (project % 12)}-${String(project).padStart(6, '0')}`;
  const price = `${(50 + (own() % 90_000) / 10).toFixed(2)}万元`;
  const publishedAt = FIRST_DAY + Math.floor((index / count) * DAYS) * DAY + (random() % 36_000) * 1000;
  const kind = KINDS[Math.floor((index * KINDS.length) / count)]!;
  return {
    id: `bench:${index}`,
    register: 'construction',
    kind,
    title: `${name}施工${TITLES[kind]}`,
    project: { code, name: `${name}施工` },
    unit: { name: buyer },
    region: REGIONS[project % REGIONS.length]!,
    publishedAt,
    firstPublished: { medium: '演示公共资源交易网' },
    body: bodyOf(random, name, code, buyer, supplier, price),
    fields: FIELDS[kind]({ buyer, supplier, price, publishedAt }),
  };
}

const TITLES = { tender: '招标公告', candidate: '中标候选人公示', award: '中标结果公示', contract: '合同订立信息' };

interface Facts {
  buyer: string;
  supplier: string;
  price: string;
  publishedAt: number;
}

const FIELDS: Record<(typeof KINDS)[number], (facts: Facts) => Record<string, unknown>> = {
  tender: ({ buyer, price, publishedAt }) => ({
    procuringEntity: buyer,
    method: 'open',
    category: 'construction',
    ceilingPrice: price,
    bidDeadline: publishedAt + 21 * DAY,
  }),
  candidate: ({ buyer, supplier, price }) => ({
    procuringEntity: buyer,
    candidates: [{ rank: 1, supplier, bidPrice: price }],
  }),
  award: ({ buyer, supplier, price }) => ({ procuringEntity: buyer, awards: [{ supplier, awardPrice: price }] }),
  contract: ({ buyer, supplier, price }) => ({ procuringEntity: buyer, supplier, contractPrice: price }),
};

function bodyOf(
  random: () => number,
  name: string,
  code: string,
  buyer: string,
  supplier: string,
  price: string,
): string {
  let body = `${name}（项目编号：${code}）已由有关部门批准建设，招标人为${buyer}。涉及金额${price}，相关单位${supplier}。`;
  while (body.length < 440)
    body +=
      `${pick(random, PHRASES)}（联系人${hanzi(random, 1)}先生，电话0938-${1_000_000 + (random() % 8_999_999)}）。`.replace(
        random() % 4 ? /（联系人.*）/ : /$^/,
        '',
      );
  return body;
}

/** A linear congruential generator: the same seed, the same notice, on every machine. */
function generator(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[random() % items.length]!;
}

function hanzi(random: () => number, length: number): string {
  let text = '';
  for (let index = 0; index < length; index++) text += String.fromCharCode(0x4e00 + (random() % 6_000));
  return text;
}
