/** Labels of the page of the eight actions. */
export const actions = {
  lead: '2012年6月18日，市委、市政府《关于在全市各级机关开展效能风暴行动的实施意见》定了八项行动。这里照文件列出牵头和协作单位、阶段和日子，写明今天在本站看什么；不属于公开平台的，写明原因。',
  law: '文件的要求',
  leadUnit: '牵头',
  cooperating: '协作',
  andOthers: '等',
  now: '今天：{name}',
  nowUnknown: '今天：待核',
  nowCheck: '（待核）',
  answers: '在本站看',
  nothing: '不在本站公开',
  noneYet: '本站还没有对应的栏目',
  progress: '公布的进展',
  noProgress: '本站未见牵头单位公布的进展。',
  stages: '阶段',
  stagesNote:
    '照文件。意见6月18日印发，第一阶段从19日起；最后阶段1月10日结束，自评材料1月15日以前报送，文件就是这样写的。',
  stage: '阶段',
  days: '起止',
  filedBy: '报送',
  owedHead: '要交什么',
  owed: {
    mobilisation: '各县区、部门成立机构，制定实施方案；牵头单位制定八个行动方案',
    problems: '整改方案，写明整改时限和整改责任',
    work: '落实方案，开展检查；各单位设立并公布投诉举报电话',
    evaluation: '书面自评，群众评议',
  },
  outsideTitle: '不在公开平台的',
  outside: {
    cadres: {
      what: '干部教育监督（个人重大事项、述职述廉、经济责任审计）',
      why: '涉及个人信息，由组织、纪检部门按规定管理，不在公开平台公布。',
    },
    appraisal: {
      what: '效能考核的内部评分',
      why: '文件规定在一定范围内公布，不是向社会公开的；公布了的评议结果，见“整改、曝光、评议”。',
    },
  },
  pages: {
    '/owed': { name: '应公开未公开', what: '到期没有公布的，逐项、按单位' },
    '/units': { name: '单位', what: '每个单位的电话、记录和期限情况' },
    '/procurement/savings': { name: '采购节约', what: '预算、限价、中标、合同、结算并列' },
    '/procurement/electronic': { name: '全流程电子化', what: '每个采购项目哪些环节有系统时间' },
  },
  json: 'JSON',
};
