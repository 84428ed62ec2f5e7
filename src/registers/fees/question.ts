import { inChinese } from '../../values/everyday.ts';
import { fold } from '../../values/script.ts';
import { numberOf, sumsIn, withoutCapitals, type SpokenSum } from './spoken-sums.ts';

/** A charge as told: `不动产登记 100元`, `办护照收了160`, `起诉要10万，法院收了2300`. */
export interface Question {
  /** The words for the thing and what was done with it, without figures and what is said around them; folded. */
  words: string;
  /** Fen; null when no sum was told. */
  paid: number | null;
  /** The sum is for one of these: 每平方米2元. */
  per: string | null;
  /** How many: 3本, 100平方米. */
  quantity: { count: number; unit: string } | null;
  /** Fen: what a share or a table is reckoned from, 标的10万. */
  base: number | null;
  /** Sums that are neither, in fen: 应收80; or a second one of which nobody said what it is. */
  others: number[];
}

/** Reads what was typed in one box, and the sum and the base from others when they were typed there. */
export function readQuestion(text: string, sum = '', baseSum = ''): Question {
  const told = alike(unitsFolded(withoutCapitals(fold(inYuan(inChinese(text)))).replace(/[,，](?=\d{3}(?!\d))/g, '')));
  const own = sumIn(sum);
  const roles = rolesOf(told, sumsIn(told));
  const paid = own ?? roles.find(({ role }) => role === 'paid') ?? null;
  const per = typeof paid === 'object' && paid !== null ? paid.per : null;

  let rest = told;
  for (const { start, end } of roles.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  rest = rest.replace(PER, ' ');
  let quantity: Question['quantity'] = null;
  rest = rest.replace(COUNTED, (_, count: string, unit: string) => {
    quantity ??= { count: numberOf(count), unit };
    return ' ';
  });
  return {
    words: rest
      .replace(NOISE, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/(?<=^| )[各个呢吗吧啊了的](?= |$)/g, '')
      // Chinese has no spaces; property registration keeps its own.
      .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
      .trim(),
    paid: typeof paid === 'number' ? paid : (paid?.fen ?? null),
    per,
    quantity,
    base: sumIn(baseSum) ?? roles.find(({ role }) => role === 'base')?.fen ?? null,
    others: own === null ? roles.filter(({ role }) => role === 'other').map(({ fen }) => fen) : [],
  };
}

/** 300 yuan and CNY 300 are 300元. */
function inYuan(text: string): string {
  return text.replace(/\b(?:cny|rmb)\s*(\d[\d,.]*)/gi, '$1元').replace(/(\d)\s*(?:yuan|rmb|cny)\b/gi, '$1元');
}

function sumIn(text: string): number | null {
  return sumsIn(withoutCapitals(fold(text)).replaceAll(',', ''))[0]?.fen ?? null;
}

/** What units are counted in, each under one name: 平米, ㎡ and 平方米 are one. */
export function unitsFolded(folded: string): string {
  return UNIT_NAMES.reduce((text, [pattern, name]) => text.replace(pattern, name), folded);
}

const UNIT_NAMES: [RegExp, string][] = [
  [/(?<=每)方(?![面向])/g, '立方米'],
  [/立方米|立方|m³|m3|㎥|(?<=[每一\d])方(?=\D|$)/g, '立方米'],
  [/(?<=[每一\d])平(?![方米安均台时])/g, '平方米'],
  [/平方米|平米|平方(?!公里|千米)|m²|m2|㎡/g, '平方米'],
];

/** Different words for what is done and for what it is done to, under one each; for questions and names alike. */
export function alike(folded: string): string {
  return ALIKE.reduce((text, [pattern, name]) => text.replace(pattern, name), folded);
}

const ALIKE: [RegExp, string][] = [
  [/第一次|头一次|头一回|第一回|初次|头回|首次申领|首次/g, '首次'],
  [/弄丢了?|丢了|掉了|丢失|遗失|不见了|被偷了?|被盗|挂失/g, '丢失'],
  [/坏了|损坏|破损|破了|烂了|折了/g, '损坏'],
  [/补办|补领证?|补证|补发|重新办|重办|再办一[张本个]?|换补/g, '补领'],
  [/(?:到期)?(?:换领证?|换发|换证|更换|换新)|到期换/g, '换领'],
  [/(?:改|换|更)(?:了|个)?(?:名字|姓名|名)|(?:名字|姓名)(?:变更|更改|改了|写错)|(?<!加)名字/g, '姓名变更'],
  [/补(?:个|一?张)?(?=身份证|驾|行驶|护照|户口|房产|不动产|结婚证|离婚证)/g, '补领'],
  [/换(?:个|一?张)?(?=身份证|驾|行驶|护照)/g, '换领'],
  [/地下(?=车[库位])/g, ''],
  [/临牌|临时牌照|临时车牌/g, '临时号牌'],
  [/商铺|门面房?|铺面|店铺|店面|写字楼|办公楼|厂房/g, '非住宅'],
  [/(?<!保障性|公租|廉租)住房|商品房|单元房/g, '住宅'],
];

const UNIT = '(平方米|立方米|吨|本|证|件|张|副|面|个|人次|人|次|台|户|月|年|学期|例|科|剂次|针|米|处|天|日|小时|公里)';
const NUMERAL = '(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3})';
const PER = new RegExp(`[每/]一?个?${UNIT}|一个?(?:平方米|立方米|吨|小时|天|月|年|学期|科|户)`, 'g');
const PER_AHEAD = new RegExp(
  `(?:每一?个?|一个?(?=平方米|立方米|吨|本|张|证|件|小时|天|月|年|学期|科|户|次|副))${UNIT}(?:[每一]个?${UNIT}|[^\\d${'，,。；;'}]){0,5}$`,
);
const PER_BEHIND = new RegExp(`^\\s*(?:/|每一?个?|一)${UNIT}(?!共)`);
const COUNTED = new RegExp(`${NUMERAL}\\s*个?${UNIT}(?![费工线级目中])`);
/** What is said around a charge and names nothing. */
const NOISE = new RegExp(
  [
    '应该|合理吗|合不合理|合法吗|对不对|对吗|贵不贵|贵吗|行不行|可以吗|能不能|多少钱|多少|是不是|是否|为什么|为啥|凭什么|怎么',
    '收取|收了|收我们?|(?<![验接回吸税征没])收(?!入|养|益)|交了|交给|交(?!通|易|警|强|款)|付了|付|花了|(?<!印)花|要了|要我们?|要(?!求)|给了|扣了|缴纳|缴了|缴',
    '(?<!代)办理|办了|办个|(?<!代)办(?!公|法)|领了|弄了|做了|(?:我|他|她|们)去|在|今天|昨天|前天|上周|上个月|去年|今年|前年|刚才|刚刚|刚',
    '被|一共|总共|合计|共(?!有)|我们|我家|我的?|他们|他|她|家里|孩子|小孩|新生儿|婴儿|宝宝|全家|给(?!水)|儿子|女儿|老人|我爸|我妈|老婆|老公|请问|你好|您好',
    '窗口|大厅|政务中心|派出所|公安局|公安机关|车管所|民政局|不动产中心|登记中心|出入境|房管局|工作人员|单位|说是?|(?<![出转受])让我?|需要|还得|得(?=收|交)',
    '^个(?![税人体])|^各|元整|整(?=$)|法院|欠(?:我|款|了)*|借(?:给|款|了|出)+|我告|告(?=人家|他|她|老板|对方)|别人|人家|朋友|银行|老板|对方|冻结|要回|讨回|追回|规定(?:是|的)?|标准(?:是|的)?|应收|本来|原来|以前|块钱|元|钱|标的额?|有人|买了?|一个(?=护照|证|结婚|离婚)|了$|的(?=$)|吗|呢|啊|吧',
  ].join('|'),
  'g',
);

interface Role extends SpokenSum {
  role: 'paid' | 'base' | 'other';
  per: string | null;
}

const BASE_AHEAD =
  /(?:标的额?|标的物|诉请|诉求|主张|起诉(?:要|讨|标的)|要求(?:赔偿|支付)?|索赔|赔偿|欠(?:款|我|了|债)*|借(?:款|给|了|出)*|货款|价值|总价|房价|房款|成交价|合同价?|财产|争议金?额?|请求|执行标的|保全(?:财产|标的|金额)|出让价款|划拨价款|价款|基数|工程款|工资|[要讨追]回|冻结|查封)(?:是|为|有|一共|共|了|别人|人家|朋友|银行|对方|总额|金额|额|[:： ])*$/;
/** Of several sums, the one behind these words is what the case is about. */
const CASE_AHEAD = /(?:起诉|官司|执行|保全|诉讼)\s*$/;
const BASE_BEHIND = /^\s*的?(?:官司|案子|案件|标的(?!额?(?:是|为|有|[:： ])*$)|财产|房子|房款|借款|欠款|货款|纠纷|债)/;
const PAID_AHEAD =
  /(?:收|交|缴|付|花|扣|要|给|掏)(?:了|取|纳|我|我们|去|掉|走|的|费|钱)*(?:一共|总共|共|才|就)?(?:诉讼费|受理费|费|钱)?\s*$/;
/** 受理费4300: the sum of what is called so. */
const NAMED_AHEAD = /费(?:用|是|为|[:： ])*$/;
const OTHER_AHEAD =
  /(?:应收|应交|应该(?:收|交|是)?|规定(?:是|收)?|标准(?:是|为)?|本来|原来|以前|上次|别人|人家|说好)(?:只|才|就|收|是|的|为|[:： ])*$/;

/** Which sum was paid, and from which the charge is reckoned. */
function rolesOf(told: string, found: readonly SpokenSum[]): Role[] {
  // A bare figure beside a sum of money is no second sum: 护照2559 …, unless its words say so.
  const roles = found.map((sum, index): Role & { sure: boolean } => {
    const ahead = told.slice(found[index - 1]?.end ?? 0, sum.start);
    const behind = told.slice(sum.end, found[index + 1]?.start);
    const per = PER_BEHIND.exec(behind)?.[1] ?? PER_AHEAD.exec(ahead)?.[1] ?? null;
    const isBase = BASE_AHEAD.test(ahead) || (found.length > 1 && CASE_AHEAD.test(ahead)) || BASE_BEHIND.test(behind);
    const role = isBase ? 'base' : OTHER_AHEAD.test(ahead) ? 'other' : 'paid';
    return { ...sum, role, per, sure: PAID_AHEAD.test(ahead) || NAMED_AHEAD.test(ahead) };
  });
  const paid = roles.filter(({ role }) => role === 'paid');
  const chosen = paid.findLast(({ sure }) => sure) ?? paid.find(({ isMoney }) => isMoney) ?? paid[0];
  for (const one of paid) if (one !== chosen) one.role = 'other';
  const bases = roles.filter(({ role }) => role === 'base');
  for (const one of bases.slice(1)) one.role = 'other';
  return roles;
}
