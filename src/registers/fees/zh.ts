import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const zh: RegisterLabels = {
  name: '收费目录',
  short: '收费',
  title: '收费目录',
  what: '收什么、收多少、凭什么收、缴到哪里，取消和停征的',
  counter: '项',
  find: '收的是什么钱',
  kinds: { entry: '列入目录', revision: '标准调整', reduction: '减免', suspension: '停征', cancellation: '取消', conversion: '转为税或其他收费', withdrawal: '撤回', explanation: '期限说明' },
  stages: { planning: '尚未执行', performance: '执行中', suspended: '已停征', terminated: '已取消', withdrawn: '已撤回', amended: '已更正' },
  steps: { performance: '执行' },
  fields: {
    ...changeLabels.zh,
    name: '名称', aliases: '俗称', family: '收费种类', level: '设立级次', department: '部门', order: '项目序号', chargingUnit: '执收单位', payer: '向谁收', fund: '资金管理方式',
    enterpriseRelated: '涉企', preApproval: '行政审批前置', importExport: '涉进出口环节',
    standards: '收费标准', number: '子项序号', kind: '标准形式', printed: '标准原文', unit: '计费单位', currency: '币种', amount: '金额（元）或比例（%）', lower: '下限', upper: '上限', base: '计费基数', applied: '实际执行',
    appliedReason: '不按下限的依据', extra: '在其他子项之上加收',
    basis: '依据', document: '文件名称', documentNumber: '文号', article: '条款', issuedOn: '发文日期', url: '网址', repealedOn: '废止日期',
    catalogueOn: '目录截至日期', effectiveFrom: '执行日期', effectiveUntil: '截止日期', formedOn: '文件形成（收到）日期', verifiedOn: '核对日期', sourceUrl: '来源网址', toVerify: '待核事项', other: '备注',
    who: '减免对象', reduction: '减免方式', percent: '减征比例', rule: '减免规定', part: '只涉及的子项', convertedTo: '转为', into: '转为后的名称',
  },
  choices: {
    family: { administrative: '行政事业性收费', fund: '政府性基金', service: '政府定价经营服务收费', deposit: '涉企保证金', resource: '国有资源有偿使用', tax: '税' },
    level: { state: '国家', province: '省', city: '市', county: '县（区）' },
    fund: {
      'central-treasury': '缴入中央国库', 'local-treasury': '缴入地方国库', 'central-local-treasury': '缴入中央和地方国库', 'same-level-treasury': '缴入同级国库', 'local-account': '缴入地方财政专户',
      'central-local-account': '缴入中央和地方财政专户', 'central-local-finance': '缴入中央和地方财政',
    },
    payer: { individual: '个人', enterprise: '企业', both: '个人、企业' },
    standardKind: { fixed: '固定', range: '区间', ratio: '比例', formula: '公式', provincial: '按省定标准', document: '见文件' },
    reduction: { exempt: '免收', reduced: '减收' },
    convertedTo: { tax: '税', service: '经营服务性收费', fund: '政府性基金' },
  },
  columns: {},
  facets: { family: '种类', level: '级次', payer: '向谁收', department: '部门' },
  roles: { publisher: '发布单位', supervisor: '监督部门', supplier: '缴费人' },
  periods: {
    F1: '形成或变更至公开', F2: '涉企收费清单', F3: '许可收费', F4: '价格违法行为', F5: '收费项目设立权限', F6: '制定标准的程序', F8: '依申请公开答复', F9: '公开标准目录',
  },
};
