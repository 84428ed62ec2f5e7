import { document, printed, reachable, storyOf, table, yuan, type Files, type More, type Project } from './world.ts';

/** Notices of the procurement register in the formats of 财办库〔2020〕50号; the body is made from the fields. */
export interface Purchase extends Omit<Project, 'register' | 'unit'> {
  buyer: string;
  agency?: string;
  method: 'tender' | 'negotiation' | 'consultation' | 'inquiry';
  category: 'goods' | 'services' | 'works';
  /** Yuan. */
  budget: number;
  requirement: string;
  term: string;
  qualification?: string;
  packages?: { section: string; name: string; budget: number }[];
}

export interface Deal {
  section?: string;
  supplier: string;
  /** Yuan. */
  price: number;
  item: string;
  /** Model, or what the service covers. */
  what: string;
  quantity?: string;
}

interface Dates {
  from: string;
  until: string;
  deadline: string;
}

const METHOD_NAMES = { tender: '公开招标', negotiation: '竞争性谈判', consultation: '竞争性磋商', inquiry: '询价' };
const METHOD_CODES = { tender: 'open', negotiation: 'negotiation', consultation: 'consultation', inquiry: 'inquiry' };
const EXPERTS = ['王某某', '李某某', '张某某', '刘某某', '孙某某（采购人代表）'];
const QUALIFICATION =
  '满足《中华人民共和国政府采购法》第二十二条规定；落实支持中小企业发展的采购政策；未被列入失信被执行人、重大税收违法失信主体和政府采购严重违法失信行为记录名单。';

export function purchase(facts: Purchase) {
  const { name, code, buyer, agency } = facts;
  const story = storyOf({ ...facts, register: 'procurement', unit: buyer });
  const who = { buyer: reachable(buyer), ...(agency && { agency: reachable(agency) }) };
  const sign = (at: string) => ({ unit: buyer, day: at });
  const qualification = facts.qualification ? `${QUALIFICATION}特定资格：${facts.qualification}` : QUALIFICATION;
  const contacts = `采购人：${buyer}。${agency ? `采购代理机构：${agency}。` : ''}项目联系电话：0938-×××××××。`;
  const where = '天水市公共资源交易中心某开标室（演示）';
  const item = (deal: Deal) => ({
    ...(deal.section && { section: deal.section }),
    name: deal.item,
    supplier: deal.supplier,
    quantity: deal.quantity ?? '1项',
    ...(facts.category === 'goods' ? { specification: deal.what } : { scope: deal.what, term: facts.term }),
  });
  const itemsTable = (deals: Deal[]) =>
    table(
      ['标的', facts.category === 'goods' ? '规格型号' : '服务（施工）范围', '数量', '供应商'],
      deals.map((deal) => [deal.item, deal.what, deal.quantity ?? '1项', deal.supplier]),
    );

  return {
    ...story,
    intention: (at: string, month: string) =>
      story.publish(
        'intention',
        at,
        `${buyer}${name}采购意向`,
        {
          buyer,
          intentions: [
            {
              number: '1',
              name,
              requirement: facts.requirement,
              budget: yuan(facts.budget),
              plannedFor: month,
              remark: '面向中小企业',
            },
          ],
        },
        document(
          '为便于供应商及时了解政府采购信息，现公开采购意向。',
          [
            [
              '采购意向',
              table(
                ['序号', '采购项目名称', '预算金额', '预计采购时间', '备注'],
                [['1', name, yuan(facts.budget), month, '面向中小企业']],
              ),
            ],
            ['采购需求概况', facts.requirement],
            ['说明', '本次公开的采购意向是初步安排，具体采购项目情况以相关采购公告和采购文件为准。'],
          ],
          sign(at),
        ),
      ),

    call: (at: string, dates: Dates, more: Pick<More, 'attachments' | 'related'> & { round?: string } = {}) => {
      const { round, ...header } = more;
      return story.publish(
        round ? 'retender' : facts.method,
        at,
        `${name}${round ? `（${round}）` : ''}${METHOD_NAMES[facts.method]}公告`,
        {
          ...who,
          category: facts.category,
          budget: yuan(facts.budget),
          ceilingPrice: yuan(facts.budget),
          requirement: facts.requirement,
          term: facts.term,
          consortium: false,
          qualification,
          ...(facts.packages && {
            sections: facts.packages.map((row) => ({ section: row.section, name: row.name, budget: yuan(row.budget) })),
          }),
          documentsFrom: dates.from,
          documentsUntil: dates.until,
          documentsWhere: '公共资源电子服务系统',
          documentsHow: '登录系统免费下载',
          noticePeriod: facts.method === 'tender' ? '5个工作日' : '3个工作日',
          bidDeadline: dates.deadline,
          openingAt: dates.deadline,
          openingPlace: where,
          ...(round && { round, method: METHOD_CODES[facts.method] }),
        },
        document(
          `${name}的潜在供应商应在公共资源电子服务系统获取采购文件，并于${printed(dates.deadline)}前提交响应文件。`,
          [
            [
              '项目基本情况',
              `项目编号：${code}。采购方式：${METHOD_NAMES[facts.method]}。预算金额：${yuan(facts.budget)}，最高限价同预算金额。${facts.requirement}合同履行期限：${facts.term}。本项目不接受联合体。`,
              ...(facts.packages
                ? [
                    table(
                      ['包号', '名称', '预算金额'],
                      facts.packages.map((row) => [row.section, row.name, yuan(row.budget)]),
                    ),
                  ]
                : []),
            ],
            ['申请人的资格要求', qualification],
            ['获取采购文件', `${printed(dates.from)}至${printed(dates.until)}，登录公共资源电子服务系统免费下载。`],
            ['提交响应文件截止时间、开启时间和地点', `${printed(dates.deadline)}，${where}。`],
            ['公告期限', `自本公告发布之日起${facts.method === 'tender' ? '5' : '3'}个工作日。`],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        header,
      );
    },

    correct: (
      at: string,
      amends: string,
      firstNoticeOn: string,
      reason: string,
      changes: { item: string; before: string; after: string }[],
      dates: Record<string, string>,
    ) =>
      story.publish(
        'correction',
        at,
        `${name}更正公告`,
        { ...who, firstNoticeOn, corrected: 'notice', changes, changedOn: at.slice(0, 10), ...dates },
        document(
          `${name}（项目编号：${code}）采购公告内容更正如下。`,
          [
            ['项目基本情况', `原公告的项目名称：${name}。首次公告日期：${printed(firstNoticeOn)}。`],
            [
              '更正信息',
              `更正事项：采购公告、采购文件。更正原因：${reason}`,
              table(
                ['事项', '原内容', '更正后'],
                changes.map((change) => [change.item, change.before, change.after]),
              ),
            ],
            ['其他', '除上述内容外，其他内容不变。'],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { amends, reason },
      ),

    singleSource: (at: string, supplier: string, why: string, from: string, until: string, files: Files) =>
      story.publish(
        'singleSource',
        at,
        `${name}单一来源采购公示`,
        {
          ...who,
          description: facts.requirement,
          budget: yuan(facts.budget),
          justification: why,
          supervisor: reachable('天水市财政局（演示）'),
          supplier: { name: supplier, address: '甘肃省某市某路××号' },
          publicityFrom: from,
          publicityUntil: until,
          experts: [
            { name: '王某某', employer: '某大学', position: '教授', opinion: '同意采用单一来源方式' },
            { name: '李某某', employer: '某研究所', position: '高级工程师', opinion: '同意采用单一来源方式' },
            { name: '张某某', employer: '某设计院', position: '高级工程师', opinion: '同意采用单一来源方式' },
          ],
        },
        document(
          `${buyer}拟采用单一来源方式采购${name}，现予公示。`,
          [
            ['项目信息', `拟采购内容：${facts.requirement}预算金额：${yuan(facts.budget)}。`],
            ['采用单一来源的原因及说明', why],
            ['拟定供应商', `${supplier}，地址：甘肃省某市某路××号。`],
            [
              '公示期限',
              `${printed(from)}至${printed(until)}。任何供应商、单位或者个人有异议的，在公示期内以书面形式向采购人提出，并同时抄送同级财政部门。`,
            ],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { attachments: files },
      ),

    award: (at: string, decidedOn: string, deals: Deal[], failed: { section: string; reason: string }[] = []) =>
      story.publish(
        'award',
        at,
        `${name}${facts.method === 'tender' ? '中标' : '成交'}结果公告`,
        {
          ...who,
          method: METHOD_CODES[facts.method],
          category: facts.category,
          awardedOn: decidedOn,
          awards: deals.map((deal) => ({
            ...(deal.section && { section: deal.section }),
            supplier: { name: deal.supplier, address: '甘肃省某市某路××号' },
            awardPrice: yuan(deal.price),
          })),
          items: deals.map(item),
          experts: EXPERTS,
          agencyFee: agency ? '按采购文件约定由中标（成交）供应商支付' : '无代理服务费',
          procurementDocuments: '随本公告附件公布',
          noticePeriod: '1个工作日',
          ...(failed.length > 0 && { failedSections: failed }),
        },
        document(
          `${name}评审工作已经结束，现公告结果。`,
          [
            ['项目编号与名称', `${code}，${name}。`],
            [
              '中标（成交）信息',
              table(
                ['包号', '供应商', '中标（成交）金额'],
                deals.map((deal) => [deal.section ?? '—', deal.supplier, yuan(deal.price)]),
              ),
              ...failed.map(({ section, reason }) => `${section}废标：${reason}`),
            ],
            ['主要标的信息', itemsTable(deals)],
            ['评审专家名单', EXPERTS.join('、')],
            ['公告期限', '自本公告发布之日起1个工作日。'],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
      ),

    failure: (at: string, reason: string, followUp: string) =>
      story.publish(
        'failure',
        at,
        `${name}废标公告`,
        { ...who, failedOn: at.slice(0, 10), followUp },
        document(
          `${name}（项目编号：${code}）本次采购活动终止。`,
          [
            ['终止原因', reason],
            ['其他补充事宜', followUp],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { reason },
      ),

    contract: (at: string, signedOn: string, number: string, deal: Deal) =>
      story.publish(
        'contract',
        at,
        `${name}${deal.section ?? ''}合同公告`,
        {
          contractNumber: number,
          contractName: `${name}${deal.section ?? ''}合同`,
          ...(deal.section && { section: deal.section }),
          buyer,
          supplier: deal.supplier,
          items: [item(deal)],
          contractPrice: yuan(deal.price),
          term: facts.term,
          method: METHOD_CODES[facts.method],
          signedOn,
        },
        document(
          '根据政府采购法及其实施条例，现将合同公告如下。',
          [
            ['合同编号与名称', `${number}，${name}合同。项目编号：${code}。采购方式：${METHOD_NAMES[facts.method]}。`],
            ['合同主体', `采购人（甲方）：${buyer}。供应商（乙方）：${deal.supplier}。`],
            ['合同主要信息', itemsTable([deal]), `合同金额：${yuan(deal.price)}。履约期限：${facts.term}。`],
            ['合同签订日期', `${printed(signedOn)}。`],
          ],
          sign(at),
        ),
        { attachments: [{ name: '政府采购合同（演示）.pdf', type: 'application/pdf', size: 1_048_576 }] },
      ),

    acceptance: (at: string, acceptedOn: string, number: string, deal: Deal, userOpinion: string) =>
      story.publish(
        'acceptance',
        at,
        `${name}验收结果公告`,
        {
          contractNumber: number,
          contractName: `${name}合同`,
          buyer,
          supplier: deal.supplier,
          acceptedOn,
          panel: ['周某某', '吴某某', '郑某某（服务对象代表）'],
          opinion: '按照合同约定完成全部内容，验收合格。',
          userOpinion,
        },
        document(
          '公共服务项目已经验收，现公告结果。',
          [
            ['合同信息', `${number}，${name}合同。采购人：${buyer}。供应商：${deal.supplier}。`],
            ['验收情况', `验收日期：${printed(acceptedOn)}。验收小组：周某某、吴某某、郑某某（服务对象代表）。`],
            ['验收意见', '按照合同约定完成全部内容，验收合格。'],
            ['服务对象意见', userOpinion],
          ],
          sign(at),
        ),
      ),
  };
}
