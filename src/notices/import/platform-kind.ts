import type { Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';

/**
 * What kind a notice of the national platform (全国公共资源交易平台) is. Its list of types has none for 终止,
 * 候选人 or 更正 in tenders, so these hide under other types (domain.md §2.0): the words of the title decide
 * first, then the type code.
 */
export interface PlatformKind {
  register: Register;
  kind: string;
  /** True when the platform's type covers several kinds and no word tells which. */
  guessed: boolean;
}

/** The register that has notices of this type: `0104` → 工程建设. */
export function registerOfType(type: string): Register | undefined {
  const board = type.slice(0, 2);
  return registers.find(({ kinds }) =>
    Object.values(kinds).some(({ nationalType }) => nationalType?.startsWith(board)),
  );
}

/** The kind of a notice by `title` and, where it has no word for a kind, the first lines of the text. */
export function platformKind(
  register: Register,
  type: string,
  title: string,
  opening: readonly string[] = [],
): PlatformKind {
  const named =
    kindInWords(register, title) ?? (KIND_WORD.test(title) ? undefined : kindInWords(register, opening.join('\n')));
  if (named) return { register, kind: named, guessed: false };
  const usual = (USUAL[type] ?? (/招标|采购/.test(title) ? ['tender'] : [])).find((id) => id in register.kinds);
  const kind = usual ?? Object.keys(register.kinds).find((id) => register.kinds[id]!.nationalType === type) ?? type;
  return { register, kind, guessed: type === '0104' && !RESULT.test(title) };
}

const KIND_WORD = /公告|公示|合同(?:书)?$/;
const RESULT = /(?:中标|成交|定标|结果)/;

/** Words near the end of a title or line, and the kinds they name, the first that the register has. */
const WORDS: [RegExp, string[]][] = [
  [/(?:流标|废标|流拍|未成交|招标失败|采购失败)/, ['failure', 'termination']],
  [/终止(?:出让|招标|采购|拍卖|挂牌|交易|竞价)?(?:活动)?/, ['termination', 'failure']],
  [/(?:暂停|中止)(?:出让|招标|采购|拍卖|挂牌|交易|竞价)?(?:活动)?/, ['suspension', 'termination']],
  [/异常/, ['anomaly', 'termination', 'failure']],
  [/合同(?:的)?(?:变更|补充)/, ['contractChange', 'correction']],
  [/(?:更正|变更)/, ['correction', 'change', 'clarification']],
  [/(?:澄清|答疑|补遗|修改|补充)/, ['clarification', 'correction', 'change']],
  [/延期(?:开标|开启|拍卖|挂牌|出让)?/, ['postponement', 'correction', 'change']],
  [/(?:候选人|评标结果|评标情况)/, ['candidate', 'award']],
  [/(?:重新招标|重新采购)/, ['retender', 'tender']],
  [/资格预审/, ['prequalification', 'tender']],
  [/采购意向|意向公开/, ['intention']],
  [/招标计划/, ['plan']],
  [/单一来源/, ['singleSource', 'tender']],
  [/验收/, ['acceptance', 'completion', 'performance']],
  [/竞争性谈判(?:采购|邀请)?/, ['negotiation', 'tender']],
  [/竞争性磋商(?:采购|邀请)?/, ['consultation', 'negotiation', 'tender']],
  [/询价(?:采购|邀请)?/, ['inquiry', 'negotiation', 'tender']],
  [/框架协议(?:采购)?(?:征集)?/, ['framework', 'tender']],
  [/开标记录/, ['opening']],
  [/(?:中标|成交|定标)(?:[（(]成交[）)])?(?:人|单位|结果)?/, ['award', 'deal', 'result']],
  [/合同/, ['contract']],
];
/** What may follow such a word in a title: `…更正（澄清）公告（一）`. */
const TAIL =
  '(?:[（(\\[【](?:[^（）()\\[\\]【】]|[（(][^（）()]{0,30}[）)]){1,60}[）)\\]】]|公告|公示|公开|信息|通知书?|说明|纪要|文件|内容|结果|人|的)*\\s*$';
const PATTERNS = WORDS.map(([word, kinds]) => [new RegExp(`${word.source}${TAIL}`, 'm'), kinds] as const);

function kindInWords(register: Register, text: string): string | undefined {
  for (const [pattern, kinds] of PATTERNS) {
    if (!pattern.test(text)) continue;
    const kind = kinds.find((id) => id in register.kinds);
    if (kind) return kind;
  }
  return undefined;
}

const USUAL: Record<string, string[]> = {
  '0101': ['tender'],
  '0102': ['opening'],
  '0104': ['award'],
  '0105': ['clarification'],
  '0201': ['tender'],
  '0202': ['award'],
  '0203': ['contract'],
  '0204': ['correction'],
};
