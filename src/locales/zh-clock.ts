/** Labels of statutory periods. */
export const clock = {
  title: '法定期限',
  counted: '{n}项规则',
  verdicts: { kept: '合规', broken: '违反', border: '临界', missing: '缺数据', running: '待届满', uncovered: '未覆盖', notApplicable: '不适用' },
  tallies: { broken: '{n}项违反', border: '{n}项临界', running: '{n}项待届满', missing: '{n}项缺数据', kept: '{n}项合规', uncovered: '{n}项未覆盖', notApplicable: '{n}项不适用' },
  units: { day: '日', workingDay: '个工作日', month: '个月', year: '年' },
  least: '规定不少于{n}{unit}', most: '规定不超过{n}{unit}', same: '规定同一时间', thenMost: '规定不超过{n}{unit}再加{m}{unit2}',
  took: '实际{n}{unit}', withOpening: '计当日为{n}{unit}', both: '{n}{unit}（计当日为{m}{unit}）', left: '还有{n}天', dueToday: '今天届满', overdue: '已过{n}天', notYet: '未到', dueOn: '{day}届满',
  from: '{day}起算', to: '至{day}', since: '{from}—{to}',
  missingReasons: {
    trigger: '没有公开起算日期', target: '没有公开截止日期', affectsBids: '少于规定，但是否影响投标、报价，公告没有写明', mustTender: '少于规定，但金额没有公开，是否依法必须招标不明', publicTender: '少于规定，但采购方式没有写明', inPrinciple: '少于规定；“原则上”的规定可以有例外', late: '期限已过，没有公开办理日期',
  },
  notApplicableReasons: { mustTender: '低于依法必须招标的规模标准（待核）', publicTender: '不是公开招标', affectsBids: '不是招标', after: '在截止以后，不影响期限', ended: '项目已终止', inPrinciple: '不适用' },
  uncoveredReason: '超出工作日历，未计算',
  explanation: '单位说明：{text}',
  note: '程序计算，仅供参考，以主管部门认定为准。“日”为自然日；起算当日计与不计都不足才称违反，两种算法不同的称临界。工作日历截至{until}。',
  method: '算法',
  unverified: '待核',
  bound: { procuringEntity: '招标人', buyer: '采购人', grantor: '出让人', transferee: '受让人', both: '双方', unit: '发布单位', authority: '受理部门' },
  line: '期限：{text}',
  owed: {
    title: '应公开未公开', lead: '依法到今天应当公开、本站还没有见到的，最早的在上。每一行都写明是哪一条规定、从哪份公告起算。', none: '没有。', count: '{n}项', item: '项目', what: '应当公开什么', due: '应公开日期', late: '逾期', days: '{n}天', unit: '单位', all: '全部单位', register: '登记簿', allRegisters: '全部登记簿', byUnit: '按单位', oldest: '最早一项',
    note: '本站没有见到，不等于没有公开：可能在别的媒介已经公开。以主管部门认定为准。', csv: '下载CSV', json: 'JSON', more: '另有{n}项，请按单位或登记簿筛选。',
  },
  compliance: {
    title: '{unit}的期限情况', link: '法定期限情况', lead: '每条规则有多少次算得出结果，其中多少次合规。点数字看是哪些。', rule: '规则', judged: '算得出', kept: '合规', border: '临界', broken: '违反', share: '合规率', few: '不足20次', other: '缺数据等', byYear: '按年', year: '年份', cases: '{rule}：{n}次', none: '还没有可以计算的期限。', back: '回到单位', all: '全部年份', verdict: '判定', item: '项目', period: '起止', share20: '少于20次的不算比例。',
  },
  methodPage: {
    title: '期限算法', lead: '哪些法定期限由程序计算，怎样计算，依据哪一条，哪一版。', how: '怎样算',
    conventions: ['开始的当日不计入，自下一日开始计算（《民法典》第二百零一条）。实务中也有把当日计入的，所以两种都算：都不足才判“违反”，两种结果不同判“临界”。', '“不超过”的期限，最后一日是休息日的，顺延到休息日后的第一个工作日（《民法典》第二百零三条）；“不少于”的期限只数日子，不顺延。', '没有写“工作日”的，“日”是自然日。', '转载的公告按首发媒介的发布时间起算。更正以后以更正的为准。', '公告没有写明的条件不作不利推定：可能适用也可能不适用的，判“缺数据”，不判“违反”。'],
    coverage: '工作日历', covered: '覆盖{from}至{until}，以外的判“未覆盖”，不猜。', years: '年份', source: '来源', rest: '放假', work: '调休上班', reference: '随程序（chinese-days 1.5.7，2005-12-31按国务院办公厅通知更正）', notice: '国务院办公厅关于{year}年部分节假日安排的通知', daysCount: '{n}天',
    rules: '已实现的规则', unimplemented: '没有实现的规则', id: '编号', rule: '规则', text: '期限', law: '依据', versions: '适用', binds: '约束', checked: '核对', judged: '已判定', why: '原因', fromDay: '{day}起', untilDay: '至{day}', always: '不限', formula: '{trigger}→{target}', publicationOwed: '逾期未见公开的，列入应公开未公开',
    conditions: { mustTender: '只约束依法必须招标的项目', affectsBids: '只适用于可能影响投标、报价的变动', publicTender: '只适用于公开招标、邀请招标', inPrinciple: '“原则上”，可以有例外' },
  },
  reasons: { notPublished: '所需日期不公开', notAPeriod: '不是期限', vague: '“及时”等没有期限', unverified: '依据待核，不作判定', percentage: '是比例，不是期限', count: '是人数、次数', notUnit: '不约束公告单位' },
  calendar: {
    title: '招标日历', dayShown: '哪一天', week: '按周', month: '按月', previous: '前一段', next: '后一段', today: '今天', none: '这一天没有。', closes: '截止', opens: '开标', publicity: '公示截止', due: '法定期限届满', subscribe: '订阅日历（ICS）', holiday: '休息日', work: '调休上班', unknown: '日历未覆盖', weekOf: '{from}至{to}', more: '另有{n}项', lead: '投标、报名截止，公示截止，法定期限届满。可以订阅到手机日历。', all: '全部登记簿',
  },
  office: {
    section: '期限', lead: '按已填的日期计算；发布以后会公开显示。', none: '填了日期就在这里计算。', explain: '说明原因（会随公告公开）', required: '有违反的期限，发布前须写明原因。', due: '近期到期', overdue: '逾期{n}天', calendarTitle: '工作日历', calendarLead: '每年国务院办公厅公布放假安排后，把放假和调休上班的日子填进来。受影响的期限会重新计算。', year: '年份', restDays: '放假的日子', workDays: '调休上班的日子', daysHint: '一行一个，名称和日期，如“元旦 01-01 01-02 01-03”；调休每行或空格分开“01-04 02-14”。', source: '通知名称和文号', save: '保存并重新计算', saved: '{year}年已保存：{n}条记录有影响，{m}条判定有变化。', covered: '现在覆盖{from}至{until}。',
  },
};
