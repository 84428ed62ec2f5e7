import { printedAmount, type PrintedAmount } from './amount.ts';
import { half } from './pairs.ts';
import type { PrintedAward } from './printed.ts';
import { looksLikeName } from './columns.ts';

/** What sentences say, where no label does. Texts come with their lines joined by line breaks. */

const ORG = '(?:公司|事务所|中心|局|厅|委员会|委|政府|医院|学校|大学|学院|院|所|厂|合作社|集团|部|处|站|馆|会)';
/** By the last words of a line: 某某有限公司, not its address. */
export const endsAsOrganisation = (line: string) => new RegExp(`${ORG}$`).test(line);
const MOMENT = '\\d{4}\\s*[-/.年][^。；;]{4,30}';

/** 受X委托，Y以挂牌方式…；Y受X的委托，就… */
export function commissionIn(text: string): { principal?: string; agent?: string } {
  const flat = text.replace(/\n/g, '');
  const match = /受\s*([^，,。；;（(]{2,40}?)的?\s*委托/.exec(flat);
  // 规定，X的Y中标候选人公示已经结束
  const owner = new RegExp(
    `规定[，,]([^，,。；;：:]{4,40}?(?:公司|局|委员会|政府|中心|医院|学校|大学))的[^。]{4,200}?中标候选人公示(?:已|现|期)`,
  ).exec(flat)?.[1];
  const decides = new RegExp(
    `(?<=^|[，,。；;\\n：:])\\s*(?!我|本|经|受|根据)([^，,。；;：:\\s]{4,40}?(?:局|政府|委员会|厅))(?:决定|拟|现将|将|定于)[^，。；;]{0,24}?(?:以|采用|采取|对|按)[^，。；;]{0,30}(?:拍卖|挂牌|招标|协议|划拨)`,
  ).exec(text)?.[1];
  const called = nameBehind(flat, '(?:招标人|采购人|项目业主|建设单位|出让人)');
  const agency = nameBehind(flat, '(?:招标|采购)代理机构');
  if (!match) {
    const principal = owner ?? called ?? decides;
    return { ...(principal && { principal }), ...(agency && { agent: agency }) };
  }
  const principal = match[1]!.trim();
  const isNamed = !/^(?:采购人|招标人|出让人|委托人|业主|甲方)/.test(principal) && principal.length >= 4;
  const before = new RegExp(
    `([\\p{Script=Han}A-Za-z]{4,40}?(?:公司|事务所|中心))(?:[（(][^）)]{0,30}[）)])?$`,
    'u',
  ).exec(flat.slice(Math.max(0, match.index - 80), match.index))?.[1];
  const after = /^[，,]\s*(?:由)?([^，,。；;（(]{4,40}?(?:公司|事务所|中心))(?=以|就|对|组织|，|,|现)/.exec(
    flat.slice(match.index + match[0].length),
  )?.[1];
  const agent = before ?? after;
  return { ...(isNamed && { principal }), ...(agent && { agent: agent.replace(/^.*(?:公告|公示|规定)/, '') }) };
}

/** 招标人为X，…; not 招标人为法人. */
function nameBehind(flat: string, who: string): string | undefined {
  return new RegExp(`${who}(?:为|是)[:：]?\\s*([^，,。；;：:、]{4,50}?${ORG})(?=[，,。；;]|$)`).exec(flat)?.[1]?.trim();
}

/** The name over the date at the end: who published it. */
export function signatureIn(lines: readonly string[]): string | undefined {
  const tail = lines.slice(-6);
  const at = tail.findIndex((line) =>
    /^(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?$/.test(half(line).trim()),
  );
  const name = at > 0 ? tail[at - 1]!.trim() : undefined;
  return name && name.length >= 4 && name.length <= 40 && new RegExp(`${ORG}$`).test(name) && !/[：:]/.test(name)
    ? name
    : undefined;
}

/** 并于…前递交, 截止时间…为…, 请于…前提出申请. */
export function deadlineIn(text: string): string | undefined {
  const flat = half(text).replace(/\n/g, ' ');
  return (
    new RegExp(`于\\s*(${MOMENT}?)(?:\\(北京时间\\))?\\s*(?:之)?前\\s*[,，]?\\s*(?:递交|提交|上传)`).exec(flat)?.[1] ??
    new RegExp(
      `(?<!保证金[^,，。；;]{0,12}|获取[^,，。；;]{0,12}|报名[^,，。；;]{0,6})截止时间\\s*(?:\\([^()]*\\)\\s*)?(?:,下同\\s*)?为\\s*(${MOMENT})`,
    ).exec(flat)?.[1] ??
    new RegExp(`(?:投标|响应|申请|首次)(?:文件)?的?(?:递交|提交)?(?:[:：]\\s*)?(?:的)?截止时间\\s*(${MOMENT})`).exec(
      flat,
    )?.[1] ??
    new RegExp(`文件\\s*[,，]\\s*并于\\s*(${MOMENT}?)\\s*(?:\\(|前|$)`).exec(flat)?.[1] ??
    new RegExp(`(?:请|应当?)于\\s*(${MOMENT}?)前\\s*(?:\\([^()]*\\))?[^。]{0,20}(?:提出|提交)[^。]{0,12}申请`).exec(
      flat,
    )?.[1]
  );
}

/** 截止时间由…更正为…, 开标时间延期至…: what it is now. */
export function changedMomentIn(text: string): { closes?: string; opens?: string } | undefined {
  if (!/(?:更正|变更|修改|调整|延期|延长|推迟|顺延|改)(?:为|至|到)/.test(text)) return undefined;
  const flat = half(text).replace(/\n/g, ' ');
  const match = new RegExp(
    `((?:截止|开标|开启|递交|提交)[^。；;]{0,80}?)(?:更正|变更|修改|调整|延期|延长|推迟|顺延|改)(?:为|至|到)[:“"]?\\s*(${MOMENT})`,
  ).exec(flat);
  if (!match) return undefined;
  const [, what = '', moment = ''] = match;
  if (/获取|公示|保证金|质疑|报名/.test(what)) return undefined;
  return {
    ...(/截止/.test(what) && { closes: moment }),
    ...(/开标|开启/.test(what) && { opens: moment }),
  };
}

const SUM = '(?:人民币)?[¥￥]?\\d[\\d,.]*\\s*(?:亿|万)?元';

/** 最高投标限价…，现调整为…. */
export function changedCeilingIn(text: string): PrintedAmount | undefined {
  const flat = half(text).replace(/\n/g, '');
  return printedAmount(
    new RegExp(
      `(?:最高(?:投标)?限价|招标控制价)[^。；;]{0,40}(?:更正|变更|修改|调整)为[:“"]?\\s*(${SUM})(?!\\s*/)`,
    ).exec(flat)?.[1],
  );
}

/** 本标段最高投标限价2360.5万元, where it is the only one. */
export function ceilingIn(text: string, lots: readonly unknown[]): PrintedAmount | undefined {
  const named = [
    ...half(text)
      .replace(/\n/g, '')
      .matchAll(new RegExp(`(?<!单价)(?:最高(?:投标)?限价|招标控制价)(?:为|是)?\\s*(${SUM})(?!\\s*/)`, 'g')),
  ].map(([, sum]) => sum!);
  return lots.length === 0 && new Set(named).size === 1 ? printedAmount(named[0]) : undefined;
}

/** 公示期为…（…至…），自…起至…止. */
export function publicityIn(text: string): string | undefined {
  const flat = half(text).replace(/\n/g, ' ');
  return new RegExp(`公示(?:期限?|时间)[^。；;]{0,30}?(${MOMENT}(?:至|到|-|—)${MOMENT})`).exec(flat)?.[1];
}

/** 凡有意参加投标者，请于…至…领取. */
export function documentsIn(text: string): string | undefined {
  const flat = half(text).replace(/\n/g, ' ');
  const stated = new RegExp(
    `(?:招标|采购|磋商|谈判|资格预审|出让)文件的?(?:获取|发售|领取)[:：]\\s*(?:自|从)?(${MOMENT}?至${MOMENT})`,
  ).exec(flat)?.[1];
  if (stated) return stated;
  return new RegExp(
    `(?:请|可)?于\\s*(${MOMENT}?至${MOMENT}?(?:\\([^()]*\\))?[^。]{0,80}(?:获取|领取|下载|购买))[^。]{0,12}文件`,
  ).exec(flat)?.[1];
}

/** 公告期限 自本公告发布之日起5个工作日, 招标公告期限为五个工作日. */
export function noticePeriodIn(text: string): string | undefined {
  return /公告期限[：:为\s]{0,4}((?:自[^。；;：:]{2,16}之日起)?\s*[一二三四五六七八九十\d]{1,2}\s*个?(?:工作|日历)?[日天])/
    .exec(text.replace(/\n/g, ''))?.[1]
    ?.replace(/\s/g, '');
}

/** Whether a consortium may bid, where all that is printed agrees: packages may differ, and a form may be left with both boxes. */
export function consortiumIn(text: string): boolean | undefined {
  const flat = half(text).replace(/\s/g, '');
  const forms = flat.matchAll(
    /(?:本项目|是否)[^。;:]{0,8}?接受联合体(?:投标|参加|响应)?:((?:(?:采购|合同)?包\d{1,2}:)?(?:是|否|不接受|接受)(?:\/?否)?)/g,
  );
  const printed = [...forms].map(([, answer = '']) => (/是.*否/.test(answer) ? undefined : !/否|不/.test(answer)));
  const said = flat.matchAll(/本(?:项目|次招标|次采购|标段|工程)\(?(否|是)?\)?(不?)(?:接受|允许)联合体(?!.{0,4}:)/g);
  const answers = new Set([...printed, ...[...said].map(([, box, not]) => !(box === '否' || not === '不'))]);
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** 监督部门：X, 监督部门信息 名称：X, 监督部门及联系方式：X（电话）, 本招标项目的监督部门为X. */
export function supervisorIn(text: string): string | undefined {
  return new RegExp(
    `(?<!有关|相关)(?:监督|监管)(?:管理)?(?:部门|机构|单位)(?:名称)?(?:及联系(?:方式|电话))?(?:为|[：:]|信息\\s*名称[：:])\\s*([^，,。；;：:、（(\\s]{4,40}?(?:${ORG}|厅|办公室|办|科))(?=[，,。；;（(\\s]|$)`,
  ).exec(text)?.[1];
}

/** Why it came to nothing: 流标, 废标, 终止, too few bidders. */
export function failureIn(text: string): string | undefined {
  if (!/流标|废标|终止|不足/.test(text)) return undefined;
  const flat = text.replace(/\n/g, '');
  // 鉴于以上原因，本次采购予以流标: the reason is the sentence before.
  const before =
    /([^。；;]{4,160})[。；;]\s*(?:鉴于|基于|由于|因)?(?:以上|上述)(?:原因|情况|情形)[^。；;]{0,30}(?:流标|废标|终止)/.exec(
      flat,
    );
  if (before) return before[1]!.replace(/^.*(?:情形|情况|原因)[：:]/, '').trim();
  const found =
    /[^。；;]{0,60}(?:予以|做|作|按)(?:流标|废标)[^。；;]{0,20}/.exec(flat) ??
    /(?:本次|本|该)(?:项目|采购|招标|标段|包)[^。；;]{0,12}(?:流标|废标)/.exec(flat) ??
    /(?:流标|废标|项目终止)的?(?:原因|理由)[：:]?\s*(?:终止合同包[：:].{1,12}?终止原因[：:]\s*)?([^。；;]{2,160})/.exec(
      flat,
    ) ??
    /(?:有效|合格)?(?:投标人|供应商|响应供应商|投标单位)[^。；;]{0,12}不足(?:三|3)家(?!的|时)[^。；;]{0,20}/.exec(flat);
  return (found?.[1] ?? found?.[0])?.trim().slice(0, 200);
}

/** 由X中标, 确定X为中标人, X以…元竞得. */
export function awardsIn(text: string): PrintedAward[] {
  if (!/中标|成交|竞得|类\s*[（(]/.test(text)) return [];
  const flat = half(text).replace(/\n/g, '');
  const match =
    new RegExp(
      `(?:由|确定|经评审,?)\\s*([^,，。；;:：]{4,50}?${ORG})\\s*(?:为|作为)?(?:本项目|该项目)?的?(?:中标|成交|竞得)`,
    ).exec(flat) ??
    new RegExp(`(?:中标人|中标单位|成交供应商|竞得人)(?:为|是)\\s*([^,，。；;:：]{4,50}?${ORG})(?=[,，。；;]|$)`).exec(
      flat,
    ) ??
    new RegExp(
      `([^,，。；;:：]{4,50}?${ORG})\\s*以\\s*([^,，。；;]{1,40}元[^。；;\\p{Script=Han}]{0,24}(?:[万亿]?元\\)?)?(?:的价格)?)(?:中标|竞得|成交)`,
      'u',
    ).exec(flat) ??
    new RegExp(`(?:货物|服务|工程)类\\s*\\(([^()]{4,40}${ORG})\\)`).exec(flat);
  const name = match?.[1]?.trim();
  if (!match || !name || !looksLikeName(name) || /采购人|招标人|代理|评标|委员会|招标失败/.test(name)) return [];
  const around = flat.slice(match.index, match.index + match[0].length + 60);
  const sum =
    /(?:中标|成交|竞得)?(?:价|金额|以)[为:：]?\s*((?:人民币)?[¥\d][\d,.]*\s*(?:亿|万)?元)/.exec(around)?.[1] ??
    /(?:中标|成交|竞得)(?:总)?(?:价|金额)[为是:]?\s*([^,，。；;]{2,60}元[^,，。；;]{0,30})/.exec(around)?.[1];
  return [{ supplier: { name }, price: printedAmount(sum ?? match[2]) }];
}

/** `其中：B 羽毛球馆 200000.0元A 游泳馆 280000.0元`, `包1-1800000.00元`: the parts of a sum. */
export function partsOf(value: string, label: string): { id: string; name?: string; amount: PrintedAmount }[] {
  const text = half(value);
  const parts = [
    ...text.matchAll(
      /(?<=^|[\s;,:：、。元])((?:采购|合同|分)?(?:包|标段)?\s*(?:[A-Z]|\d{1,2}))\s*(?:[-:]\s*|\s+([^\d;,]{2,40}?)\s*)(\d[\d,]*(?:\.\d+)?)\s*(万元|元)/g,
    ),
  ].filter(([, id, name]) => /包|标段/.test(id!) || (name !== undefined && /^[A-Z]$/.test(id!)));
  return parts.flatMap(([, id, name, number, unit]) => {
    const amount = printedAmount(`${number}${unit}`, label);
    return amount ? [{ id: id!.replace(/\s+/g, ''), ...(name && { name: name.trim() }), amount }] : [];
  });
}
