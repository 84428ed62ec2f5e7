import { isHeading } from './text.ts';

/** What the numbered sections of a notice say plainly. Everything else is left to the reader of the text. */

/** The value behind a label: `项目编号：X`, `3、采购方式：X`, or the next line where the label stands alone. */
export function valueOf(lines: readonly string[], label: RegExp): string | undefined {
  return valuesOf(lines, label)[0];
}

export function valuesOf(lines: readonly string[], label: RegExp): string[] {
  const found: string[] = [];
  for (const [index, line] of lines.entries()) {
    const labelled = splitLabel(line);
    if (labelled) {
      if (label.test(labelled.label) && labelled.value !== '') found.push(labelled.value);
    } else if (label.test(bare(line))) {
      const next = lines[index + 1];
      if (next !== undefined && !isHeading(next) && !splitLabel(next)) found.push(next);
    }
  }
  return found;
}

/** The same, for labels that also head columns elsewhere: only with a colon, and near the beginning. */
export function statedOf(lines: readonly string[], label: RegExp): string | undefined {
  for (const line of lines.slice(0, 40)) {
    const labelled = splitLabel(line);
    if (labelled && label.test(labelled.label) && labelled.value !== '') return labelled.value;
  }
  return undefined;
}

/** A value with the label it stands behind: the label may print the unit. */
export function labelledOf(lines: readonly string[], label: RegExp): { label: string; value: string } | undefined {
  for (const line of lines) {
    const labelled = splitLabel(line);
    if (labelled && label.test(labelled.label) && labelled.value !== '') return labelled;
  }
  return undefined;
}

/** The label without its number and spaces, and what follows the colon. */
export function splitLabel(line: string): { label: string; value: string } | null {
  const match = /^([^：:]{1,40})[：:]\s*(.*)$/.exec(line);
  if (!match || /https?$|\d$/.test(match[1]!)) return null;
  return { label: bare(match[1]!), value: match[2]!.trim() };
}

function bare(text: string): string {
  return text
    .replace(/^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(]?\d{1,2}[)）.、．]|[、.．])\s*/, '')
    .replace(/[\s　]+/g, '');
}

/** The name inside `1.采购人信息 名称：…`. */
export function nameUnder(lines: readonly string[], heading: RegExp): string | undefined {
  const at = lines.findIndex((line) => heading.test(bare(line)) && line.length < 24);
  if (at < 0) return undefined;
  return valueOf(lines.slice(at + 1, at + 6), /^(?:单位)?名称$/);
}

const DATE =
  '(20\\d\\d)\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:\\s*[-T]?\\s*(\\d{1,2})\\s*[:：时点]\\s*(\\d{1,2})?)?';

/** The first moment in a text, `yyyy-mm-dd HH:MM`, or the day alone where no hour is printed. */
export function momentIn(text: string | undefined): string | undefined {
  const match = new RegExp(DATE).exec(text ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute = '00'] = match;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return hour === undefined ? date : `${date} ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

export function dayIn(text: string | undefined): string | undefined {
  return momentIn(text)?.slice(0, 10);
}

/** From and until of `2026年03月17日 至 2026年03月23日`. */
export function periodIn(text: string | undefined): { from?: string; until?: string } {
  const [first, second] = [...(text ?? '').matchAll(new RegExp(DATE, 'g'))].map(([moment]) => momentIn(moment));
  return first && second ? { from: first, until: second } : {};
}

/** When bids or offers close: the summary's `并于…前递交`, the labels, or the first line of the section on it. */
export function bidDeadlineIn(lines: readonly string[]): string | undefined {
  const text = lines.join('');
  const summary = new RegExp(`于\\s*${DATE}[^。]{0,20}?前\\s*(?:递交|提交|上传)`).exec(text)?.[0];
  if (summary) return withHour(momentIn(summary));
  const labelled = valueOf(lines, /^(?:(?:提交|递交)(?:投标|响应|首次响应)?文件(?:的)?)?(?:投标)?截止(?:时间|日期)$/);
  if (momentIn(labelled)) return withHour(momentIn(labelled));
  const section = lines.findIndex((line) => isHeading(line) && /(?:提交|递交).*文件/.test(line));
  return section < 0 ? undefined : withHour(momentIn(lines.slice(section + 1, section + 3).join(' ')));
}

/** A deadline without an hour is not plain enough: the first minute of the day would be wrong. */
function withHour(moment: string | undefined): string | undefined {
  return moment && moment.length > 10 ? moment : undefined;
}

/** When bids are opened. */
export function openingIn(lines: readonly string[]): string | undefined {
  const labelled = momentIn(valueOf(lines, /^开标(?:时间|日期)$/));
  if (labelled) return withHour(labelled);
  const section = lines.findIndex((line) => isHeading(line) && /开启|开标时间/.test(line) && !/截止/.test(line));
  return section < 0 ? undefined : withHour(momentIn(valueOf(lines.slice(section + 1, section + 4), /^时间$/)));
}
