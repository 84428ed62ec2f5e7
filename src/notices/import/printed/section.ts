/** The section (标段) or package (包) a notice is about, where it is about one only. */
export interface PrintedSection {
  id: string;
  name?: string;
}

const ORDINAL = '(?:第?[一二三四五六七八九十]{1,3}|第?\\d{1,3}|[A-Z])';
/** `二标段`, `(1标段)`, `第一标段(包)`, `第二包`, `建设2包`, but not `2个包`. */
const IN_TITLE = new RegExp(`(${ORDINAL}\\s*(?:合同段|标段|标包|标(?=[（(])|包)(?:[（(]包[)）])?)(?![装括含头])`, 'g');

/** The section named in a title; undefined when none or several are. */
export function sectionInTitle(title: string): PrintedSection | undefined {
  const named = [...title.matchAll(IN_TITLE)].map((match) => match[1]!.replace(/\s+/g, ''));
  if (new Set(named).size !== 1) return undefined;
  return { id: named[0]!, name: named[0]! };
}

/** The title without its section, so that sections of one project bear one name. */
export function withoutSection(title: string): string {
  return title
    .replace(new RegExp(`[（(]\\s*${ORDINAL}\\s*(?:合同段|标段|标包|包)[：:][^）)]*[)）]`, 'g'), '')
    .replace(new RegExp(`[（(]\\s*${ORDINAL}\\s*(?:合同段|标段|标包|包)(?:[（(]包[)）])?\\s*[)）]`, 'g'), '')
    .replace(new RegExp(`${IN_TITLE.source}(?:项目)?`, 'g'), '')
    .trim();
}
