/**
 * The text of a captured page as lines that a reader and a program can read. Captures break lines wherever the
 * page changed its font (`202` `6` `年`) or its cell; such pieces are put together again. Words are never
 * changed: only what was no text of the notice goes (style rules, tags, internal keys, a lone `？`).
 */
export function readableLines(text: string): string[] {
  const pieces = text
    .replace(STYLE_RULE, '')
    .replace(/<\/?[a-z][^<>\n]{0,200}>/gi, '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u3000]+/g, ' ').trim())
    .filter((line) => line !== '' && !ARTEFACT.test(line));
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && belongsTo(last, piece)) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

/** `p.X1{text-align:justify;}` */
const STYLE_RULE = /[a-z*][\w.#*-]*(?:\s*,\s*[a-z][\w.#-]*)*\s*\{(?:\s*[a-z-]+\s*:[^{};]*;?)*\s*\}/gi;
/** A lone mark, or the key of a database row that a page printed by mistake. */
const ARTEFACT = /^(?:[?？�]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function belongsTo(before: string, piece: string): boolean {
  // A row of a table begins its own line.
  if (/\|.*\|/.test(piece)) return false;
  // A number that lost its line, a word that lost its end: 三、 获取采购 文件.
  if (LONE_NUMBER.test(before)) return true;
  if (isHeading(before) && before.length <= 12 && !/[：:]$/.test(before) && /^\p{Script=Han}{1,2}$/u.test(piece))
    return true;
  if (/^\p{Script=Han}[：:]/u.test(piece)) return /\p{Script=Han}$/u.test(before) && before.length <= 12;
  if (/^[：:，,。；;、）)】％%]/.test(piece)) return true;
  if (/^[（(](?:人民币)?(?:万元|元|%)[)）]/.test(piece) && /[\d：:]$/.test(before)) return true;
  if (/^[.．]/.test(piece)) return /^\d{1,2}$/.test(before);
  if (/[：:]$/.test(before))
    return before.length <= 60 && !isLabel(piece) && !isHeading(piece) && !FIRST_COLUMN.test(piece);
  if (/[（(]$/.test(before)) return true;
  return isDatePiece(before, piece);
}

const LONE_NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．])$/;

/** Where a table begins, a label before it is its caption. */
const FIRST_COLUMN = /^(?:序号|排序|名次|供应商名称|中标候选人名称|包号|包名称|品目编号|采购标段|采购条目编号)$/;

/** `202`+`6`+`年`+`3`+`月`+`20`+`日`+`9`+`时`+`00分`. */
function isDatePiece(before: string, piece: string): boolean {
  if (/(?:^|\D)20\d$/.test(before)) return /^\d$/.test(piece);
  if (/\d$/.test(before)) return /^[年月日时点]/.test(piece) || (/(?:^|\D)20\d\d$/.test(before) && /^年/.test(piece));
  if (/\d\s*[年月]$/.test(before)) return /^\d{1,2}(?:\D|$)/.test(piece);
  if (/\d\s*日$/.test(before)) return /^(?:至|\d{1,2}(?:[时点:：]|$))/.test(piece);
  if (/\d\s*[时点]$/.test(before)) return /^\d{1,2}\s*分?/.test(piece) && !/^\d{3}/.test(piece);
  return false;
}

/** A name of a field with its colon: `项目名称：…`, `联 系 人:`. */
function isLabel(line: string): boolean {
  return /^[^：:。，]{1,24}[：:]/.test(line) && !/^(?:https?|\d{1,4}):/.test(line) && !/^\d/.test(line);
}

export function isHeading(line: string): boolean {
  return /^[一二三四五六七八九十]{1,3}[、.．]/.test(line);
}
