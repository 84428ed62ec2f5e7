/** The door 监督 and what stands behind it. */
export const supervision = {
  title: '监督',
  lead: '谁管、查到什么、钱到哪里、办得快不快。',
  parts: '各部分',
  none: '还没有',
  newest: '{day}，{title}',
  owed: '应公开未公开',
  sums: '查到的钱',
  sumsLead: '公告写明的违法（违规）金额、罚款，缴了多少、退了多少，还没有见到的多少；按事项、地点、单位。',
  unit: '单位',
  total: '合计',
  records: '件数',
  questions: '到期和年度报告',
  questionsLead:
    '按已收录的公告，有效期已过没有见到延续、注销的，年度报告断了年份的。只是提问，不是认定：答案可能在本站没有收录的公告里。',
  questionsFound: '{n}个问题',
  lookedAt: '看了{n}条记录',
  noQuestions: '没有要问的。',
  owedWhat: '到期没有公布的，逐项、按单位',
  owedCount: '{n}项',
  owedUnknown: '还没有全部收录的来源',
  latest: '最新公布',
  noneYet: '还没有公布。',
  wrong: '发现不对',
  wrongText:
    '先看这一页上写的单位和电话，向它提出；不答复的，向上级或者监督部门反映。写上页面的网址，对方能找到是哪一件。',
  phones: '各单位和电话',
};
