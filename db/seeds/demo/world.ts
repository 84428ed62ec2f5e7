import { Converter } from 'opencc-js/cn2t';
import { dayOf, minuteOf, parseInstant, DAY } from '../../../src/values/date.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/**
 * The fictional world of the demo stories: its calendar, its units, its companies. Every name carries 某 or ××,
 * every code has the shape of a real one and × where digits would identify somebody.
 */
export interface Calendar {
  /** A moment of publication, `offset` days from today (0 or less); a weekend becomes the Friday before. */
  published(offset: number, time?: string): string;
  /** A moment some minutes ago: what was published this morning. */
  ago(minutes: number): string;
  /** A deadline or an opening; a weekend becomes the Monday after. */
  due(offset: number, time?: string): string;
  /** A day, as it falls. */
  day(offset: number): string;
  /** 2026年11月. */
  month(offset: number): string;
  /** The year of that day, as numbers of notices carry it. */
  year(offset: number): string;
}

export function calendar(today: number): Calendar {
  const weekday = (offset: number) => new Date(`${dayOf(today + offset * DAY)}T00:00:00Z`).getUTCDay();
  const friday = (offset: number) => offset - ({ 0: 2, 6: 1 }[weekday(offset)] ?? 0);
  const monday = (offset: number) => offset + ({ 0: 1, 6: 2 }[weekday(offset)] ?? 0);
  return {
    published: (offset, time = '09:00') => `${dayOf(today + friday(offset) * DAY)} ${time}`,
    ago: (minutes) => minuteOf(today - minutes * 60_000),
    due: (offset, time = '09:30') => `${dayOf(today + monday(offset) * DAY)} ${time}`,
    day: (offset) => dayOf(today + offset * DAY),
    month: (offset) => dayOf(today + offset * DAY).replace(/^(\d+)-0?(\d+).*/, '$1年$2月'),
    year: (offset) => dayOf(today + offset * DAY).slice(0, 4),
  };
}

/** `2026-11-27 17:00` as a notice prints it: 2026年11月27日17时00分; a day alone without the hour. */
export function printed(moment: string): string {
  const [day, time] = moment.split(' ');
  const [year, month, date] = day!.split('-').map(Number);
  const hour = time ? `${time.replace(':', '时')}分` : '';
  return `${year}年${month}月${date}日${hour}`;
}

/** The first line of every body, so that a page torn from the site still says what it is. */
export const FICTION = '（演示数据，纯属虚构）';

/** A body in the form of the official formats: an opening, numbered headings, the signature. */
export function document(
  opening: string,
  sections: [heading: string, ...lines: string[]][],
  signature: { unit: string; day: string },
): string {
  const numbered = sections.map(([heading, ...lines], index) =>
    [`### ${NUMERALS[index]}、${heading}`, ...lines].join('\n\n'),
  );
  return [`${FICTION}${opening}`, ...numbered, `${signature.unit}　${printed(signature.day.slice(0, 10))}`].join(
    '\n\n',
  );
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** A Markdown table; columns of figures are named so. */
export function table(columns: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map((name) => (/元|价|金额|面积|数量/.test(name) ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** `32145000` as 32,145,000.00元. */
export function yuan(amount: number): string {
  return `${amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}元`;
}

/** In ten thousand yuan, as land and mining notices print: 480.24万元. */
export function wan(amount: number): string {
  return `${(amount / 1e4).toFixed(2)}万元`;
}

/** What the media that publish first are called. */
export const MEDIA = {
  construction: '甘肃省公共资源交易网',
  procurement: '甘肃政府采购网',
  land: '中国土地市场网',
  mining: '自然资源部矿业权出让转让公示公告系统',
} as const;

/** One project of the demo world. With a `medium` its notices are reprints; without, they were first published here. */
export interface Project {
  /** Part of the notices' ids. */
  slug: string;
  register:
    | 'construction'
    | 'procurement'
    | 'land'
    | 'mining'
    | 'funds'
    | 'approvals'
    | 'rectification'
    | 'enforcement'
    | 'actions'
    | 'cases'
    | 'discretion'
    | 'enforcers';
  code: string;
  /** On the platform of investment projects: what is of one project is shown together. */
  investmentCode?: string;
  name: string;
  region: string;
  /** The unit that publishes. */
  unit: string;
  medium?: string;
}

/** A party as notices name it in full, with an address and a number that nobody has. */
export const reachable = (name: string) => ({
  name,
  address: '甘肃省天水市某路××号',
  contact: '王某某',
  telephone: '0938-×××××××',
});

/** What a notice of the story says beside its kind, moment and fields. */
export type More = Pick<NoticeInput, 'amends' | 'reason' | 'section' | 'attachments' | 'number' | 'unit' | 'related'>;

/** Tells the story of one project: `publish` adds a notice and returns its id, by which a later one may name it. */
export function storyOf(project: Project) {
  const notices: NoticeInput[] = [];
  const publish = (
    kind: string,
    at: string,
    title: string,
    fields: Record<string, unknown>,
    body: string,
    more: More = {},
  ): string => {
    const ordinal = String(notices.length + 1).padStart(2, '0');
    const id = `demo-${project.slug}-${ordinal}`;
    notices.push({
      id,
      register: project.register,
      kind,
      title,
      number: `${project.code}-${ordinal}`,
      project: {
        code: project.code,
        name: project.name,
        ...(project.investmentCode && { investmentCode: project.investmentCode }),
      },
      region: project.region,
      unit: { name: project.unit },
      publishedAt: at,
      ...(project.medium && {
        firstPublished: {
          medium: project.medium,
          url: `https://example.org/${id}`,
          at: parseInstant(at)! - HALF_AN_HOUR,
        },
      }),
      body,
      fields,
      ...more,
    });
    return id;
  };
  return { project, notices, publish };
}

const HALF_AN_HOUR = 1_800_000;

export type Files = ReturnType<typeof file>[];

/** Files are named as units name them; the demo has no files behind them. */
export function file(name: string, kilobytes: number) {
  const types: Record<string, string> = {
    pdf: 'application/pdf',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  };
  return { name, type: types[name.split('.').at(-1)!]!, size: kilobytes * 1024 };
}

/** The same story as a unit that writes traditional characters published it. */
export function inTraditional(notices: NoticeInput[]): NoticeInput[] {
  const convert = Converter({ from: 'cn', to: 't' });
  const through = (value: unknown): unknown => {
    if (typeof value === 'string') return convert(value);
    if (Array.isArray(value)) return value.map(through);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, through(member)]));
    return value;
  };
  return notices.map((notice) => through(notice) as NoticeInput);
}
