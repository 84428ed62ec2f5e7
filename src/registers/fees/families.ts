import { fold } from '../../values/script.ts';
import type { Family } from './item.ts';

/**
 * What people take for an administrative fee and is none (domain.md §4.1): the other families of the catalogue, and
 * what stands in no catalogue at all: services of the market, money of the owners of a house, rent, fines. A
 * classification in general use, for pointing the way; what the catalogue itself lists stands over it.
 */
export type OtherFamily = Exclude<Family, 'administrative'> | 'market' | 'owners' | 'rent' | 'fine' | 'insurance';

/** Asked in this order: a service around an office is no fee of that office, whatever else the words name. */
const WORDS: [OtherFamily, RegExp][] = [
  ['fine', /罚款|罚没|罚金|(?<!水费|电费|气费|物业费|暖气费)滞纳金|违停|超速|闯红灯|扣分|罚单/],
  ['owners', /(?:专项)?维修(?:资金|基金)|大修基金|公共维修/],
  ['rent', /租金|房租|公租房租|廉租房租|租赁费|摊位费/],
  ['deposit', /(?:投标|履约|工资|竞买|质量|诚信)保证金|质保金|工程质量保证金|押金/],
  [
    'market',
    /照相|拍照|相片|照片|(?<!(?:档案|查档|信息公开).*)(?:复印|打印)(?!.*(?:档案|查档|信息公开))|翻译|快递|邮寄|代办|跑腿|中介|律师|物业|评估|测绘|鉴证|(?<!养老|医疗|失业|工伤|生育|社会)保险|婚介|相亲|交强险|驾校|学车|补课|辅导|培训班|教材|课本|校服|伙食|餐费|饭费|课后(?:服务|托管)|(?:心理|法律|投资|留学|移民|装修|健康|管理)咨询|装修|停车位|车位管理|车位费|宽带|话费|搬家|家政|彩礼|婚庆|婚纱/,
  ],
  [
    'service',
    /停车费|停车(?!位|场登记)|(?<![排污下])水费|自来水|公证|电费|燃气|煤气|天然气|供暖|采暖|暖气|取暖|供热|有线电视|公交票|车票|过路费|过桥费|通行费|高速费|车辆检测|机动车检|检车|尾气|(?<!公司|企业|执照|单位)年检|车检|审车|验车|检车|年审|检测站|殡仪|火化|骨灰|墓地|公墓|遗体|挂号|住院|门诊|药费|手术费|门票|景区/,
  ],
  [
    'fund',
    /城市基础设施配套费|(?:城市)?(?:建设)?配套费|教育费附加|地方教育附加|残疾人(?:就业)?保障金|残保金|文化事业建设费|水利建设基金|政府性基金/,
  ],
  ['resource', /矿业权出让收益|采矿权使用费|探矿权使用费|土地出让金|土地出让价款|土地使用权出让/],
  [
    'tax',
    /水资源税|环境保护税|环保税|契税|印花税|房产税|车船税|车辆购置税|购置税|个人所得税|个税|增值税|耕地占用税|土地增值税|城镇土地使用税|消费税|企业所得税|所得税|完税|关税/,
  ],
  ['insurance', /社保费?|医保费?|养老保险|医疗保险|住房公积金|公积金/],
];

/** Another family that the words name, and by which of its words; null when they name none. */
export function otherFamilyOf(words: string): { family: OtherFamily; word: string } | null {
  const asked = fold(words);
  for (const [family, known] of WORDS) {
    const word = known.exec(asked)?.[0];
    if (word) return { family, word };
  }
  return null;
}

/** 宣传咨询零收费 is about advice at the window of an office, not about a lawyer's. */
export function isAdvice(words: string): boolean {
  return /^(?:政策|业务|窗口|政务|审批|办事|服务)*(?:信息)?(?:咨询|宣传)(?:服务|资料)?费?$/.test(fold(words));
}
