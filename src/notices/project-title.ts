import type { Notice } from '../registers/notice.ts';
import { matchKey } from '../values/script.ts';

/** The name of the project a notice is about: as given, or its title without the words that say what kind of notice it is. */
export function projectTitle(notice: Pick<Notice, 'title' | 'project'>): string {
  return notice.project.name || withoutKind(notice.title) || notice.title;
}

function withoutKind(text: string): string {
  let title = text.trim();
  for (let before = ''; before !== title;) {
    before = title;
    for (const tail of TAILS) title = title.replace(tail, '').trim();
  }
  return title;
}

/**
 * How much a title says of its own, in characters: nothing in 竞争性磋商公告 and 政府采购项目中标公告, which head the notices
 * of a thousand purchases; 水泵 in 水泵采购.
 */
export function ownWords(title: string): number {
  return matchKey(withoutKind(title).replace(COMMON, '')).length;
}

/** Words that stand in the titles of any purchase. */
const COMMON =
  /政府采购|公开招标|邀请招标|竞争性?(?:磋商|谈判)|询价|询比|比选|单一来源|框架协议|资格预审|招标|投标|采购|成交|中标|候选人|结果|合同|验收|履约|意向|计划|公告|公示|通知书?|更正|变更|澄清|答疑|延期|终止|废标|流标|项目|工程|服务|货物|施工|监理|设计|设备|材料|物资|出让|挂牌|拍卖|划拨|国有建设用地使用权|宗地|采矿权|探矿权|关于|本级|年度|第?[一二三四五六七八九十\d]+(?:次|年|号|批|包|标段|月|日)|[的等及和与\d]/g;

const ORDINAL = '[第]?[一二三四五六七八九十\\d]+[次号]?';
/** Words at the end of a title that name the notice, not the project; taken off until none is left. */
const TAILS = [
  new RegExp(`[（(]\\s*(?:${ORDINAL}|更正|变更|澄清|补遗)\\s*[）)]$`),
  /(?:公告|公示|通知书?|公开信息|记录|(?<=流标|废标|终止)说明)$/,
  /(?:(?:中标|成交)(?:[（(]成交[）)])?(?:候选人|结果)?|中标[（(]成交[）)]结果|评标结果|候选人|结果)$/,
  /(?:更正|变更|澄清|答疑|补遗|延期|暂停|终止|废标|流标|异常)(?:[（(][^（）()]{1,6}[）)])?$/,
  /(?:合同订立|合同|履约|竣工|验收|开标|采购意向|意向|资格预审|单一来源采购|单一来源)$/,
  /(?:电子化)?(?:公开招标|邀请招标|竞争性谈判|竞争性磋商|询价|招标\[采购\]|招标)$/,
  /(?<=项目)采购$/,
  // What is granted stays: without it the name may be that of who grants.
  /(?:(?:网上|公开)?(?:挂牌|拍卖|招标)(?:网上|公开)?)?(?:出让|划拨)$/,
  /(?<=权)(?:网上|公开)?(?:挂牌|拍卖|招标)$/,
  /(?:的|[-—－:：_ （(])$/,
];
