import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';
import { meanings } from './zh-meanings.ts';

export const zh: RegisterLabels = {
  name: '八项行动',
  short: '行动',
  title: '八项专项攻坚整治行动',
  what: '2012年的八件事，牵头单位、阶段，今天在本站看什么',
  counter: '篇',
  find: '行动、单位',
  kinds: {
    progress: '行动进展',
    withdrawal: '撤回',
    explanation: '期限说明',
  },
  stages: {
    told: '已公布',
    withdrawn: '已撤回',
    amended: '已更正',
  },
  steps: { told: '已公布' },
  meanings,
  fields: {
    ...changeLabels.zh,
    action: '行动',
    actionStage: '阶段',
    lead: '牵头单位',
    asOf: '截至日期',
    progress: '进展',
    next: '下一步',
    document: '文件名称',
    formedOn: '文件形成日期',
    toVerify: '待核事项',
    other: '备注',
  },
  choices: {
    action: {
      'approvals-fees': '清理规范行政审批事项和行政事业性收费',
      building: '工程建设领域突出问题专项治理',
      purchases: '规范政府集中采购行为',
      'land-mining': '规范国有土地使用权和矿业权出让',
      cadres: '干部教育监督和约束管理',
      services: '行政审批服务创新和行为监管',
      penalties: '规范行政执法行为',
      'special-funds': '专项资金清理清查',
    },
    actionStage: {
      mobilisation: '动员部署',
      problems: '查找问题',
      work: '工作推进',
      evaluation: '工作评价',
    },
  },
  columns: {},
  facets: { action: '行动' },
  roles: {
    lead: '牵头单位',
    publisher: '发布单位',
  },
};
