import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const zh: RegisterLabels = {
  name: '矿业权',
  short: '矿业权',
  title: '矿业权',
  what: '探矿权、采矿权的出让公告、结果公示、登记、转让',
  counter: '宗',
  find: '矿种、位置、受让人',
  kinds: {
    plan: '出让计划', grant: '出让公告', agreement: '协议出让公示', change: '变更公告', postponement: '延期公告', suspension: '中止公告', confirmation: '成交确认书', deal: '结果公示',
    contract: '出让合同', registration: '登记公告', renewal: '延续登记公告', alteration: '变更登记公告', transfer: '转让公示', annualReport: '年度报告', areaNotice: '勘查（开采）区域公告', cancellation: '注销登记公告',
    correction: '更正公告', failure: '未成交公告', termination: '终止公告', regrant: '重新出让公告', withdrawal: '撤回公告', explanation: '期限说明',
  },
  stages: {
    planning: '计划出让', tender: '正在出让', closed: '报名已截止', candidate: '公示中', award: '已成交', contract: '已签合同', performance: '已登记',
    terminated: '已终止', withdrawn: '已撤回', amended: '已更正',
  },
  steps: { tender: '出让', award: '成交', contract: '合同', performance: '登记' },
  fields: {
    ...changeLabels.zh,
    grantor: '出让人', planYear: '计划年度', blocks: '计划出让区块', plannedFor: '计划出让时间', platform: '交易平台', method: '出让方式',
    rights: '矿业权', section: '矿业权', name: '名称', right: '权利种类', mineral: '矿种', location: '地理位置', corners: '拐点坐标', area: '面积', reserves: '资源储量（勘查程度）', elevation: '开采标高', development: '开发利用要求',
    term: '年限', restoration: '勘查投入（生态修复）要求', earlierFunding: '前期财政勘查投入', deposit: '竞买保证金', startingPrice: '起始价', increment: '增价幅度', royaltyRate: '矿业权出让收益率',
    bidderConditions: '竞买人条件', documentsFrom: '出让文件获取开始时间', documentsUntil: '出让文件获取截止时间', documentsHow: '出让文件获取方式', applicationFrom: '报名开始时间', applicationDeadline: '报名截止时间',
    depositDeadline: '保证金到账截止时间', listingFrom: '挂牌开始时间', listingUntil: '挂牌截止时间', saleAt: '招标（拍卖）时间', salePlace: '交易场所', awardRule: '确定竞得人的标准和方法', riskNotice: '风险提示',
    objectionChannel: '异议处理方式', contact: '联系方式', round: '第几次', suspendedOn: '中止日期', resumesOn: '恢复日期', corrected: '更正事项',
    confirmedOn: '确认日期', dealtOn: '成交日期', dealPrice: '成交价', transferee: '受让人（竞得人）', publicityFrom: '公示开始日期', publicityUntil: '公示截止日期', ground: '依据（原因）',
    contractNumber: '合同编号', extent: '矿区（勘查区）范围', duties: '勘查、开采、生态修复和安全要求', contractPrice: '出让价款', paymentTerms: '出让收益缴纳方式', signedOn: '签订日期',
    licence: '证书（许可证）号', holder: '矿业权人', validFrom: '有效期开始日期', validUntil: '有效期截止日期', issuer: '登记（发证）机关', registeredOn: '登记日期', renewalCount: '第几次延续', areaReduced: '核减面积', cancelledOn: '注销日期',
    transferor: '转让人', transferMethod: '转让方式', transferPrice: '转让价格', reportYear: '报告年度', invested: '当年投入', output: '当年产量', duesPaid: '税费缴纳', restorationDone: '生态修复', reported: '勘查开采情况',
    announcer: '公告单位', failedOn: '未成交日期', terminatedOn: '终止日期', refund: '保证金退还', other: '其他事项',
  },
  choices: {
    right: { explorationRight: '探矿权', extractionRight: '采矿权' },
    method: { tender: '招标', auction: '拍卖', listing: '挂牌', agreement: '协议' },
    transferMethod: { sale: '出售', contribution: '作价出资', merger: '合并、分立', inheritance: '继承', other: '其他' },
    corrected: { notice: '出让公告', documents: '出让文件', result: '成交结果', registration: '登记信息', other: '其他' },
  },
  columns: { mineral: '矿种', right: '权利', area: '面积', startingPrice: '起始价', dealPrice: '成交价', royaltyRate: '收益率', transferee: '受让人' },
  facets: { mineral: '矿种', right: '权利', method: '方式' },
  roles: {
    grantor: '出让人', procuringEntity: '出让人', buyer: '出让人', supplier: '受让人（矿业权人）', tenderer: '竞买人', candidate: '拟受让人', agency: '交易平台', transferor: '转让人', supervisor: '登记（发证）机关', publisher: '发布单位',
  },
  periods: {
    M1: '出让公告至出让开始', M2: '挂牌时间', M3: '重大变更顺延', M4: '成交确认至结果公示', M5: '结果公示期', M6: '投标、竞买人数', M7: '协议出让公示期', M8: '转让公示期', M9: '转让审批', M10: '年限', M11: '应当竞争出让',
  },
};
