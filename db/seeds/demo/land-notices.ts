import { DAY, dayOf, parseInstant } from '../../../src/values/date.ts';
import { document, printed, reachable, storyOf, table, wan, type Files, type More, type Project } from './world.ts';

/** Notices of the register of land in the form that offices of natural resources use; the body is made from the fields. */
export interface Parcel {
  number: string;
  location: string;
  /** Square metres, as notices print areas. */
  area: number;
  use: string;
  useCode?: string;
  term?: number;
  plotRatio?: string;
  density?: string;
  green?: string;
  height?: string;
  /** 万元/亩. */
  perMu?: number;
  /** 万元. */
  deposit?: number;
}

export interface Sale extends Omit<Project, 'register' | 'unit'> {
  grantor: string;
  method: 'listing' | 'auction';
  parcel: Parcel;
}

/** The moment two days before a listing ends, when applications close. */
export function closing(sale: string): string {
  return `${dayOf(parseInstant(sale)! - 2 * DAY)} 17:00`;
}

/** When one may apply, and when the sale is. */
interface Dates {
  from: string;
  /** Applications close; of a listing two days before it ends (国土资源部令第39号 art. 11). */
  until?: string;
  listingFrom: string;
  sale: string;
}

export interface Outcome {
  /** 万元 for the whole parcel. */
  price: number;
  transferee: string | { name: string; person: true };
}

const METHOD = { listing: '挂牌', auction: '拍卖' };
const SCOPE =
  '中华人民共和国境内外的法人、自然人和其他组织，除法律另有规定外，均可申请参加；拖欠土地出让价款，或者取得土地后因自身原因满一年未动工的，不得参加。';
const RULE = '按照价高者得的原则确定竞得人；报价低于底价的不成交。';
const PLACE = '某土地使用权网上交易系统（演示）';

export const hectares = ({ area }: Parcel) => area / 10_000;
const mu = (parcel: Parcel) => (hectares(parcel) * 15).toFixed(2);
const nameOf = (transferee: Outcome['transferee']) => (typeof transferee === 'string' ? transferee : transferee.name);

export function sale(facts: Sale) {
  const { parcel, grantor, method } = facts;
  const story = storyOf({ ...facts, register: 'land', unit: grantor });
  const who = { grantor: reachable(grantor), method };
  const sign = (at: string) => ({ unit: grantor, day: at });
  const place = {
    location: parcel.location,
    area: hectares(parcel),
    use: parcel.use,
    ...(parcel.useCode && { useScheme: 'GB/T 21010', useCode: parcel.useCode }),
    ...(parcel.term && { term: parcel.term }),
  };
  const conditions = {
    ...(parcel.plotRatio && { plotRatio: parcel.plotRatio }),
    ...(parcel.density && { buildingDensity: parcel.density }),
    ...(parcel.green && { greenRatio: parcel.green }),
    ...(parcel.height && { height: parcel.height }),
  };
  const start = `${parcel.perMu}万元/亩`;
  const dealt = ({ price, transferee }: Outcome) => ({
    parcel: parcel.number,
    ...place,
    startingPrice: start,
    dealPrice: wan(price * 1e4),
    transferee,
  });
  const basics = () =>
    table(
      ['宗地编号', '土地位置', '出让面积（㎡）', '土地用途', '使用年限'],
      [
        [
          parcel.number,
          parcel.location,
          `${parcel.area.toLocaleString('en-US')}（${mu(parcel)}亩）`,
          parcel.use,
          parcel.term ? `${parcel.term}年` : '—',
        ],
      ],
    );
  const planning = () =>
    table(
      ['容积率', '建筑密度（%）', '绿地率（%）', '建筑高度（米）'],
      [[parcel.plotRatio ?? '—', parcel.density ?? '—', parcel.green ?? '—', parcel.height ?? '—']],
    );
  const held = (outcome: Outcome, contractNumber: string) => ({
    parcel: parcel.number,
    contractNumber,
    grantor,
    transferee: outcome.transferee,
  });
  const contacts = `出让人：${grantor}。联系电话：0938-×××××××。`;

  return {
    ...story,
    grant: (at: string, dates: Dates, more: { attachments?: Files; round?: string } = {}) => {
      const { round, ...header } = more;
      const until = dates.until ?? closing(dates.sale);
      return story.publish(
        round ? 'regrant' : 'grant',
        at,
        `${facts.name}${round ? '重新' : ''}${METHOD[method]}出让公告`,
        {
          ...who,
          parcels: [
            {
              parcel: parcel.number,
              ...place,
              boundary: '四至和界址点坐标见出让文件附图',
              extent: '以规划条件载明的上下高程为限',
              presentState: '净地，通路、通电、通水',
              ...conditions,
              deposit: `${parcel.deposit}万元`,
              startingPrice: start,
              increment: '1万元/亩',
            },
          ],
          bidderScope: SCOPE,
          documentsFrom: dates.from,
          documentsUntil: until,
          documentsHow: '登录网上交易系统免费下载',
          applicationFrom: dates.from,
          applicationDeadline: until,
          depositDeadline: until,
          ...(method === 'listing'
            ? { listingFrom: dates.listingFrom, listingUntil: dates.sale }
            : { saleAt: dates.sale }),
          salePlace: PLACE,
          awardRule: RULE,
          contact: contacts,
          ...(round && { round }),
        },
        document(
          `经批准，决定以${METHOD[method]}方式出让1宗国有建设用地使用权，现将有关事项公告如下。`,
          [
            [
              '出让宗地的基本情况和规划条件',
              basics(),
              planning(),
              `竞买保证金${parcel.deposit}万元，起始价${start}（合${wan(parcel.perMu! * parcel.area * 15)}），增价幅度1万元/亩。`,
            ],
            ['竞买人范围', SCOPE],
            [
              '报名',
              `${printed(dates.from)}至${printed(until)}登录网上交易系统，凭账号或者数字证书提出申请并缴纳保证金。`,
            ],
            [
              METHOD[method],
              method === 'listing'
                ? `挂牌时间为${printed(dates.listingFrom)}至${printed(dates.sale)}，地点：${PLACE}。`
                : `拍卖时间为${printed(dates.sale)}，地点：${PLACE}。`,
            ],
            ['确定竞得人的办法', RULE],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        header,
      );
    },

    postpone: (at: string, amends: string, before: string, after: { until: string; sale: string }, reason: string) =>
      story.publish(
        'postponement',
        at,
        `${facts.name}${METHOD[method]}出让延期公告`,
        {
          changes: [{ item: '报名截止时间', before, after: after.until }],
          changedOn: at.slice(0, 10),
          applicationDeadline: after.until,
          ...(method === 'listing' ? { listingUntil: after.sale } : { saleAt: after.sale }),
        },
        document(
          `${facts.name}出让公告中的下列时间延后，其他内容不变。`,
          [
            ['延后的原因', reason],
            [
              '延后的时间',
              `报名截止时间由${printed(before)}延至${printed(after.until)}，${METHOD[method]}时间相应延至${printed(after.sale)}。已报名的竞买人不必重新报名，已缴纳的保证金继续有效；因此不再参加的，可以书面申请退还。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { amends, reason },
      ),

    withdraw: (at: string, amends: string, reason: string, followUp: string) =>
      story.publish(
        'withdrawal',
        at,
        `关于撤回${facts.name}${METHOD[method]}出让公告的公告`,
        { followUp },
        document(
          `现撤回${facts.name}${METHOD[method]}出让公告。`,
          [
            ['撤回的原因', reason],
            [
              '后续安排',
              `${followUp}已缴纳的竞买保证金在五个工作日内原路退还。因此造成不便，敬请谅解；对撤回有疑问的，可以向出让人书面提出。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { amends, reason },
      ),

    failure: (at: string, day: string, reason: string) =>
      story.publish(
        'failure',
        at,
        `${facts.name}${METHOD[method]}出让未成交公告`,
        { grantor, failedOn: day, followUp: '调整出让条件后另行公告。' },
        document(
          `${facts.name}${METHOD[method]}出让活动已经结束，未成交。`,
          [
            ['宗地', basics()],
            ['未成交的原因', reason],
            ['后续安排', '调整出让条件后另行公告。'],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { reason },
      ),

    deal: (at: string, day: string, outcome: Outcome) =>
      story.publish(
        'deal',
        at,
        `${facts.name}成交公示`,
        { ...who, parcels: [dealt(outcome)], dealtOn: day, objectionChannel: '公示期内向出让人书面提出' },
        document(
          `${facts.name}已经成交，现将结果公布如下。`,
          [
            ['宗地', basics()],
            [
              '成交结果',
              table(
                ['起始价', '成交价', '竞得人', '成交日期'],
                [[start, wan(outcome.price * 1e4), nameOf(outcome.transferee), printed(day)]],
              ),
            ],
            [
              '说明',
              '竞得人应当在成交确认书约定的时间内签订出让合同。对结果有异议的，可以在公布之日起10个工作日内向出让人书面提出。',
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),

    contract: (
      at: string,
      day: string,
      contractNumber: string,
      outcome: Outcome,
      dates: { deliver: string; commence: string; complete: string },
    ) =>
      story.publish(
        'contract',
        at,
        `${facts.name}出让合同公示`,
        {
          ...held(outcome, contractNumber),
          ...place,
          landSource: 'new',
          contractPrice: wan(outcome.price * 1e4),
          paymentTerms: '签订合同之日起30日内一次付清',
          deliverBy: dates.deliver,
          commenceBy: dates.commence,
          completeBy: dates.complete,
          signedOn: day,
        },
        document(
          `现公示${facts.name}出让合同的主要内容。`,
          [
            ['宗地', basics()],
            [
              '合同',
              table(
                ['合同编号', '受让人', '出让价款', '签订日期'],
                [[contractNumber, nameOf(outcome.transferee), wan(outcome.price * 1e4), printed(day)]],
              ),
            ],
            [
              '约定',
              `价款自签订合同之日起30日内一次付清；${printed(dates.deliver)}前交付土地，${printed(dates.commence)}前开工，${printed(dates.complete)}前竣工。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),

    delivery: (at: string, day: string, contractNumber: string, outcome: Outcome) =>
      story.publish(
        'delivery',
        at,
        `${facts.name}交地公示`,
        { ...held(outcome, contractNumber), deliveredOn: day, condition: '场地平整，通路、通水、通电' },
        document(
          `${facts.name}已按合同交付土地。`,
          [
            ['宗地', basics()],
            [
              '交付',
              `合同编号${contractNumber}，受让人${nameOf(outcome.transferee)}，交付日期${printed(day)}，交付时场地平整，通路、通水、通电，双方已签交地确认书。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),

    commencement: (at: string, day: string, contractNumber: string, outcome: Outcome) =>
      story.publish(
        'commencement',
        at,
        `${facts.name}开工公示`,
        { ...held(outcome, contractNumber), commencedOn: day },
        document(
          `${facts.name}受让人已申报开工。`,
          [
            ['宗地', basics()],
            [
              '开工',
              `合同编号${contractNumber}，受让人${nameOf(outcome.transferee)}，实际开工日期${printed(day)}，经现场核验属实，在合同约定的开工期限以内。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),
  };
}

export interface Allocation extends Omit<Project, 'register' | 'unit'> {
  grantor: string;
  parcel: Parcel;
  user: string;
}

/** 划拨: no price, no term, hence a story of its own. */
export function allocation(facts: Allocation) {
  const { parcel, grantor, user } = facts;
  const story = storyOf({ ...facts, register: 'land', unit: grantor });
  return {
    ...story,
    publicity: (at: string, from: string, until: string, more: Pick<More, 'attachments'> = {}) =>
      story.publish(
        'allocation',
        at,
        `${facts.name}划拨用地公示`,
        {
          grantor,
          parcels: [
            {
              parcel: parcel.number,
              location: parcel.location,
              area: hectares(parcel),
              use: parcel.use,
              useScheme: 'GB/T 21010',
              useCode: parcel.useCode,
              transferee: user,
            },
          ],
          ground: '符合《划拨用地目录》中非营利性教育设施用地',
          publicityFrom: from,
          publicityUntil: until,
          objectionChannel: '公示期内向供地单位书面提出',
          approver: '天水市某区人民政府',
        },
        document(
          `${user}申请以划拨方式使用国有建设用地，现予公示。`,
          [
            [
              '宗地',
              table(
                ['宗地编号', '土地位置', '面积（㎡）', '用途', '用地单位'],
                [
                  [
                    parcel.number,
                    parcel.location,
                    `${parcel.area.toLocaleString('en-US')}（${mu(parcel)}亩）`,
                    parcel.use,
                    user,
                  ],
                ],
              ),
            ],
            [
              '供地依据',
              '符合《划拨用地目录》中非营利性教育设施用地；划拨土地没有使用期限，未经批准不得转让、出租和改变用途。',
            ],
            [
              '公示期',
              `${printed(from)}至${printed(until)}。对公示内容有意见的，请在公示期内向供地单位书面提出，并写明姓名、联系方式和理由。`,
            ],
            ['联系方式', `供地单位：${grantor}。联系电话：0938-×××××××。`],
          ],
          { unit: grantor, day: at },
        ),
        more,
      ),
  };
}
