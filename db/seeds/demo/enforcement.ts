import { CLINIC_PROJECT } from './construction.ts';
import { document, printed, storyOf, yuan, type Calendar, type More, type Project } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** Demo stories of what was looked into and what came of it. Nobody here exists; a person is masked as anywhere. */
export function enforcementStories(on: Calendar): NoticeInput[][] {
  return [schoolFee(on), riverSand(on), beyondBounds(on), collusion(on), cover(on), patrol(on), annulled(on)];
}

interface Facts extends Omit<Project, 'register' | 'unit'> {
  authority: string;
  matter: string;
  respondent: string | { name: string; person: true };
  place: string;
}

function caseOf(facts: Facts) {
  const { authority, matter, respondent, place, name } = facts;
  const story = storyOf({ ...facts, register: 'enforcement', unit: authority });
  const about = { matter, respondent, authority, place };
  const tell = (
    kind: string,
    at: string,
    title: string,
    fields: Record<string, unknown>,
    opening: string,
    sections: [string, ...string[]][],
    more: More = {},
  ) =>
    story.publish(
      kind,
      at,
      title,
      fields,
      document(opening, [...sections, ['联系方式', `${authority}，0938-×××××××。对本公告有异议的，可以书面提出。`]], {
        unit: authority,
        day: at,
      }),
      more,
    );
  return {
    notices: story.notices,
    filing: (at: string, filedOn: string, facts: string) =>
      tell('filing', at, `${name}立案公告`, { ...about, filedOn, facts }, `${authority}依法立案调查，现予公开。`, [
        ['立案', `${printed(filedOn)}立案。${facts}`],
        ['说明', '立案不是结论。是否违法，以最后的决定为准；当事人有权陈述、申辩。'],
      ]),
    penalty: (
      at: string,
      said: {
        documentNumber: string;
        facts: string;
        breached: string;
        basis: string;
        penalty: string;
        decidedOn: string;
        found?: number;
        fine?: number;
        [more: string]: unknown;
      },
    ) => {
      const { found, fine, ...rest } = said;
      return tell(
        'penalty',
        at,
        `${name}行政处罚决定`,
        {
          ...about,
          ...rest,
          ...(found !== undefined && { found: yuan(found) }),
          ...(fine !== undefined && { fine: yuan(fine) }),
        },
        `${authority}作出行政处罚决定（${said.documentNumber}），现予公开。`,
        [
          ['事实', said.facts],
          ['依据', `违反${said.breached}；依据${said.basis}。`],
          ['决定', said.penalty],
          ['救济', '不服本决定的，可以依法申请行政复议或者提起行政诉讼。'],
        ],
      );
    },
    treasury: (at: string, paid: number, paidOn: string) =>
      tell(
        'treasury',
        at,
        `${name}收缴国库公告`,
        { authority, paid: yuan(paid), paidOn, voucher: '620500××××' },
        `${name}的款项已经缴入国库，现予公开。`,
        [['缴库', `${printed(paidOn)}缴入国库${yuan(paid)}，一般缴款书编号620500××××。执法单位不留用、不返还。`]],
      ),
    refund: (at: string, returned: number, returnedOn: string, recipients: string) =>
      tell(
        'refund',
        at,
        `${name}退还公告`,
        { authority, returned: yuan(returned), returnedOn, recipients },
        `${name}的款项已经退还，现予公开。`,
        [['退还', `${printed(returnedOn)}退还${yuan(returned)}，退给${recipients}。没有收到的，请与下面的电话联系。`]],
      ),
    rectification: (at: string, rectifiedOn: string, done: string) =>
      tell('rectification', at, `${name}整改公告`, { authority, rectifiedOn, done }, `${name}已经整改，现予公开。`, [
        ['整改', `${printed(rectifiedOn)}前完成：${done}`],
        ['核查', `${authority}已到现场核查，认为整改到位；以后再犯的，依法从重处理。`],
      ]),
    closure: (at: string, concludedOn: string, outcome: string) =>
      tell('closure', at, `${name}结案公告`, { authority, concludedOn, outcome }, `${name}已经结案，现予公开。`, [
        ['结果', `${printed(concludedOn)}结案。${outcome}`],
        ['说明', '决定书、缴款书和退还的明细存档备查，可以依法申请公开。'],
      ]),
    revocation: (at: string, revokedOn: string, ground: string, revoker: string) =>
      tell(
        'revocation',
        at,
        `${name}撤销公告`,
        { authority, revokedOn, ground, revoker },
        `${name}的行政处罚决定已被撤销，现予公开。`,
        [
          ['撤销', `${printed(revokedOn)}，${revoker}撤销该决定。${ground}`],
          ['说明', '该决定自始不再执行，已经缴纳的依法退还；原公告保留并标明，不作为当事人的记录。'],
        ],
        { reason: ground },
      ),
    patrol: (at: string, patrolledOn: string, seen: string, handling: string) =>
      tell(
        'patrol',
        at,
        `${name}公告`,
        { matter, authority, place, patrolledOn, seen, handling },
        `${authority}开展动态巡查，现将情况公开如下。`,
        [
          ['巡查', `${printed(patrolledOn)}巡查。${seen}`],
          ['处理', handling],
        ],
      ),
  };
}

/** Found, given back, put right, closed: what came in is what was found. */
function schoolFee(on: Calendar) {
  const story = caseOf({
    slug: 'zilixiangmu',
    code: `MJ-CF-${on.year(-75)}-014`,
    name: '麦积区××小学自立项目收费案',
    region: '620503',
    authority: '麦积区某市场监督管理局',
    matter: 'groundlessFee',
    respondent: '麦积区××小学',
    place: '麦积区××镇',
  });
  story.filing(on.published(-75), on.published(-78).slice(0, 10), '有人反映该校收取目录以外的“设备使用费”。');
  story.penalty(on.published(-48), {
    documentNumber: `麦市监罚〔${on.year(-50)}〕××14号`,
    facts: '查明该校向312名学生每人收取“设备使用费”150元，共46,800元，没有收费依据。',
    breached: '《价格违法行为行政处罚规定》第九条第（五）项（演示）',
    basis: '《价格违法行为行政处罚规定》第十六条（演示）',
    penalty: '责令停止收费，三十日内退还46,800.00元。',
    decidedOn: on.published(-50).slice(0, 10),
    servedOn: on.published(-49).slice(0, 10),
    returnBy: on.day(-18),
    rectifyBy: on.day(-18),
    found: 46_800,
  });
  story.refund(on.published(-26), 46_800, on.day(-27), '312名学生的家长');
  story.rectification(on.published(-24), on.published(-25).slice(0, 10), '取消该项收费，收费公示栏按目录重新公布。');
  story.closure(on.published(-9), on.published(-10).slice(0, 10), '46,800.00元已经全部退还。');
  return story.notices;
}

/** Half of it paid: what is open is shown. */
function riverSand(on: Calendar) {
  const story = caseOf({
    slug: 'caisha',
    code: `WS-CF-${on.year(-60)}-007`,
    name: '武山县××村河道无证采砂案',
    region: '620524',
    authority: '武山县某水务局',
    matter: 'riverSand',
    respondent: '武山某砂石有限公司',
    place: '武山县××镇××村河段',
  });
  story.filing(on.published(-60), on.published(-62).slice(0, 10), '巡查发现该公司在禁采河段采砂。');
  story.penalty(on.published(-20), {
    documentNumber: `武水罚〔${on.year(-24)}〕××07号`,
    facts: '查明该公司没有河道采砂许可证，采砂约××立方米，所得40,000元。',
    breached: '《水法》第三十九条（演示）',
    basis: '《水法》第七十二条（演示）',
    penalty: '没收所得40,000.00元，罚款120,000.00元，恢复河道原状。',
    decidedOn: on.published(-24).slice(0, 10),
    servedOn: on.published(-22).slice(0, 10),
    payBy: on.day(-3),
    rectifyBy: on.day(30),
    found: 40_000,
    fine: 120_000,
    benchmark: 'cl-sw-01',
    gravity: 'serious',
  });
  story.treasury(on.published(-7), 100_000, on.published(-8).slice(0, 10));
  return story.notices;
}

/** Looked into; nothing is decided. */
function beyondBounds(on: Calendar) {
  const story = caseOf({
    slug: 'yuejie',
    code: `WS-LA-${on.year(-13)}-003`,
    name: '武山县××山石料矿涉嫌越界开采案',
    region: '620524',
    authority: '武山县某自然资源局',
    matter: 'beyondBounds',
    respondent: '甘肃某矿业有限公司',
    place: '武山县××山',
  });
  story.filing(on.published(-13), on.published(-14).slice(0, 10), '实测采坑边线，局部在登记的拐点以外，正在核实。');
  return story.notices;
}

/** Barred from bidding: from when, until when, by which article. */
function collusion(on: Calendar) {
  const story = caseOf({
    slug: 'jinzhi',
    code: `QZ-CF-${on.year(-150)}-002`,
    name: '秦州区××道路勘察投标弄虚作假案',
    region: '620502',
    authority: '秦州区某住房和城乡建设局',
    matter: 'tendering',
    respondent: '甘肃××工程咨询有限公司',
    place: '秦州区',
  });
  story.penalty(on.published(-150), {
    documentNumber: `秦住建罚〔${on.year(-153)}〕××02号`,
    facts: '查明该公司投标时提供的业绩证明与档案不符。',
    breached: '《招标投标法》第三十三条（演示）',
    basis: '《招标投标法》第五十四条（演示）',
    penalty: '罚款180,000.00元，一年内取消参加依法必须进行招标的项目的投标资格。',
    decidedOn: on.published(-153).slice(0, 10),
    servedOn: on.published(-152).slice(0, 10),
    fine: 180_000,
    barScope: 'tendering',
    barFrom: on.published(-152).slice(0, 10),
    barUntil: on.day(212),
    barBasis: '《招标投标法》第五十四条第二款（演示）',
  });
  story.treasury(on.published(-138), 180_000, on.published(-140).slice(0, 10));
  story.closure(on.published(-120), on.published(-121).slice(0, 10), '罚款已经缴清；限制期满以前不得投标。');
  return story.notices;
}

/** Found on a project that is here: it stands in the panel of that project. */
function cover(on: Calendar) {
  const story = caseOf({
    slug: 'baohuceng',
    code: `MJ-CF-${on.year(-195)}-021`,
    investmentCode: CLINIC_PROJECT,
    name: '麦积区某社区卫生服务中心扩建工程钢筋保护层不足案',
    region: '620503',
    authority: '麦积区某住房和城乡建设局',
    matter: 'quality',
    respondent: '天水××建筑工程有限公司',
    place: '麦积区',
  });
  story.penalty(on.published(-188), {
    documentNumber: `麦住建罚〔${on.year(-190)}〕××21号`,
    facts: '质量监督检查发现一处钢筋保护层小于设计要求。',
    breached: '《建设工程质量管理条例》第二十八条（演示）',
    basis: '《建设工程质量管理条例》第六十四条（演示）',
    penalty: '责令改正，罚款20,000.00元。',
    decidedOn: on.published(-190).slice(0, 10),
    servedOn: on.published(-189).slice(0, 10),
    rectifyBy: on.day(-170),
    fine: 20_000,
  });
  story.treasury(on.published(-180), 20_000, on.published(-182).slice(0, 10));
  story.rectification(on.published(-172), on.published(-175).slice(0, 10), '凿除重做，复查合格。');
  story.closure(on.published(-165), on.published(-166).slice(0, 10), '罚款已经缴清，整改到位。');
  return story.notices;
}

function patrol(on: Calendar) {
  const story = caseOf({
    slug: 'xuncha',
    code: `QA-XC-${on.year(-5)}-011`,
    name: '秦安县××沟采石取土动态巡查',
    region: '620522',
    authority: '秦安县某自然资源局',
    matter: 'unlicensedQuarrying',
    respondent: '无',
    place: '秦安县××沟',
  });
  story.patrol(
    on.published(-5),
    on.published(-6).slice(0, 10),
    '沿沟巡查三处旧采点，没有发现新的采石、取土。',
    '旧采点的警示牌已经补设，下月再查；群众发现采石取土的，可以打下面的电话。',
  );
  return story.notices;
}

/** A decision that did not stand: struck, and nobody's record. */
function annulled(on: Calendar) {
  const story = caseOf({
    slug: 'chexiao',
    code: `GG-CF-${on.year(-90)}-005`,
    name: '甘谷县××村取土案',
    region: '620523',
    authority: '甘谷县某自然资源局',
    matter: 'unlicensedQuarrying',
    respondent: { name: '演某某', person: true },
    place: '甘谷县××村',
  });
  story.penalty(on.published(-90), {
    documentNumber: `甘自然罚〔${on.year(-93)}〕××05号`,
    facts: '认定当事人未经批准取土。',
    breached: '《土地管理法》第七十五条（演示）',
    basis: '《土地管理法》第七十五条（演示）',
    penalty: '罚款2,000.00元。',
    decidedOn: on.published(-93).slice(0, 10),
    servedOn: on.published(-92).slice(0, 10),
    fine: 2_000,
  });
  story.revocation(
    on.published(-40),
    on.published(-41).slice(0, 10),
    '复议认为事实不清，取土是修缮自家院墙。',
    '甘谷县某人民政府',
  );
  return story.notices;
}
