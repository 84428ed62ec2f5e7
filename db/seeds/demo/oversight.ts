import type { NoticeInput } from '../../../src/registers/notice.ts';
import { document, printed, storyOf, yuan, type Calendar, type Project } from './world.ts';

const BUREAU = '麦积区某住房和城乡建设局';
const PLANNER = '麦积区某发展和改革局';
const TREASURY = '麦积区某财政局';
const STATION = '麦积区某建设工程质量安全站';

/** What fills the six panels of one project beside its tender: each published by the unit in charge. */
export function oversee(
  project: Project,
  on: Calendar,
  { entity, contract, builder }: { entity: string; contract: string; builder: string },
): NoticeInput[] {
  const story = storyOf({ ...project, slug: `${project.slug}-jianguan` });
  const { name } = story.project;
  const tell = (
    kind: string,
    at: string,
    title: string,
    unit: string,
    fields: Record<string, unknown>,
    what: string,
    day: string,
  ) =>
    story.publish(
      kind,
      at,
      `${name}${title}`,
      { procuringEntity: entity, authority: unit, ...fields },
      document(
        `${name}${title}，现予公开。`,
        [
          ['内容', what],
          ['日期', `${printed(day)}。建设单位：${entity}。`],
          ['公开依据', '依照《政府信息公开条例》主动公开。对内容有疑问的，可以向发布单位查询，电话0938-×××××××。'],
        ],
        { unit, day: at },
      ),
      { unit: { name: unit } },
    );
  const permit = (at: number, code: string, title: string, unit: string, number: string) => {
    const approvedOn = on.published(at - 6).slice(0, 10);
    tell(
      'permit',
      on.published(at),
      title,
      unit,
      { permit: code, documentNumber: number, approvedOn },
      `批准${title}，编号${number}。`,
      approvedOn,
    );
  };
  const fund = (at: number, funding: string, title: string, sum: number, more: Record<string, unknown> = {}) => {
    const fundedOn = on.published(at - 2).slice(0, 10);
    tell(
      'funding',
      on.published(at),
      title,
      TREASURY,
      { funding, amount: yuan(sum), fundedOn, ...more },
      `${title}${yuan(sum)}。`,
      fundedOn,
    );
  };
  const payment = { payee: builder, contractNumber: contract };

  permit(-540, 'initiation', '立项批复', PLANNER, '麦发改〔20××〕××号');
  permit(-505, 'planning', '建设工程规划许可', '麦积区某自然资源局', '建字第62050320××××011号');
  tell(
    'designReview',
    on.published(-480),
    '施工图审查合格书',
    BUREAU,
    { reviewer: '甘肃某施工图审查中心', certificateNumber: '620503-20××-0188', reviewedOn: on.day(-485) },
    '甘肃某施工图审查中心审查合格，编号620503-20××-0188。',
    on.day(-485),
  );
  fund(-465, 'estimate', '概算批复', 6_900_000);
  fund(-380, 'allocation', '资金下达', 5_000_000, { documentNumber: '麦财建〔20××〕××号' });
  tell(
    'appointment',
    on.published(-362),
    '监理单位',
    BUREAU,
    { firm: '天水××工程监理有限公司', appointedOn: on.day(-366), price: yuan(98_000) },
    `监理单位为天水××工程监理有限公司，监理费${yuan(98_000)}。`,
    on.day(-366),
  );
  tell(
    'qualityRegistration',
    on.published(-355),
    '质量监督注册',
    STATION,
    { registeredOn: on.day(-357), documentNumber: 'MJ-ZJ-20××-031' },
    '办理质量监督手续，注册号MJ-ZJ-20××-031。',
    on.day(-357),
  );
  permit(-352, 'construction', '施工许可', BUREAU, '62050320××××0601');
  fund(-300, 'payment', '第一次支付', 1_860_000, payment);
  tell(
    'qualityInspection',
    on.published(-200),
    '质量监督检查',
    STATION,
    {
      inspectedOn: on.day(-204),
      inspected: '抽查主体结构混凝土强度、钢筋保护层，查阅检测报告。',
      conclusion: '一处保护层偏小，已整改复查合格',
    },
    '抽查主体结构，一处钢筋保护层偏小，施工单位整改后复查合格。',
    on.day(-204),
  );
  fund(-140, 'payment', '第二次支付', 2_480_000, payment);
  tell(
    'completionFiling',
    on.published(-48),
    '竣工验收备案',
    BUREAU,
    { acceptedOn: on.day(-62), filedOn: on.day(-50), documentNumber: 'MJ-BA-20××-009' },
    '工程竣工验收合格，已经备案，备案号MJ-BA-20××-009。',
    on.day(-50),
  );
  return story.notices;
}
