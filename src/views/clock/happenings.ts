import { standingOf } from '../../clock/judge.ts';
import type { VerdictRow } from '../../clock/storage.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRegister } from '../../registers/registers.ts';
import { meaningOf } from '../../registers/stages.ts';
import { dayOf, startOfDay } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import { registerLabels } from '../words.ts';

/** Something of a record that falls on a day: what the calendar shows and what a subscriber's calendar gets. */
export interface Happening {
  /** The same whenever it is asked for, so that a calendar updates what it has. */
  id: string;
  kind: 'closes' | 'opens' | 'publicity' | 'due';
  /** UTC ms; of a whole day its first instant. */
  at: number;
  wholeDay: boolean;
  title: string;
  what: string;
  registerName: string;
  register: string;
  path: string;
  /** The project was ended or taken back: it will not take place. */
  cancelled: boolean;
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
): Happening[] {
  const t = labels(locale).clock.calendar;
  const register = findRegister(record.register);
  const { tender } = record.compiled;
  const about = {
    title: record.title,
    registerName: register ? registerLabels(register, locale).name : record.register,
    register: record.register,
    path: pathOf(record),
    cancelled: meaningOf(register?.stages, record.stage).isEnded ?? false,
    sequence: record.releases - 1,
    changedAt: Date.parse(record.compiled.date),
  };
  const found: Happening[] = [];
  const moment = (kind: Happening['kind'], text: unknown) => {
    const at = typeof text === 'string' ? Date.parse(text) : NaN;
    if (Number.isNaN(at)) return;
    // A period that ends on a day lasts through it.
    const wholeDay = /T(?:23:59:59|00:00:00)/.test(String(text));
    found.push({
      id: `${record.ocid}-${kind}`,
      kind,
      at: wholeDay ? startOfDay(dayOf(at))! : at,
      wholeDay,
      what: t[kind],
      ...about,
    });
  };
  moment('closes', tender?.tenderPeriod?.endDate);
  if (tender?.openingDate !== tender?.tenderPeriod?.endDate) moment('opens', tender?.openingDate);
  moment('publicity', tender?.publicityPeriod?.endDate);
  for (const row of verdicts) {
    if (row.verdict !== 'running' || row.dueOn === null || (row.triggerOn !== null && row.triggerOn > dayOf(now)))
      continue;
    if (standingOf(row, row.publication, dayOf(now)) === 'missing') continue;
    const rule = register?.labels[language(locale)].periods?.[row.rule] ?? row.rule;
    found.push({
      id: `${record.ocid}-${row.rule}-${row.triggerRelease}`,
      kind: 'due',
      at: startOfDay(row.dueOn)!,
      wholeDay: true,
      what: `${t.due}${labels(locale).record.colon}${rule}`,
      ...about,
    });
  }
  return found;
}

export function summaryOf({ what, title }: Happening, locale: Locale): string {
  return fill(labels(locale).record.labelled, { label: what, text: title });
}
