import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';
import { meanings } from './zh-meanings.ts';

export const zh: RegisterLabels = {
  name: '办件',
  short: '办件',
  title: '办件和电子监察',
  what: '按编号查到哪一步；各单位在承诺时限、法定时限内办结多少',
  counter: '件',
  find: '受理编号、事项',
  kinds: {
    progress: '办件情况',
    withdrawal: '撤回',
    explanation: '期限说明',
  },
  stages: {
    accepted: '办理中',
    suspended: '停表',
    decided: '已办结',
    withdrawn: '已撤回',
    amended: '已更正',
  },
  steps: {
    accepted: '受理',
    decided: '办结',
  },
  meanings,
  fields: {
    ...changeLabels.zh,
    item: '事项编码',
    itemName: '事项',
    unitInCharge: '办理单位',
    acceptedOn: '受理日期',
    dueOn: '承诺办结日期',
    statutoryDueOn: '法定办结日期',
    suspensions: '不计算在内的日子',
    from: '起',
    until: '止',
    reason: '原因',
    decidedOn: '办结日期',
    result: '结果',
    other: '备注',
    resultUrl: '结果公开网址',
  },
  choices: {
    suspension: {
      correction: '补正材料',
      hearing: '听证',
      expert: '专家评审、检验检测',
      inspection: '现场核查',
      other: '其他',
    },
    result: {
      granted: '准予',
      refused: '不予',
      withdrawn: '申请人撤回',
      ended: '终止',
    },
  },
  columns: {},
  facets: {
    month: '受理月份',
  },
  roles: {
    handler: '办理单位',
    publisher: '发布单位',
  },
  periods: {
    C1: '承诺的办结期限',
    C2: '法定的办结期限',
  },
};
