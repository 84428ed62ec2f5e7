import { standingOf } from '../../clock/judge.ts';
import type { VerdictRow } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { AmountBasis } from '../../notices/amounts.ts';
import type { RecordRow } from '../../notices/release.ts';
import type { DateWord, Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { meaningOf } from '../../registers/stages.ts';
import { dayOf, minuteOf, startOfDay } from '../../values/date.ts';
import { formatFen } from '../../values/money.ts';
import { regionName } from '../../values/region.ts';
import { pathOf } from '../address.ts';
import { textOf } from '../list/cells.ts';
import { sumIn } from '../list/sum.ts';
import { registerLabels, stageLabel } from '../words.ts';
import type { SaidDates } from './said-dates.ts';
import { verdictLine } from './verdict-line.ts';

/** Bids or applications close; bids are opened, a sale is held; publicity ends; a statutory period runs out. */
export const HAPPENINGS = ['closes', 'opens', 'publicity', 'due'] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

/** Something of a record that falls on a day: what the calendar shows and what a subscriber's calendar gets. */
export interface Happening {
  /** The same whenever it is asked for, so that a calendar updates what it has. */
  id: string;
  kind: HappeningKind;
  /** Bids are opened in the minute in which they close: one line, found under both. */
  isOpening: boolean;
  /** UTC ms; of a whole day its first instant. */
  at: number;
  wholeDay: boolean;
  /** 09:30; null of a whole day. */
  time: string | null;
  /** UTC ms: when it was to be before it was moved. */
  movedFrom: number | null;
  ocid: string;
  title: string;
  /** 投标截止、开标. */
  what: string;
  registerName: string;
  register: string;
  /** Code of the division, or ''. */
  region: string;
  regionName: string;
  /** Who buys or grants, and what that is called here. */
  buyer: { label: string; name: string } | null;
  /** What it is about in money, and which sum that is: 控制价. */
  sum: { label: string; fen: number; basis: AmountBasis; text: string } | null;
  /** Where bids are opened, as printed. */
  place: string | null;
  path: string;
  /** The article by which it falls on that day; null of what a notice itself says. */
  law: { text: string; path: string | null } | null;
  /** The project was ended or taken back: it will not take place. */
  cancelled: boolean;
  /** A notice says that it stands still. */
  suspended: boolean;
  /** 已终止, 已暂停; '' while it is to take place. */
  halted: string;
  /** Grows with every notice of the record. */
  sequence: number;
  /** UTC ms, of the newest notice. */
  changedAt: number;
}

export function happeningsOf(
  record: RecordRow,
  verdicts: readonly VerdictRow[],
  locale: Locale,
  now: number,
  said?: SaidDates,
): Happening[] {
  const register = findRegister(record.register);
  const about = aboutOf(record, register, said, locale);
  return [
    ...momentsOf(record, register, said, locale).map((one) => ({ ...one, ...about })),
    ...duesOf(record, verdicts, locale, now).map((one) => ({ ...one, ...about })),
  ];
}

type Moment = Pick<
  Happening,
  'id' | 'kind' | 'isOpening' | 'at' | 'wholeDay' | 'time' | 'movedFrom' | 'what' | 'place' | 'law'
>;
type About = Omit<Happening, keyof Moment>;

function aboutOf(
  record: RecordRow,
  register: Register | undefined,
  said: SaidDates | undefined,
  locale: Locale,
): About {
  const cancelled = meaningOf(register?.stages, record.stage).isEnded ?? false;
  const suspended = !cancelled && (said?.isSuspended ?? false);
  const sum = register && sumIn(record, register, locale);
  return {
    ocid: record.ocid,
    title: record.title,
    registerName: register ? registerLabels(register, locale).name : record.register,
    register: record.register,
    region: record.region,
    regionName: record.region === '' ? '' : regionName(record.region, locale),
    buyer: buyerOf(record, register, locale),
    sum: sum
      ? { label: sum.label, fen: sum.fen, basis: sum.basis, text: `¥${formatFen(sum.fen).replace(/\.00$/, '')}` }
      : null,
    path: pathOf(record),
    cancelled,
    suspended,
    halted: cancelled
      ? stageLabel(record.stage, [record.register], locale)
      : suspended
        ? labels(locale).clock.calendar.suspended
        : '',
    sequence: record.releases - 1,
    changedAt: Date.parse(record.compiled.date),
  };
}

function buyerOf({ compiled }: RecordRow, register: Register | undefined, locale: Locale): Happening['buyer'] {
  const column = register?.columns.find(({ place }) => place === 'buyer');
  if (!register || !column) return null;
  const name = textOf(column.cell(compiled), column.id, register, locale);
  return name === null ? null : { label: registerLabels(register, locale).columns[column.id] ?? column.id, name };
}

function momentsOf(
  record: RecordRow,
  register: Register | undefined,
  said: SaidDates | undefined,
  locale: Locale,
): Moment[] {
  const { tender } = record.compiled;
  const [closing, opening] = [tender?.tenderPeriod?.endDate, tender?.openingDate];
  const word = (of: DateWord) =>
    (register && registerLabels(register, locale).dates?.[of]) ?? labels(locale).clock.calendar.words[of];
  // 挂牌 ends when the last offer may be made; an auction is held.
  const opens = word(opening !== undefined && opening === tender?.awardPeriod?.endDate ? 'listed' : 'opens');
  const closes = word(record.stage === 'prequalification' ? 'applies' : 'closes');
  const isOpening = closing !== undefined && closing === opening;
  const place = said?.openingPlace ?? null;
  return [
    momentOf(record, 'closes', closing, {
      isOpening,
      what: isOpening ? [closes, opens].join(labels(locale).record.list) : closes,
      place: isOpening ? place : null,
      before: said?.before,
    }),
    isOpening
      ? null
      : momentOf(record, 'opens', opening, { isOpening: true, what: opens, place, before: said?.before }),
    momentOf(record, 'publicity', tender?.publicityPeriod?.endDate, {
      isOpening: false,
      what: word('publicity'),
      place: null,
      before: undefined,
    }),
  ].filter((one) => one !== null);
}

function momentOf(
  { ocid }: RecordRow,
  kind: 'closes' | 'opens' | 'publicity',
  text: unknown,
  { before, ...more }: Pick<Moment, 'isOpening' | 'what' | 'place'> & { before: SaidDates['before'] | undefined },
): Moment | null {
  const at = typeof text === 'string' ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) return null;
  // A period that ends on a day lasts through it.
  const wholeDay = /T(?:23:59:59|00:00:00)/.test(String(text));
  return {
    id: `${ocid}-${kind}`,
    kind,
    at: wholeDay ? startOfDay(dayOf(at))! : at,
    wholeDay,
    time: wholeDay ? null : minuteOf(at).slice(11),
    law: null,
    movedFrom: kind === 'publicity' ? null : (before?.(kind, at) ?? null),
    ...more,
  };
}

function duesOf({ ocid }: RecordRow, verdicts: readonly VerdictRow[], locale: Locale, now: number): Moment[] {
  const today = dayOf(now);
  return verdicts.flatMap((row) => {
    if (row.verdict !== 'running' || row.dueOn === null || (row.triggerOn !== null && row.triggerOn > today)) return [];
    if (standingOf(row, row.publication, today) === 'missing') return [];
    const line = verdictLine(row, today, locale);
    if (!line) return [];
    return [
      {
        id: `${ocid}-${row.rule}-${row.triggerRelease}`,
        kind: 'due',
        isOpening: false,
        at: startOfDay(row.dueOn)!,
        wholeDay: true,
        time: null,
        movedFrom: null,
        what: fill(labels(locale).record.labelled, {
          label: labels(locale).clock.calendar.words.due,
          text: line.title,
        }),
        law: { text: line.law, path: line.lawPath },
        place: null,
      },
    ];
  });
}

/** 投标截止：湖滨路改造工程施工. */
export function summaryOf({ what, title, halted }: Happening, locale: Locale): string {
  const { labelled, bracketed } = labels(locale).record;
  const label = halted === '' ? what : what + fill(bracketed, { text: halted });
  return fill(labelled, { label, text: title });
}
