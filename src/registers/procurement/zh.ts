import { biddingLabels } from '../bidding-labels.ts';
import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const zh: RegisterLabels = {
  name: '政府采购',
  short: '采购',
  title: '政府采购',
  what: '采购意向、采购公告、中标（成交）结果、合同、验收',
  counter: '项',
  find: '项目、采购人、供应商',
  kinds: {
    intention: '采购意向', prequalification: '资格预审公告', tender: '招标公告', negotiation: '竞争性谈判公告', consultation: '竞争性磋商公告', inquiry: '询价公告',
    framework: '框架协议征集公告', singleSource: '单一来源采购公示', clarification: '澄清公告', postponement: '延期公告', suspension: '暂停公告', opening: '开标记录',
    candidate: '中标（成交）候选人公示', award: '中标（成交）结果公告', frameworkResult: '框架协议入围结果公告', contract: '合同公告', contractChange: '合同变更公告',
    acceptance: '验收结果公告', complaint: '投诉处理结果公告', inspection: '监督检查处理结果公告', assessment: '集中采购机构考核结果公告', correction: '更正公告',
    failure: '废标公告', termination: '终止公告', retender: '重新采购公告', withdrawal: '撤回公告', explanation: '期限说明',
  },
  stages: {
    planning: '采购意向', prequalification: '资格预审中', tender: '采购中', closed: '评审中', candidate: '公示中', award: '已成交', contract: '已签合同', performance: '已验收',
    terminated: '已终止', supervision: '监督检查', withdrawn: '已撤回', amended: '已更正',
  },
  steps: { tender: '采购', award: '成交', contract: '合同', performance: '验收' },
  fields: {
    ...biddingLabels.zh,
    ...changeLabels.zh,
    buyer: '采购人', agency: '采购代理机构', projectContact: '项目联系方式', category: '采购类别', catalogue: '采购品目', budget: '预算金额', ceilingPrice: '最高限价',
    requirement: '采购需求', qualification: '申请人资格要求', policy: '落实政府采购政策的要求', section: '采购包（标项）', sections: '采购包（标项）划分', quantity: '数量',
    documentsFrom: '采购文件获取开始时间', documentsUntil: '采购文件获取截止时间', documentsWhere: '采购文件获取地点', documentsHow: '采购文件获取方式', documentPrice: '采购文件售价',
    bidDeadline: '投标（响应）文件提交截止时间', openingAt: '开标（开启）时间', openingPlace: '开标（开启）地点', noticePeriod: '公告期限', tenderer: '供应商',
    bids: '投标（响应）情况', bidPrice: '报价', rejected: '投标无效的原因', awards: '中标（成交）信息', awardPrice: '中标（成交）金额', awardedOn: '中标（成交）日期',
    failedSections: '未成交的采购包', cancelledAwards: '取消的中标（成交）结果', duration: '服务（交货）期限', intentions: '采购意向', number: '序号', plannedFor: '预计采购时间', remark: '备注',
    supervisor: '同级财政部门', description: '拟采购的货物或者服务的说明', justification: '采用单一来源采购方式的原因及说明', experts: '评审（论证）专家名单', employer: '工作单位', position: '职称',
    opinion: '意见', screening: '资格预审方法', applicationPlace: '申请文件提交地点', shortlisting: '入围规则', items: '主要标的', specification: '规格型号', scope: '范围',
    standard: '标准', unitPrice: '单价', agencyFee: '代理服务收费标准及金额', performancePlace: '履约地点', panel: '验收小组成员', userOpinion: '服务对象意见',
    facts: '基本情况', decision: '处理依据及结果', concerned: '相关当事人', assessor: '考核单位', period: '考核期间', content: '考核内容', assessmentMethod: '考核方法', result: '考核结果',
    problems: '存在问题', firstNoticeOn: '首次公告日期', changedOn: '更正（变更）日期', bidders: '参加采购的供应商',
  },
  choices: {
    method: {
      open: '公开招标', invited: '邀请招标', negotiation: '竞争性谈判', consultation: '竞争性磋商', inquiry: '询价', singleSource: '单一来源', framework: '框架协议', innovation: '合作创新采购', other: '其他',
    },
    category: { goods: '货物', works: '工程', services: '服务' },
    corrected: { notice: '采购公告', documents: '采购文件', result: '采购结果', contract: '采购合同', other: '其他' },
  },
  columns: { buyer: '采购人', method: '采购方式', budget: '预算', supplier: '供应商', amount: '成交金额' },
  facets: { method: '采购方式', category: '采购类别' },
  roles: {
    buyer: '采购人', procuringEntity: '采购人', supplier: '中标（成交）供应商', tenderer: '参加供应商', candidate: '候选（拟定）供应商', agency: '采购代理', supervisor: '财政部门', publisher: '发布单位',
  },
  periods: {
    P1: '采购意向公开至采购活动开始', P2: '招标文件发出至投标截止', P3: '招标文件提供期', P4: '招标公告期限', P5: '资格预审公告至提交申请', P6: '澄清、修改至投标截止', P7: '谈判文件发出至响应截止', P8: '询价通知书发出至响应截止', P9: '磋商文件发出至响应截止', 'P9-2': '磋商文件提供期', P10: '单一来源公示期', P11: '评审结束至确定', P12: '确定中标（成交）至结果公告', P13: '中标公告期限', P14: '结果公告至合同签订', P15: '合同签订至合同公告', 'P15-2': '结果公告至合同公告', P16: '合同备案', P17: '保证金', P18: '补充合同金额', P19: '提出质疑', P20: '质疑答复', P21: '提起投诉', P22: '投诉审查', P23: '投诉处理', P24: '询问答复', P25: '化整为零', P26: '评审委员会人数', P27: '谈判、询价小组人数', P28: '文件保存', P29: '媒体发布时限',
  },
};
