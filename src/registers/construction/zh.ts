import { biddingLabels } from '../bidding-labels.ts';
import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const zh: RegisterLabels = {
  name: '工程建设',
  short: '工程',
  title: '工程建设项目招标投标',
  what: '招标计划、招标公告、开标记录、中标候选人、中标结果、合同与履约',
  counter: '项',
  find: '项目、公司、标段',
  kinds: {
    approval: '审批核准信息', plan: '招标计划', prequalification: '资格预审公告', prequalificationClarification: '资格预审文件澄清',
    prequalificationResult: '资格预审结果', tender: '招标公告', clarification: '澄清、修改、补遗', postponement: '延期公告', suspension: '暂停公告',
    opening: '开标记录', candidate: '中标候选人公示', objection: '异议答复', award: '中标结果公示', awardLetter: '中标通知书', contract: '合同订立信息',
    contractChange: '合同变更', performance: '合同履约', completion: '竣工验收', settlement: '竣工结算', anomaly: '异常公告', complaint: '投诉处理结果',
    correction: '更正公告', failure: '招标失败（流标）公告', termination: '终止公告', retender: '重新招标公告', withdrawal: '撤回公告', explanation: '期限说明',
  },
  stages: {
    planning: '招标计划', prequalification: '资格预审中', tender: '招标中', closed: '评标中', candidate: '候选人公示', award: '已中标', contract: '已签合同',
    performance: '履约中', terminated: '已终止', withdrawn: '已撤回', amended: '已更正',
  },
  steps: { tender: '招标', candidate: '候选人', award: '中标', contract: '合同', performance: '履约' },
  fields: {
    reportReceivedOn: '收到评标报告日期',
    ...biddingLabels.zh,
    ...changeLabels.zh,
    method: '招标方式', category: '项目类别', procuringEntity: '招标人', agency: '招标代理机构', supervisor: '行政监督部门', supplier: '中标人',
    content: '招标内容', scope: '招标范围', scale: '建设规模', fundingSource: '资金来源', organisation: '招标组织形式', estimate: '估算金额',
    approver: '审批核准部门', approvedOn: '审批核准日期', approvalNumber: '审批核准文号', plannedFor: '预计招标时间', ceilingPrice: '最高投标限价（控制价）',
    qualification: '投标人资格能力要求', documentsFrom: '招标文件获取开始时间', documentsUntil: '招标文件获取截止时间', documentsHow: '招标文件获取方式',
    submission: '投标文件递交方式', electronic: '电子招标投标的网址和方法', deposit: '投标保证金', screening: '资格审查方式', applicants: '资格预审申请人', passed: '是否通过',
    clarificationType: '澄清类型', anomalies: '异常情况', evaluation: '评标情况', objector: '异议人', receivedOn: '收到日期', matter: '事由', answer: '答复',
    answeredOn: '答复日期', suspended: '是否暂停招标投标活动', issuedOn: '发出日期', contractPrice: '合同价', term: '合同期限', reportName: '报告名称', performed: '履约内容',
    contractChanges: '合同变更情况', actualDuration: '实际工期', completedOn: '完成（竣工）日期', settlementPrice: '结算价', settledOn: '结算日期', auditor: '结算审核单位',
    verdict: '验收意见', reviewResult: '审核结果', reviewedOn: '审核日期', reviewer: '审核单位', refund: '费用和保证金的退还', acceptedOn: '验收日期', takenUpOn: '受理日期',
    basis: '处理依据', restriction: '限制行为', measure: '限制内容', from: '开始日期', until: '截止日期',
  },
  choices: {
    method: { open: '公开招标', invited: '邀请招标', direct: '不招标' },
    category: {
      construction: '施工', epc: '工程总承包', survey: '勘察', design: '设计', supervision: '监理', consulting: '工程咨询', goods: '设备材料', other: '其他',
    },
    organisation: { self: '自行招标', agency: '委托招标' },
    screening: { 'all-qualified': '合格制', limited: '有限数量制' },
    clarificationType: { clarification: '澄清', modification: '修改', addendum: '补遗', answers: '答疑' },
    corrected: { notice: '公告', documents: '招标文件', candidate: '中标候选人', result: '中标结果', contract: '合同', other: '其他' },
  },
  columns: { procuringEntity: '招标人', ceiling: '控制价', winner: '中标人', price: '中标价' },
  facets: { method: '招标方式', category: '项目类别' },
  roles: {
    buyer: '发包人', procuringEntity: '招标人', supplier: '中标人', tenderer: '投标人', candidate: '中标候选人', agency: '招标代理', supervisor: '行政监督', publisher: '发布单位',
  },
  periods: {
    T1: '招标文件发出至投标截止', T2: '澄清、修改至投标截止', T3: '资格预审文件澄清至申请截止', T4: '招标（资格预审）文件发售期', T5: '资格预审文件停止发售至申请截止', T6: '异议的提出与答复', T7: '投标截止与开标同一时间', T8: '收到评标报告至候选人公示', T9: '中标候选人公示期', T10: '异议答复', T11: '中标通知书至书面合同', T12: '确定中标人至书面报告', T13: '退还投标保证金', T14: '投标、履约保证金比例', T15: '投诉受理至处理决定', T16: '评标委员会与投标人数', T17: '终止招标公告', T18: '媒介发布时限', T19: '必须招标的规模标准', T20: '评标报告至定标',
  },
};
