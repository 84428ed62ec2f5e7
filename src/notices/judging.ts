import { judge, withProviso, dayIn, type Moment } from '../clock/judge.ts';
import { isInForce, kindIn, type Period } from '../clock/period.ts';
import { isQuantity, type AnyRule } from '../clock/quantity.ts';
import type { VerdictRow } from '../clock/storage.ts';
import type { Covers } from '../clock/coverage.ts';
import type { WorkingDays } from '../clock/working-days.ts';
import { fieldOf, isDateType, type DateType } from '../registers/fields.ts';
import { lotId } from '../registers/fragments.ts';
import { listOf, type CompiledRelease } from '../registers/ocds.ts';
import { dayOf, startOfDay } from '../values/date.ts';
import type { Register } from '../registers/register.ts';
import { findKind, findRegister } from '../registers/registers.ts';
import type { Compilation } from './compile.ts';
import { speakingOf } from './compile.ts';
import { countOne, NOTHING, type Counted, type Holds, type Judged } from './counting.ts';
import type { Release } from './release.ts';

/**
 * Judges every statutory period of a record, and every number the law bounds, from what its notices say. Pure: the same releases and calendar give the
 * same rows. Whether a running limit has run out is not asked here, but when a row is read.
 */
export function judgeRecord(
  releases: readonly Release[],
  { record, standings }: Compilation,
  calendar: WorkingDays,
  covers: Covers,
): VerdictRow[] {
  const register = findRegister(record.register);
  const periods = register?.periods;
  if (!periods) return [];
  const spoken = speakingOf(releases, standings);
  if (spoken.length === 0) return [];
  const notices = noticesOf(spoken, releases, register);
  const rows: VerdictRow[] = [];
  for (const notice of notices) {
    const of = {
      ocid: record.ocid,
      register: record.register,
      unit: record.unit,
      triggerRelease: notice.release.id,
    };
    for (const rule of rulesOf(register).get(notice.release.kind) ?? []) {
      const holds: Holds = (condition) => periods.holds?.(condition, record.compiled, notice.release.content) ?? null;
      if (isQuantity(rule)) {
        const counted = countOne(rule, countedOf(notice, notices), register, record.compiled, holds);
        if (counted) rows.push({ ...of, ...counted });
        continue;
      }
      if (rule.restated && isRestated(rule, notice, notices)) continue;
      const judged = judgeOne(rule, notice, notices, calendar, covers, isVoid(record.compiled), holds);
      if (judged) rows.push({ ...of, ...judged });
    }
  }
  // Two versions of a rule start from one notice on different days: only the one in force was judged.
  return [...new Map(rows.map((row) => [`${row.rule} ${row.triggerRelease}`, row])).values()];
}

function isRestated({ trigger }: Period, notice: Said, notices: readonly Said[]): boolean {
  return notices.slice(notices.indexOf(notice) + 1).some((later) => momentOf(trigger, later) !== null);
}

/** Whoever had won has lost it again, all of them. */
function isVoid(record: CompiledRelease): boolean {
  const decided = listOf(record.awards).filter(({ status }) => status !== 'pending');
  return decided.length > 0 && decided.every(({ status }) => status === 'cancelled');
}

/** A notice in force, with the moments it says after all that changed them. */
interface Said {
  release: Release;
  /** When it was first published, by the statutory medium where there is one. */
  published: Moment;
  moments: ReadonlyMap<string, Moment>;
  /** Sections stay apart; '' for the whole. */
  section: string;
  /** A tender that is held again begins a new round. */
  round: number;
  isEnd: boolean;
}

function noticesOf(spoken: readonly Release[], all: readonly Release[], register: Register): Said[] {
  let round = 0;
  const byTime = spoken.toSorted((a, b) => timeOf(originOf(a, all)) - timeOf(originOf(b, all)) || a.id - b.id);
  const notices = byTime.map((release): Said => {
    const kind = register.kinds[release.kind];
    if (kind?.act === 'restart') round += 1;
    return {
      release,
      published: { at: timeOf(originOf(release, all)) },
      moments: momentsIn(release, register),
      section: sectionOf(release),
      round,
      isEnd: kind?.act === 'terminate',
    };
  });
  return notices.map((notice) => ({ ...notice, moments: afterChanges(notice, notices, register) }));
}

/** What a restatement says was published when the first text was. */
function originOf(release: Release, all: readonly Release[]): Release {
  const isRestated = release.amends !== null && findKind(release.register, release.kind)?.act === 'state';
  const earlier = isRestated ? all.find(({ id }) => id === release.amends) : undefined;
  return earlier ? originOf(earlier, all) : release;
}

function timeOf({ content, publishedAt }: Release): number {
  return content.firstPublished?.at ?? publishedAt;
}

function sectionOf({ content }: Release): string {
  return content.section ? lotId(content.section.id) : '';
}

/** The days and instants among a notice's own fields. */
function momentsIn({ kind, content }: Release, register: Register): Map<string, Moment> {
  const moments = new Map<string, Moment>();
  for (const [name, type] of dateFields(register, kind)) {
    const value = content.fields[name];
    if (type !== 'instant' && typeof value === 'string') moments.set(name, { on: value });
    // The law counts a publicity in days, whatever hours are printed with it.
    if (type === 'dayOrInstant' && typeof value === 'number') moments.set(name, { on: dayOf(value) });
    // Printed without an hour it was kept as the first moment of its day.
    if (type === 'instant' && typeof value === 'number')
      moments.set(name, value === startOfDay(dayOf(value)) ? { on: dayOf(value) } : { at: value });
  }
  return moments;
}

/** Later changes of the same round and section say some moments anew: the bid deadline that was put off. */
function afterChanges(notice: Said, notices: readonly Said[], register: Register): ReadonlyMap<string, Moment> {
  const kind = register.kinds[notice.release.kind];
  if (kind?.act !== 'state' && kind?.act !== 'restart') return notice.moments;
  const moments = new Map(notice.moments);
  for (const later of notices) {
    const isChange =
      register.kinds[later.release.kind]?.act === 'change' &&
      later.round === notice.round &&
      timeIn(later) >= timeIn(notice) &&
      isSameSection(later, notice);
    // A change that names another notice is about that one.
    const isAbout =
      later.release.amends === null ||
      later.release.amends === notice.release.id ||
      !notices.some(({ release }) => release.id === later.release.amends && release.kind !== later.release.kind);
    if (!isChange || !isAbout) continue;
    for (const [name, moment] of later.moments) if (moments.has(name)) moments.set(name, moment);
  }
  return moments;
}

function timeIn({ published }: Said): number {
  return 'at' in published ? published.at : 0;
}

function isSameSection(a: Said, b: Said): boolean {
  return a.section === b.section || a.section === '' || b.section === '';
}

function countedOf(notice: Said, notices: readonly Said[]): Counted {
  return {
    notice: notice.release.content,
    on: dayIn(notice.published),
    all: notices
      .filter((other) => other.round <= notice.round && isSameSection(other, notice))
      .map(({ release }) => release.content),
  };
}

function judgeOne(
  rule: Period,
  notice: Said,
  notices: readonly Said[],
  calendar: WorkingDays,
  covers: Covers,
  isVoid: boolean,
  holds: Holds,
): Judged | null {
  const trigger = momentOf(rule.trigger, notice);
  const row = {
    ...NOTHING,
    rule: rule.id,
    // What others publish first may have been published and not be held here: absence is no violation then.
    publication: rule.publication === true && covers(notice.release),
  } satisfies Partial<Judged>;
  const condition = rule.when === undefined ? true : holds(rule.when);
  // An auction says no days of a listing, and lacks none.
  if (!trigger)
    return condition === false || rule.lastDay || rule.ifSaid
      ? null
      : { ...row, verdict: 'missing', reason: 'trigger' };
  const triggerOn = dayIn(trigger);
  if (!isInForce(rule, triggerOn)) return null;
  const target = targetOf(rule.target, notice, notices);
  const known = {
    ...row,
    triggerOn,
    targetOn: target && !target.isPart ? dayIn(target.moment) : null,
    targetRelease: target && !target.isPart ? target.release.id : null,
  };
  if (condition === false) return { ...known, verdict: 'notApplicable', reason: rule.when! };
  // A change after the deadline came too late to shorten anything.
  if (rule.operator === 'least' && target && rule.when === 'affectsBids' && dayIn(target.moment) < triggerOn)
    return { ...known, verdict: 'notApplicable', reason: 'after' };
  const isInside = rule.target.split('|').some((reference) => kindIn(reference) === notice.release.kind);
  if (!target && rule.operator === 'least' && !isInside) return null;
  if (rule.operator === 'most' && (!target || target.isPart)) {
    // What was ended, or taken from whoever had won it, needs no contract any more.
    if (endedAfter(notice, notices) || isVoid) return { ...known, verdict: 'notApplicable', reason: 'ended' };
    // While it stands still by order nothing runs (政府采购法 art. 57).
    if (suspendedAfter(notice, notices)) return { ...known, verdict: 'missing', reason: 'suspended' };
  }
  if (target && isBefore(target.moment, trigger)) {
    if (rule.lastDay) return { ...known, verdict: 'kept', dueOn: triggerOn };
    if (rule.agreed) return { ...known, verdict: 'kept', dueOn: judge(rule, trigger, null, calendar).dueOn };
    if (rule.follows) return { ...known, verdict: 'broken', without: 0, inclusive: 0 };
    if (rule.operator !== 'same') return { ...known, verdict: 'missing', reason: 'reversed' };
  }
  // A part of the packages is not the whole: what the others owe is still owed.
  const judged = judge(rule, trigger, target && !target.isPart ? target.moment : null, calendar);
  const counted = { ...known, without: judged.without, inclusive: judged.with, dueOn: judged.dueOn };
  // What others published first may have been out before the day that is known here.
  if (
    judged.verdict === 'broken' &&
    rule.operator === 'most' &&
    rule.target.includes('@') &&
    target &&
    !covers(target.release)
  )
    return { ...counted, verdict: 'missing', reason: 'reprint' };
  // A condition that the notices leave open makes no violation.
  if (condition === null && judged.verdict === 'broken') return { ...counted, verdict: 'missing', reason: rule.when! };
  const proviso = withProviso(rule, judged.verdict);
  if (proviso) return { ...counted, verdict: 'missing', reason: proviso };
  return { ...counted, verdict: judged.verdict, reason: judged.verdict === 'missing' ? 'target' : null };
}

/** The first of the references that this notice says. */
function momentOf(references: string, notice: Said): Moment | null {
  for (const reference of references.split('|')) {
    const [kind, field] = parts(reference);
    if (kind !== notice.release.kind) continue;
    const moment = field === '' ? notice.published : notice.moments.get(field);
    if (moment) return moment;
  }
  return null;
}

interface Target {
  moment: Moment;
  release: Release;
  /** It is about some of the packages that the trigger names, and the others have none. */
  isPart?: boolean;
}

/**
 * In the same notice; else in the first that follows in its round, else in the last before it; a bare name is what holds in
 * the end.
 */
function targetOf(references: string, notice: Said, notices: readonly Said[]): Target | null {
  const own = momentOf(references, notice);
  if (own) return { moment: own, release: notice.release };
  const around = notices.filter((other) => other.round === notice.round && isSameSection(other, notice));
  for (const reference of references.split('|')) {
    if (reference.includes('.') || reference.includes('@')) continue;
    const last = around.findLast(({ moments }) => moments.has(reference));
    if (last) return { moment: last.moments.get(reference)!, release: last.release };
  }
  const saying = around.flatMap((other) => {
    const moment = other === notice ? null : momentOf(references, other);
    return moment ? [{ moment, release: other.release, at: timeIn(other), section: packageOf(other.release) }] : [];
  });
  const later = saying.filter(({ at }) => at >= timeIn(notice));
  const found = later[0] ?? saying.at(-1);
  if (!found) return null;
  const left = packagesIn(notice.release).filter((one) => !saying.some(({ section }) => section === one));
  const isPart = left.length > 0 && saying.every(({ section }) => section !== '');
  return { moment: found.moment, release: found.release, ...(isPart && { isPart }) };
}

/** The package that a contract is about, in its header or its fields. */
function packageOf({ content }: Release): string {
  const own = content.fields['section'];
  const printed = content.section?.id ?? (typeof own === 'string' ? own : undefined);
  return printed === undefined ? '' : lotId(printed);
}

/** The packages that a result decides, where there are several. */
function packagesIn({ content }: Release): string[] {
  const rows = content.fields['awards'];
  if (!Array.isArray(rows)) return [];
  const named = rows.flatMap((row: { section?: unknown }) =>
    typeof row.section === 'string' ? [lotId(row.section)] : [],
  );
  return new Set(named).size > 1 ? [...new Set(named)] : [];
}

function isBefore(target: Moment, trigger: Moment): boolean {
  return dayIn(target) < dayIn(trigger);
}

function suspendedAfter(notice: Said, notices: readonly Said[]): boolean {
  return notices.some(
    (other) =>
      findKind(other.release.register, other.release.kind)?.suspends === true &&
      other.round === notice.round &&
      timeIn(other) >= timeIn(notice) &&
      isSameSection(other, notice),
  );
}

function endedAfter(notice: Said, notices: readonly Said[]): boolean {
  return (
    notices.some((other) => other.isEnd && timeIn(other) >= timeIn(notice) && isSameSection(other, notice)) ||
    notices.some(({ round }) => round > notice.round)
  );
}

function parts(reference: string): [kind: string, field: string] {
  const [kind = '', field = ''] = reference.split(/[.@]/);
  return [kind, field];
}

// What of a register does not change from record to record is found out once.
const rulesByKind = new WeakMap<Register, Map<string, AnyRule[]>>();
const fieldsByKind = new WeakMap<Register, Map<string, [name: string, type: DateType][]>>();

function rulesOf(register: Register): Map<string, AnyRule[]> {
  let found = rulesByKind.get(register);
  if (!found) {
    found = new Map(
      Object.keys(register.kinds).map((kind) => [
        kind,
        register.periods!.rules.filter((rule) =>
          isQuantity(rule)
            ? rule.kinds.includes(kind)
            : rule.trigger.split('|').some((reference) => kindIn(reference) === kind),
        ),
      ]),
    );
    rulesByKind.set(register, found);
  }
  return found;
}

function dateFields(register: Register, kind: string): [name: string, type: DateType][] {
  let found = fieldsByKind.get(register);
  if (!found) {
    found = new Map(
      Object.entries(register.kinds).map(([id, { fields }]) => [
        id,
        Object.entries(fields.shape).flatMap(([name, schema]): [string, DateType][] => {
          const { type } = fieldOf(schema);
          return isDateType(type) ? [[name, type]] : [];
        }),
      ]),
    );
    fieldsByKind.set(register, found);
  }
  return found.get(kind) ?? [];
}
