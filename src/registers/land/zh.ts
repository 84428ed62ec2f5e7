import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const zh: RegisterLabels = {
  name: '土地使用权',
  short: '土地',
  title: '国有建设用地使用权',
  what: '供应计划、出让公告、成交公示、供地结果、合同履行',
  counter: '宗',
  find: '宗地、坐落、受让人',
  kinds: {
    plan: '供应计划', grant: '出让公告', agreement: '协议出让公示', allocation: '划拨用地公示', lease: '租赁公示', contribution: '作价出资（入股）公示', change: '补充（变更）公告',
    postponement: '延期公告', suspension: '中止公告', confirmation: '成交确认书', deal: '成交公示', supply: '供地结果', contract: '出让合同', payment: '价款缴纳', delivery: '交地',
    commencement: '开工', completion: '竣工', idle: '闲置土地处置', correction: '更正公告', failure: '未成交公告', termination: '终止公告', regrant: '重新出让公告', withdrawal: '撤回公告', explanation: '期限说明',
  },
  stages: {
    planning: '供应计划', tender: '正在出让', closed: '报名已截止', candidate: '公示中', award: '已成交', contract: '已签合同', performance: '合同履行中',
    terminated: '已终止', withdrawn: '已撤回', amended: '已更正',
  },
  steps: { tender: '出让', award: '成交', contract: '合同', performance: '履行' },
  fields: {
    ...changeLabels.zh,
    grantor: '出让人（供地单位）', planYear: '计划年度', plannedArea: '计划供应总量', supplies: '计划供应', plannedFor: '计划供应时间', guidance: '政策导向', method: '供应方式',
    parcels: '宗地', parcel: '宗地编号', section: '宗地', location: '坐落', area: '出让面积', totalArea: '规划区总面积', use: '用途', useScheme: '用途分类标准', useCode: '用途代码', term: '使用年限',
    plotRatio: '容积率', buildingDensity: '建筑密度', greenRatio: '绿地率', height: '建筑高度', planningOther: '其他规划条件', grade: '土地级别', investmentIntensity: '投资强度',
    deposit: '竞买保证金', startingPrice: '起始价', increment: '增价幅度', valuationFiling: '土地估价报告备案号',
    bidderScope: '竞买人范围', documentsFrom: '出让文件获取开始时间', documentsUntil: '出让文件获取截止时间', documentsHow: '出让文件获取方式', applicationFrom: '报名开始时间', applicationDeadline: '报名截止时间',
    depositDeadline: '保证金到账截止时间', listingFrom: '挂牌开始时间', listingUntil: '挂牌截止时间', saleAt: '招标（拍卖）时间', salePlace: '地点', awardRule: '确定竞得人的标准和方法', contact: '联系方式', round: '第几次',
    suspendedOn: '中止日期', resumesOn: '恢复日期', corrected: '更正事项',
    confirmedOn: '确认日期', dealtOn: '成交日期', dealPrice: '成交价', transferee: '受让人（竞得人）', members: '联合竞买人', publicityFrom: '公示开始日期', publicityUntil: '公示截止日期', objectionChannel: '提出异议的渠道和方式',
    ground: '供地依据', approver: '批准单位', supervisionNumber: '电子监管号', landSource: '土地来源', industry: '行业分类',
    contractNumber: '合同编号', contractPrice: '出让价款', paymentTerms: '价款支付约定', deliverBy: '约定交地时间', commenceBy: '约定开工时间', completeBy: '约定竣工时间', signedOn: '合同签订日期',
    amountPaid: '缴纳价款', paidOn: '缴纳日期', outstanding: '尚未缴纳', deliveredOn: '实际交地日期', condition: '交付条件', commencedOn: '实际开工日期', completedOn: '实际竣工日期', verdict: '核验意见',
    decider: '认定（处置）单位', decidedOn: '认定（处置）日期', finding: '认定情况', cause: '闲置原因', disposal: '处置方式', idleFee: '土地闲置费',
    failedOn: '未成交日期', terminatedOn: '终止日期', refund: '保证金退还', other: '其他事项',
  },
  choices: {
    method: { tender: '招标', auction: '拍卖', listing: '挂牌', agreement: '协议', allocation: '划拨', lease: '租赁', contribution: '作价出资（入股）' },
    useScheme: { 'GB/T 21010': '土地利用现状分类（GB/T 21010）', 'land-and-sea': '用地用海分类', 'third-survey': '第三次国土调查分类', printed: '按公告所载' },
    useClass: { residential: '住宅', commercial: '商服', industrial: '工业', storage: '仓储物流', public: '公共服务', transport: '交通', other: '其他' },
    corrected: { notice: '出让公告', documents: '出让文件', result: '成交结果', contract: '出让合同', other: '其他' },
    landSource: { new: '新增建设用地', stock: '存量建设用地' },
    idleCause: { holder: '土地使用权人原因', government: '政府及有关部门原因', forceMajeure: '不可抗力', other: '其他' },
  },
  columns: { use: '用途', area: '面积', method: '方式', startingPrice: '起始价', dealPrice: '成交价', premium: '溢价' },
  facets: { use: '用途', method: '方式' },
  roles: { grantor: '出让人', procuringEntity: '出让人', buyer: '出让人', supplier: '受让人', tenderer: '竞买人', candidate: '拟受让人（竞得人）', agency: '受托机构', supervisor: '批准单位', publisher: '发布单位' },
  periods: {
    L1: '出让公告至出让开始', L2: '补充公告至出让开始', L3: '挂牌时间', L4: '出让活动结束至公布结果', L5: '退还保证金', L6: '投标、竞买人数', L7: '应当招拍挂的用地', L8: '成交至签订合同', L9: '价款缴纳', L10: '竞买保证金比例', L11: '协议出让公示', L12: '最高年限', L13: '约定动工至实际动工（满一年为闲置）', L14: '征收公告', L15: '划拨公示',
  },
};
