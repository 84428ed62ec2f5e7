/**
 * What facts are called in notices, as data: a new wording is a line here. Labels are compared without spaces, numbers and
 * brackets, in half width.
 */
export type Fact =
  | 'buyer'
  | 'buyerAddress'
  | 'agency'
  | 'agencyAddress'
  | 'code'
  | 'name'
  | 'budget'
  | 'ceiling'
  | 'method'
  | 'deadline'
  | 'documents'
  | 'documentsFrom'
  | 'documentsUntil'
  | 'opening'
  | 'publicity'
  | 'publicityFrom'
  | 'publicityUntil'
  | 'signed'
  | 'supplier'
  | 'price'
  | 'supplierCode'
  | 'supplierAddress'
  | 'duration'
  | 'quality'
  | 'startPrice'
  | 'deposit'
  | 'object'
  | 'mineral'
  | 'location'
  | 'area'
  | 'term'
  | 'elevation'
  | 'use'
  | 'members'
  | 'lot'
  | 'corrected'
  | 'changed'
  | 'changedOn'
  | 'firstOn'
  | 'bareName'
  | 'bareAddress'
  | 'bareTime'
  | 'other';

const WHO =
  '(?:采购人|采购单位|采购方|招标人|招标单位|建设单位|业主单位|项目业主|业主|出让人|出让方|出让单位|发包人|发包方|需求单位|甲方)';
const AGENT = '(?:(?:采购|招标|交易|拍卖)?代理(?:机构|单位|公司)|采购代理|招标代理)';
const WON = '(?:中标|成交|中选|中标\\(成交\\)|中标成交|竞得)';
const CALLED = '(?:采购|招标|磋商|谈判|询价|资格预审|出让|竞买|投标|响应|比选)';

/** The longest label that ends a text is meant; within one fact the order does not matter. */
export const LABELS: readonly [Fact, string][] = [
  ['buyer', `${WHO}(?:名称|全称)?|${WHO}\\(甲方\\)(?:名称)?|发布单位|公告单位`],
  ['buyerAddress', `${WHO}(?:的|联系)?地址`],
  ['agency', `${AGENT}(?:名称|全称)?|${AGENT}机构名称`],
  ['agencyAddress', `${AGENT}(?:的|联系)?地址`],
  [
    'code',
    `(?:原公告的?)?(?:政府)?${CALLED}?项目(?:编号|编码)|采购编号|招标编号|招标项目编号|标段编号|(?:挂牌|拍卖)?(?:矿区|宗地|地块)编号|采购计划编号(?=\\0)`,
  ],
  ['name', `(?:原公告的?)?${CALLED}?项目名称|工程名称|项目及标段名称|标段名称|招标项目名称`],
  ['budget', '(?:本)?(?:采购|项目)?预算(?:总)?(?:金额|价)?|采购预算金额'],
  ['ceiling', '(?:采购)?(?:投标|项目)?最高(?:投标)?限价|(?:招标|投标|采购|工程)?控制价|拦标价|采购最高限价'],
  ['method', '(?:采购|招标|交易|出让)方式'],
  [
    'deadline',
    `(?:(?:提交|递交)(?:首次)?(?:投标|响应|申请|报价|竞买)?文件的?)?(?:投标|响应|报价|磋商|申请|报名)?(?:文件)?(?:递交|提交)?截止(?:时间|日期)|首次响应文件提交截止时间|递交投标文件截止时间|投标截止时间\\(开标时间\\)`,
  ],
  ['documents', `${CALLED}?文件的?(?:获取|发售|领取)(?:时间|期限)|获取${CALLED}?文件的?(?:时间|期限)`],
  ['documentsFrom', `${CALLED}?文件的?获取开始时间|公告发布开始时间(?=\\0)`],
  ['documentsUntil', `${CALLED}?文件的?获取(?:截止|结束)时间`],
  ['opening', '(?:项目)?(?:开标|开启|拍卖会?|竞价开始)(?:时间|日期)'],
  ['publicity', '公示(?:期|时间|期限|起止时间|日期)'],
  ['publicityFrom', '公示(?:开始|起始)(?:时间|日期)'],
  ['publicityUntil', '公示(?:结束|截止|终止)(?:时间|日期)'],
  ['signed', '合同(?:签署|签订|订立)(?:时间|日期)|签订日期'],
  [
    'supplier',
    `${WON}(?:人|方|供应商|单位|企业|候选人)(?:名称)?|供应商名称|供应商\\(乙方\\)(?:名称)?|(?:乙方|承包人)(?:名称)?|受让(?:人|方|单位)(?:名称)?|土地使用权人`,
  ],
  ['price', `(?:总)?${WON}(?:总)?(?:金额|价格?|总价|价款)|合同(?:总)?(?:金额|价格?|价款|总价)|竞得价|成交地价`],
  ['supplierCode', '(?:统一)?社会信用代码'],
  ['supplierAddress', `(?:${WON}?供应商|${WON}人)(?:注册)?地址`],
  ['duration', `(?:中标)?(?:计划)?工期|交货期|(?:服务|供货)期限?|合同履行期限|合同期限`],
  ['quality', '(?:中标)?(?:工程)?质量(?:标准|要求|承诺|目标)?'],
  ['startPrice', '(?:挂牌|拍卖|竞买|出让)?(?:起始|起拍|起叫|起挂)(?:总)?价'],
  ['deposit', '(?:竞买|竞价)保证金|投标保证金'],
  ['object', '矿区名称|采矿权名称|探矿权名称|矿山名称|地块名称|宗地名称'],
  ['mineral', '(?:资源|开采|勘查|主要)?矿种'],
  ['location', '(?:地理|土地|宗地|地块|矿区)(?:位置|坐落)|坐落|(?:工程)?(?:建设|项目|实施)地点|工程建设地点'],
  ['area', '(?:矿区|宗地|用地|出让|土地|地块)面积'],
  ['term', '(?:出让|使用|开采|土地使用)(?:年限|年期|期限)'],
  ['elevation', '开采标高'],
  ['use', '(?:土地|规划)?用途|用地性质'],
  ['members', '联合体成员(?:单位)?'],
  ['lot', '包组|包号|标段号|分包编号'],
  ['corrected', '更正事项'],
  ['changed', '更正内容'],
  ['changedOn', '更正日期'],
  ['firstOn', '首次公告日期'],
  ['bareName', '(?:单位)?名称'],
  ['bareAddress', '(?:联系)?地址'],
  ['bareTime', '时间'],
  [
    'other',
    '联系方式|联系人|项目联系人|项目联系方式|联系电话|电话|传真|邮编|地点|方式|售价|预算编号|合同编号|合同名称|标的名称|数量|单价|采购需求|采购计划编号|采购计划备案号|计划编号|采购品目|简要规格描述|评标(?:时间|日期|地点|办法)|资金来源|建设规模|招标范围|质疑|监督部门|备注|增价幅度|评估(?:金额|价)|成交(?:时间|日期|方式)|公告(?:时间|日期|期限)|发布(?:时间|日期)|行政区域|品目|项目负责人|终止原因|终止合同包|获取文件',
  ],
];

/** Where a heading puts what stands bare under it: 名称 under 采购人信息 is that of the buyer. */
export type Context =
  'buyer' | 'agency' | 'documents' | 'submission' | 'submission-opening' | 'opening' | 'publicity' | 'winner' | null;

export const HEADINGS: readonly [Context, RegExp][] = [
  ['buyer', new RegExp(`^${WHO}(?:\\(甲方\\))?(?:信息|情况)?$`)],
  ['agency', new RegExp(`^${AGENT}(?:信息|情况)?$`)],
  ['documents', /(?:获取|领取|发售).*文件|文件的?(?:获取|领取|发售)/],
  ['submission-opening', /(?:提交|递交|截止).*(?:开标|开启)/],
  ['submission', /(?:提交|递交).*文件|文件的?(?:提交|递交)|投标截止/],
  ['opening', /开启|开标(?:时间|地点|$)/],
  ['publicity', /^公示(?:期|时间)/],
  ['winner', /^中标人信息$|^中标情况$|^成交情况$/],
];

/** What columns of tables are called. `text` says nothing to us; it only takes its place. */
export type Column =
  | 'serial'
  | 'lot'
  | 'lotName'
  | 'rank'
  | 'supplier'
  | 'members'
  | 'address'
  | 'code'
  | 'price'
  | 'budget'
  | 'ceiling'
  | 'startPrice'
  | 'deposit'
  | 'object'
  | 'location'
  | 'area'
  | 'use'
  | 'term'
  | 'duration'
  | 'quality'
  | 'leader'
  | 'score'
  | 'text';

export const COLUMNS: readonly [Column, RegExp][] = [
  ['serial', /^(?:序号|编号)$/],
  ['rank', /^(?:排序|排名|名次|推荐排名|中标候选人排序|候选人排序)$/],
  ['lot', /^(?:包号|包组号?|标段号?|标包号?|标段编号|标包编号|分包编号|采购标段|采购包|合同包|标项(?:序号)?|分包号?)$/],
  ['lotName', /^(?:包名称|标段名称|标包名称|标项名称|分包名称|包组名称|采购包名称)$/],
  ['members', /^联合体(?:成员)?(?:单位)?(?:名称)?$/],
  [
    'supplier',
    /^(?:(?:中标|成交|中选|入围|竞得|中标\(成交\)|中标成交|第[一二三]中标|推荐)?(?:候选)?(?:供应商|候选人|投标人|单位|人)(?:名称|全称)?|投标(?:单位|人)名称|受让(?:人|单位)|土地使用权人)$/,
  ],
  ['address', /^(?:中标|成交)?(?:供应商|中标人|单位)?(?:注册)?地址$/],
  ['code', /(?:统一)?(?:社会)?信用代码$/],
  ['startPrice', /^(?:挂牌|拍卖|出让)?(?:起始|起拍|起叫)(?:总)?价$/],
  ['deposit', /^(?:竞买|竞价)?保证金$/],
  ['ceiling', /(?:最高限价|控制价)$/],
  ['budget', /预算(?:金额|价)?$/],
  [
    'price',
    /^(?:总)?(?:中标|成交|投标|中选|竞得|最终|磋商|合同)?(?:\(成交\)|成交)?(?:总)?(?:金额|价格?|报价|总价|总报价)$|^成交地价$|^报价$|^投标函报价$/,
  ],
  ['object', /^(?:地块|宗地|矿区|采矿权|探矿权|矿山)(?:名称|编号)$/],
  ['location', /^(?:土地|宗地|地块|矿区)?(?:坐落|位置)$/],
  ['area', /^(?:宗地|用地|出让|土地|矿区)?面积$/],
  ['use', /^(?:土地|规划)?用途$/],
  ['term', /^(?:使用|出让|开采)(?:年限|年期)$/],
  ['duration', /^(?:工期|交货期|服务期|供货期|履约期限|工期\/交货期|合同履行期限|服务时间)$/],
  ['quality', /^(?:质量|质量标准|质量承诺|质量目标)$/],
  ['leader', /^(?:项目负责人|项目经理|建造师|总监理工程师)(?:姓名)?$/],
  ['score', /^(?:评审总得分|总得分|综合得分|综合评标得分|评标得分|得分|评分|最终得分|综合评分)$/],
  [
    'text',
    /^(?:评审报价|评审价格|评分结果|经评审的投标价|中标成交备注信息|备注|是否专门面向中小企业|采购预留金额|采购条目编号|采购条目名称|采购品目|品目(?:编号|名称|号)?|标的名称|采购标的|货物名称|服务名称|数量|单位|单价|总价|品牌|规格型号|型号|规格|简要规格描述或|项目基本概况|技术需求或服务要求|服务范围|服务要求|服务标准|容积率|建筑密度|绿地率|建筑限高|配套商业比例|增价幅度|增价|资质等级|资格能力条件|响应招标文件的其他内容|评审结果|合计)$/,
  ],
];
