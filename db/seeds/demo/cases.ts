import { document, storyOf, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** Demo cases at every lamp, without anybody's data: fiction. Days are counted from today. */
export function caseStories(on: Calendar): NoticeInput[][] {
  return CASES.map((one, index) => storyFor(one, index, on));
}

interface Case {
  item: string;
  name: string;
  unit: string;
  /** Days from today. */
  accepted: number;
  due?: number;
  statutory?: number;
  stops?: { from: number; until?: number; reason: string }[];
  decided?: number;
  result?: string;
}

const HOUSING = '天水市某住房和城乡建设局';
const MARKET = '天水市某市场监督管理局';
const LAND = '天水市某自然资源局';
const permit = { item: 'sp-js-01', name: '建筑工程施工许可证核发', unit: HOUSING };
const food = { item: 'sp-sc-01', name: '食品经营许可', unit: MARKET };
const home = { item: 'sp-zr-01', name: '不动产首次登记', unit: LAND };

const CASES: readonly Case[] = [
  { ...food, accepted: -95, due: -84, statutory: -66, decided: -88, result: 'granted' },
  { ...food, accepted: -92, due: -81, statutory: -63, decided: -70, result: 'granted' },
  { ...home, accepted: -90, due: -83, statutory: -48, decided: -85, result: 'granted' },
  { ...permit, accepted: -64, due: -60, statutory: -54, decided: -61, result: 'granted' },
  {
    ...food,
    accepted: -62,
    due: -45,
    statutory: -28,
    stops: [{ from: -58, until: -52, reason: 'correction' }],
    decided: -47,
    result: 'refused',
  },
  { ...home, accepted: -60, due: -53, statutory: -18, decided: -54, result: 'granted' },
  { ...permit, accepted: -34, due: -30, statutory: -24, decided: -31, result: 'granted' },
  { ...food, accepted: -33, due: -22, statutory: -5, decided: -24, result: 'granted' },
  { ...home, accepted: -31, due: -24, statutory: 11, decided: -20, result: 'granted' },
  // Red, amber, green, stopped; and one whose promise is reckoned from the list.
  { ...food, accepted: -21, due: -8, statutory: 8 },
  { ...home, accepted: -8, due: 1, statutory: 34 },
  { ...food, accepted: -5, due: 8, statutory: 24 },
  { ...permit, accepted: -9, due: 3, statutory: 9, stops: [{ from: -6, reason: 'inspection' }] },
  { ...food, accepted: -3 },
];

function storyFor({ item, name, unit, ...one }: Case, index: number, on: Calendar): NoticeInput[] {
  const number = `bj-${on.year(one.accepted)}-${String(index + 1).padStart(4, '0')}`;
  const story = storyOf({
    slug: `case-${number}`,
    register: 'cases',
    code: number,
    name: `${name} ${number}`,
    region: '620500',
    unit,
  });
  const fields = {
    item,
    itemName: name,
    unitInCharge: unit,
    acceptedOn: on.day(one.accepted),
    ...(one.due !== undefined && { dueOn: on.day(one.due) }),
    ...(one.statutory !== undefined && { statutoryDueOn: on.day(one.statutory) }),
    ...(one.stops && {
      suspensions: one.stops.map(({ from, until, reason }) => ({
        from: on.day(from),
        ...(until !== undefined && { until: on.day(until) }),
        reason,
      })),
    }),
  };
  const tell = (offset: number, more: Record<string, unknown>, said: string) => {
    const at = on.published(offset);
    story.publish(
      'progress',
      at,
      `办件情况：${name} ${number}`,
      { ...fields, ...more },
      document(
        `受理编号${number}，事项：${name}。`,
        [
          ['进展', said],
          ['期限', '承诺和法定的办结日期见网页；补正、听证、评审、现场核查的日子不计算在内。'],
          ['说明', '不公开申请人的任何信息；申请人凭编号查询，有疑问的可以向办理单位询问（演示）。'],
        ],
        { unit, day: at },
      ),
    );
  };
  tell(Math.min(0, one.accepted + 1), {}, `${on.day(one.accepted)}受理，正在办理。`);
  if (one.decided !== undefined)
    tell(
      one.decided + 1,
      { decidedOn: on.day(one.decided), result: one.result },
      `${on.day(one.decided)}办结，结果已经告知申请人。`,
    );
  return story.notices;
}
