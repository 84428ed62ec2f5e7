import { document, printed, reachable, storyOf, table, yuan, type Files, type More, type Project } from './world.ts';

/** Notices of the construction register as 10号令 wants them: the body is made from the fields, so that both agree. */
export interface Works extends Omit<Project, 'register' | 'unit'> {
  tenderer: string;
  agency?: string;
  supervisor: string;
  funding: string;
  category: 'construction' | 'epc' | 'design' | 'supervision' | 'consulting';
  content: string;
  scale: string;
  /** Yuan; left out where the price is a rate. */
  ceiling?: number;
  duration: string;
  sections?: Section[];
  qualification: string;
}

export interface Section {
  section: string;
  name: string;
  ceiling: number;
  duration: string;
}

export interface Offer {
  section?: string;
  name: string;
  /** Yuan, or a rate as printed: `费率1.85%`. */
  price: number | string;
  duration?: string;
  leader?: [name: string, certificate: string, number: string];
  rejected?: string;
}

const price = (offer: Pick<Offer, 'price'>) => (typeof offer.price === 'number' ? yuan(offer.price) : offer.price);
const leaderOf = ([name, certificate, certificateNumber]: NonNullable<Offer['leader']>) => ({
  name,
  certificate,
  certificateNumber,
});
const QUALITY = '符合国家现行验收规范合格标准';

export function works(facts: Works) {
  const { tenderer, agency, supervisor, name, code } = facts;
  const story = storyOf({ ...facts, register: 'construction', unit: tenderer });
  const who = { procuringEntity: reachable(tenderer), ...(agency && { agency: reachable(agency) }), supervisor };
  const sign = (at: string) => ({ unit: tenderer, day: at });
  const contacts = `招标人：${tenderer}${agency ? `；招标代理机构：${agency}` : ''}；行政监督部门：${supervisor}。联系电话：0938-×××××××。`;
  const where = '天水市公共资源交易中心某开标室（演示）';
  const objections = `投标人或者其他利害关系人有异议的，应当在公示期间以书面形式向招标人提出；对答复不满意的，可以向${supervisor}投诉。`;

  const call = (dates: { from: string; until: string; deadline: string }) => ({
    ...who,
    category: facts.category,
    method: 'open',
    content: facts.content,
    scope: '招标文件及工程量清单（任务书）载明的全部内容。',
    scale: facts.scale,
    fundingSource: facts.funding,
    ...(facts.ceiling && { ceilingPrice: yuan(facts.ceiling) }),
    duration: facts.duration,
    ...(facts.sections && {
      sections: facts.sections.map((row) => ({
        section: row.section,
        name: row.name,
        ceilingPrice: yuan(row.ceiling),
        duration: row.duration,
      })),
    }),
    qualification: facts.qualification,
    consortium: false,
    documentsFrom: dates.from,
    documentsUntil: dates.until,
    documentsHow: '登录公共资源电子服务系统免费下载。',
    submission: '通过公共资源电子服务系统上传加密的电子投标文件，逾期不予受理。',
    electronic: '全流程电子招标投标',
  });

  const callBody = (at: string, dates: { from: string; until: string; deadline: string }, opening: string) =>
    document(
      opening,
      [
        [
          '招标条件',
          `${name}（项目编号：${code}）已经批准建设，资金来源为${facts.funding}，招标人为${tenderer}。项目已具备招标条件，现进行公开招标。`,
        ],
        [
          '项目概况与招标范围',
          `${facts.content}${facts.scale}工期（服务期）：${facts.duration}。${facts.ceiling ? `最高投标限价：${yuan(facts.ceiling)}。` : '本项目按费率报价。'}`,
          ...(facts.sections
            ? [
                table(
                  ['标段', '名称', '最高投标限价', '工期'],
                  facts.sections.map((row) => [row.section, row.name, yuan(row.ceiling), row.duration]),
                ),
              ]
            : []),
        ],
        ['投标人资格要求', `${facts.qualification}本项目不接受联合体投标。`],
        ['招标文件的获取', `${printed(dates.from)}至${printed(dates.until)}，登录公共资源电子服务系统免费下载。`],
        [
          '投标文件的递交',
          `递交截止时间及开标时间：${printed(dates.deadline)}。通过公共资源电子服务系统上传，逾期不予受理。`,
        ],
        ['联系方式', contacts],
      ],
      sign(at),
    );

  return {
    ...story,
    approval: (at: string, approver: string, number: string, estimate: number) =>
      story.publish(
        'approval',
        at,
        `${name}审批核准信息`,
        {
          procuringEntity: tenderer,
          content: facts.content,
          scope: '勘察、设计、施工、监理及重要材料设备',
          organisation: 'agency',
          method: 'open',
          estimate: yuan(estimate),
          approver,
          approvedOn: at.slice(0, 10),
          approvalNumber: number,
          fundingSource: facts.funding,
        },
        document(
          `${name}的招标事项已经核准，现予公开。`,
          [
            [
              '核准内容',
              `${facts.content}估算金额：${yuan(estimate)}。招标范围：勘察、设计、施工、监理及重要材料设备。招标组织形式：委托招标。招标方式：公开招标。`,
            ],
            ['核准部门与文号', `${approver}，${number}。`],
          ],
          sign(at),
        ),
      ),

    plan: (at: string, month: string, estimate: number) =>
      story.publish(
        'plan',
        at,
        `${name}招标计划`,
        {
          ...who,
          content: facts.content,
          scale: facts.scale,
          estimate: yuan(estimate),
          fundingSource: facts.funding,
          category: facts.category,
          method: 'open',
          plannedFor: month,
        },
        document(
          '为便于潜在投标人提前准备，现发布招标计划。',
          [
            ['项目概况', `${facts.content}${facts.scale}估算金额：${yuan(estimate)}。资金来源：${facts.funding}。`],
            ['计划招标时间', `${month}。本计划为初步安排，以正式发布的招标公告为准。`],
          ],
          sign(at),
        ),
      ),

    prequalification: (at: string, dates: { from: string; until: string; deadline: string }) =>
      story.publish(
        'prequalification',
        at,
        `${name}资格预审公告`,
        { ...call(dates), applicationDeadline: dates.deadline, screening: 'all-qualified' },
        callBody(at, dates, '本项目采用资格预审，资格预审合格的潜在投标人均可参加投标。'),
      ),

    prequalified: (at: string, applicants: [name: string, passed: boolean, reason?: string][]) =>
      story.publish(
        'prequalificationResult',
        at,
        `${name}资格预审结果`,
        {
          ...who,
          applicants: applicants.map(([tendererName, passed, reason]) => ({
            tenderer: tendererName,
            passed,
            ...(reason && { reason }),
          })),
        },
        document(
          '资格预审已经完成，结果如下。',
          [
            [
              '审查结果',
              table(
                ['申请人', '结果', '说明'],
                applicants.map(([applicant, passed, reason]) => [applicant, passed ? '通过' : '未通过', reason ?? '—']),
              ),
            ],
            ['其他', '通过资格预审的申请人将收到投标邀请书。未通过的，可以书面要求说明理由。'],
          ],
          sign(at),
        ),
      ),

    tender: (
      at: string,
      dates: { from: string; until: string; deadline: string },
      more: More & { round?: string; title?: string } = {},
    ) => {
      const { round, title, ...header } = more;
      return story.publish(
        round ? 'retender' : 'tender',
        at,
        title ?? `${name}${round ? `（${round}）` : ''}招标公告`,
        {
          ...call(dates),
          bidDeadline: dates.deadline,
          openingAt: dates.deadline,
          openingPlace: where,
          ...(round && { round }),
        },
        callBody(at, dates, round ? '本项目前次招标失败，现依法重新招标。' : '欢迎符合条件的潜在投标人参加投标。'),
        header,
      );
    },

    withdraw: (at: string, amends: string, reason: string, followUp: string) =>
      story.publish(
        'withdrawal',
        at,
        `${name}招标公告撤回声明`,
        { followUp },
        document(
          `${name}招标公告现予撤回。`,
          [
            ['撤回原因', reason],
            ['后续安排', followUp],
          ],
          sign(at),
        ),
        { amends, reason },
      ),

    clarify: (
      at: string,
      amends: string,
      number: string,
      reason: string,
      changes: { item: string; before?: string; after: string }[],
      dates: Record<string, string>,
      files: Files = [],
    ) =>
      story.publish(
        'clarification',
        at,
        `${name}澄清公告（${number}）`,
        { changes, changedOn: at.slice(0, 10), clarificationType: 'clarification', ...dates },
        document(
          `${name}（项目编号：${code}）招标文件澄清如下，澄清内容为招标文件的组成部分。`,
          [
            ['澄清事项', reason],
            [
              '变更内容',
              table(
                ['事项', '原内容', '变更后'],
                changes.map(({ item, before, after }) => [item, before ?? '—', after]),
              ),
            ],
            ['其他', '招标公告及招标文件的其他内容不变。请潜在投标人及时下载澄清文件。'],
          ],
          sign(at),
        ),
        { amends, reason, attachments: files },
      ),

    opening: (
      at: string,
      openedAt: string,
      offers: Offer[],
      note = '投标文件解密正常，开标时间与投标截止时间一致，无异常情况。',
    ) =>
      story.publish(
        'opening',
        at,
        `${name}开标记录`,
        {
          ...who,
          openingAt: openedAt,
          openingPlace: where,
          ...(facts.ceiling && { ceilingPrice: yuan(facts.ceiling) }),
          bids: offers.map((offer) => ({
            ...(offer.section && { section: offer.section }),
            tenderer: offer.name,
            bidPrice: price(offer),
            ...(offer.duration && { duration: offer.duration }),
            ...(offer.rejected && { rejected: offer.rejected }),
          })),
          anomalies: note,
        },
        document(
          `${name}于${printed(openedAt)}开标。`,
          [
            ['开标情况', `${new Set(offers.map((offer) => offer.name)).size}家投标人按时递交投标文件。${note}`],
            [
              '投标报价',
              table(
                ['投标人', '标段', '投标报价', '工期'],
                offers.map((offer) => [
                  offer.name,
                  offer.section ?? '—',
                  price(offer),
                  offer.duration ?? facts.duration,
                ]),
              ),
            ],
          ],
          sign(at),
        ),
      ),

    candidates: (
      at: string,
      from: string,
      until: string,
      offers: (Offer & { rank: number; score?: number })[],
      files: Files = [],
    ) =>
      story.publish(
        'candidate',
        at,
        `${name}中标候选人公示`,
        {
          ...who,
          candidates: offers.map((offer) => ({
            ...(offer.section && { section: offer.section }),
            rank: offer.rank,
            supplier: offer.name,
            bidPrice: price(offer),
            duration: offer.duration ?? facts.duration,
            quality: QUALITY,
            leader: leaderOf(offer.leader ?? ['某某某', '注册建造师', '甘××××××××']),
            qualification: '响应招标文件要求的资格能力条件',
            ...(offer.score && { score: offer.score }),
          })),
          evaluation: '评标委员会由五人以上单数组成，按招标文件载明的方法评审并推荐中标候选人。',
          publicityFrom: from,
          publicityUntil: until,
          objectionChannel: objections,
        },
        document(
          `${name}评标工作已经结束，现将中标候选人公示如下。`,
          [
            [
              '中标候选人',
              table(
                ['标段', '排序', '候选人', '投标报价', '工期', '项目负责人'],
                offers.map((offer) => [
                  offer.section ?? '—',
                  `第${offer.rank}名`,
                  offer.name,
                  price(offer),
                  offer.duration ?? facts.duration,
                  offer.leader?.join(' ') ?? '—',
                ]),
              ),
            ],
            [
              '评标情况',
              '评标委员会由五人以上单数组成，按招标文件载明的方法评审并推荐中标候选人，候选人均响应资格能力条件。',
            ],
            ['公示期', `${printed(from)}至${printed(until)}。`],
            ['异议渠道', objections],
          ],
          sign(at),
        ),
        { attachments: files },
      ),

    award: (
      at: string,
      decidedOn: string,
      winners: Offer[],
      more: More & { title?: string; opening?: string } = {},
    ) => {
      const { title, opening, ...header } = more;
      return story.publish(
        'award',
        at,
        title ?? `${name}中标结果公示`,
        {
          ...who,
          awardedOn: decidedOn,
          objectionChannel: objections,
          awards: winners.map((winner) => ({
            ...(winner.section && { section: winner.section }),
            supplier: winner.name,
            awardPrice: price(winner),
            duration: winner.duration ?? facts.duration,
            quality: QUALITY,
            ...(winner.leader && {
              leader: { name: winner.leader[0], certificate: winner.leader[1], certificateNumber: winner.leader[2] },
            }),
          })),
        },
        document(
          opening ?? `${name}（项目编号：${code}）中标候选人公示期满，招标人依法确定中标人，现予公示。`,
          [
            [
              '中标结果',
              table(
                ['标段', '中标人', '中标价', '工期', '项目负责人'],
                winners.map((winner) => [
                  winner.section ?? '—',
                  winner.name,
                  price(winner),
                  winner.duration ?? facts.duration,
                  winner.leader?.join(' ') ?? '—',
                ]),
              ),
            ],
            ['其他', `质量标准：${QUALITY}。中标通知书将在规定期限内发出。`],
            ['异议与投诉', objections],
          ],
          sign(at),
        ),
        header,
      );
    },

    letter: (at: string, winners: Offer[]) =>
      story.publish(
        'awardLetter',
        at,
        `${name}中标通知书`,
        {
          ...who,
          issuedOn: at.slice(0, 10),
          awards: winners.map((winner) => ({
            ...(winner.section && { section: winner.section }),
            supplier: winner.name,
            awardPrice: price(winner),
          })),
        },
        document(
          `${winners.map((winner) => winner.name).join('、')}：`,
          [
            [
              '中标内容',
              ...winners.map(
                (winner) => `${winner.name}为${name}${winner.section ?? ''}中标人，中标价${price(winner)}。`,
              ),
            ],
            ['签订合同', '请自本通知书发出之日起三十日内，按照招标文件和投标文件与招标人订立书面合同。'],
          ],
          sign(at),
        ),
      ),

    contract: (
      at: string,
      signedOn: string,
      number: string,
      winner: Offer,
      term: string,
      dates: { startsOn?: string; endsOn?: string } = {},
    ) =>
      story.publish(
        'contract',
        at,
        `${name}${winner.section ?? ''}合同订立信息`,
        {
          contractNumber: number,
          contractName: `${name}${winner.section ?? ''}合同`,
          ...(winner.section && { section: winner.section }),
          procuringEntity: tenderer,
          supplier: winner.name,
          contractPrice: price(winner),
          term,
          ...dates,
          quality: QUALITY,
          signedOn,
        },
        document(
          `${name}已签订书面合同，现予公开。`,
          [
            ['合同主体', `发包人：${tenderer}。承包人：${winner.name}。`],
            ['合同内容', `合同编号：${number}。合同价：${price(winner)}。期限：${term}。质量标准：${QUALITY}。`],
            ['签订日期', `${printed(signedOn)}。`],
          ],
          sign(at),
        ),
      ),

    failure: (at: string, failedOn: string, bidders: number, reason: string, followUp: string) =>
      story.publish(
        'failure',
        at,
        `${name}招标失败公告`,
        { ...who, failedOn, bidders, followUp },
        document(
          `${name}（项目编号：${code}）本次招标失败。`,
          [
            ['原因', reason],
            ['后续安排', followUp],
            ['联系方式', contacts],
          ],
          sign(at),
        ),
        { reason },
      ),
  };
}
