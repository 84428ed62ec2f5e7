import type * as z from 'zod';
import { fill, labels } from '../../locales/labels.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { isOpen } from '../../notices/release.ts';
import { fieldOf, type Party } from '../../registers/fields.ts';
import { lotOf } from '../../registers/fragments.ts';
import { QUESTIONS, type Answering, type Question } from '../../registers/participation.ts';
import type { Kind } from '../../registers/register.ts';
import { UNDATED } from '../../registers/stages.ts';
import { DAY, dayOf, minuteOf, parseDayOrInstant, startOfDay } from '../../values/date.ts';
import { noticePath } from '../address.ts';
import type { GridCell } from '../grid.ts';
import { fieldLabel, valueText } from '../notice/field-value.ts';
import { textPath } from '../unknown.ts';
import { registerLabels } from '../words.ts';
import type { RecordContext } from './context.ts';
import { lotName, lotWord } from './labels.ts';
import { saidBy } from './life.ts';
import { stateOf } from './state.ts';
import { statementLabel } from './timeline.ts';

/** One question of whoever would take part, and what the calls of the record say to it. */
export interface Answer {
  question: Question;
  label: string;
  /** Empty where nothing is known. */
  lines: AnswerLine[];
  /** Why nothing is known. */
  unknown: GridCell | null;
  /** The notices that say it. */
  sources: { label: string; path: string }[];
  /** What held before a later notice changed it. */
  formerly: string | null;
}

export interface AnswerLine {
  /** The section, or the field where another one answers before it; else ''. */
  label: string;
  text: string;
  /** The notice says more. */
  isCut: boolean;
}

/** How one takes part, of a record that is open or may be; null of any other. */
export function participationOf(context: RecordContext, row: RecordRow, now: number): Answer[] | null {
  const { register } = context;
  if (!register.participation || !canStillTakePart(row, now)) return null;
  const calls = callsOf(context, row);
  const answers = QUESTIONS.flatMap(
    (question) => answerOf(question, register.participation![question], calls, context, row) ?? [],
  );
  return answers.length > 1 ? answers : null;
}

/** Its deadline is to come, or stands in a text that is not old. */
export function canStillTakePart(row: RecordRow, now: number): boolean {
  if (!isOpen(row)) return false;
  return row.deadline === null ? UNDATED.includes(stateOf(row, now).code) : row.deadline >= now;
}

/** The calls of the last round, and what changed them, in date order. */
function callsOf({ life, register }: RecordContext, row: RecordRow): Release[] {
  const kindOf = ({ kind }: Release): Kind | undefined => register.kinds[kind];
  const restart = life.speaking.findLastIndex((release) => kindOf(release)?.act === 'restart');
  return life.speaking.slice(Math.max(0, restart)).filter((release) => {
    const kind = kindOf(release);
    return kind?.stage === row.stage || (kind?.act === 'change' && (kind.proves ?? row.stage) === row.stage);
  });
}

function answerOf(
  question: Question,
  answering: readonly Answering[],
  calls: readonly Release[],
  context: RecordContext,
  row: RecordRow,
): Answer | null {
  const label = registerLabels(context.register, context.locale).participation?.[question] ?? question;
  const said = saidOf(answering, calls, context);
  const known = { question, label, unknown: null, formerly: null };
  if (question === 'deadline' && row.deadline !== null && !said.some(({ section }) => section))
    return { ...known, ...deadlineOf(said, row.deadline, answering, calls, context) };
  const lines = said.map(({ line }) => line);
  if (lines.length > 0) return { ...known, lines, sources: sourcesOf(said, context) };
  const unknown = unknownOf(answering, calls, context);
  return unknown && { ...known, lines: [], unknown, sources: [] };
}

/** One value of a field, and the notice that says it. */
interface Said {
  line: AnswerLine;
  call: Release;
  section?: string;
}

/** Sections of one project each have a call of their own; what all say alike is said once. */
function saidOf(answering: readonly Answering[], calls: readonly Release[], context: RecordContext): Said[] {
  const sections = [...new Set(calls.flatMap(({ content }) => lotOf(content) ?? []))];
  if (sections.length < 2) return newest(answering, calls, context);
  const bySection = sections.map((section) => {
    const own = calls.filter(({ content }) => [undefined, section].includes(lotOf(content)));
    return { section, said: newest(answering, own, context) };
  });
  const textOf = (said: readonly Said[]) => said.map(({ line }) => line.text).join('\n');
  const [first, ...others] = bySection;
  if (others.every(({ said }) => textOf(said) === textOf(first!.said))) return first!.said;
  const { register, locale } = context;
  if (sections.length > SECTIONS) {
    const text = fill(labels(locale).record.perLot, { lot: lotWord(register, locale) });
    return bySection.flatMap(({ section, said }, index) =>
      said
        .slice(0, 1)
        .map(({ call }) => ({ call, section, line: { label: '', text: index === 0 ? text : '', isCut: false } })),
    );
  }
  return bySection.flatMap(({ section, said }) =>
    said.map((one) => ({
      ...one,
      section,
      line: {
        ...one.line,
        label: [lotName({ id: section }, register, locale), one.line.label].filter(Boolean).join(' '),
      },
    })),
  );
}

/** As many sections are told apart here; more are left to their calls. */
const SECTIONS = 3;

/** Of each field what the newest call says that says it. */
function newest(answering: readonly Answering[], calls: readonly Release[], context: RecordContext): Said[] {
  const found: Said[] = [];
  for (const one of answering) {
    const call = calls.findLast((release) => textsOf(one, release, context).length > 0);
    if (!call) continue;
    for (const text of textsOf(one, call, context)) {
      const name = fieldLabel(nameOf(one), context.register, context.locale);
      // A party is told with its role already.
      const label = found.length > 0 && !text.startsWith(name) ? name : '';
      found.push({ call, line: { label, ...cut(text) } });
    }
  }
  return found;
}

/** The field by which an answer is named: a row's own, not that of its list. */
function nameOf(one: Answering): string {
  return (typeof one === 'string' ? one : one[0]).split('.').at(-1)!;
}

function textsOf(one: Answering, release: Release, context: RecordContext): string[] {
  if (typeof one === 'string') return textsOfField(one, release, context);
  const t = labels(context.locale).record;
  const [from, until] = one.map((field) => textsOfField(field, release, context)[0]) as [string?, string?];
  if (from === undefined && until === undefined) return [];
  const span = fill(from === undefined ? t.spanUntil : until === undefined ? t.spanFrom : t.span, {
    from: from ?? '',
    until: until ?? '',
  });
  return [until !== undefined && isOver(until, context.portal.now()) ? span + t.spanOver : span];
}

/** Bids may still be handed in when the documents are given out no more: whoever has none comes too late. */
function isOver(until: string, now: number): boolean {
  const end = parseDayOrInstant(until);
  if (end === null) return false;
  return (typeof end === 'number' ? end : startOfDay(end)! + DAY) < now;
}

function textsOfField(path: string, { kind, content }: Release, context: RecordContext): string[] {
  const { register, locale } = context;
  const [name, member] = path.split('.') as [string, string?];
  const value = content.fields[name];
  const schema = (register.kinds[kind]!.fields.shape as Record<string, z.ZodType>)[name];
  if (value === undefined || !schema) return [];
  const { type, schema: inner } = fieldOf(schema);
  if (type === 'party') return partyText(value as Party, name, context);
  if (type !== 'list') return [valueText(value, schema, register, locale)].filter(Boolean);
  const shape = (fieldOf((inner as z.ZodArray).element as z.ZodType).schema as z.ZodObject).shape as Record<
    string,
    z.ZodType
  >;
  const rows = value as Record<string, unknown>[];
  const t = labels(locale).record;
  const telling = member === undefined ? Object.keys(shape).slice(0, TOLD) : [member];
  const texts = rows.slice(0, ROWS).map((row) =>
    telling
      .map((key) => valueText(row[key], shape[key], register, locale))
      .filter(Boolean)
      .join(t.space),
  );
  const shown = texts.filter(Boolean);
  if (shown.length === 0) return [];
  const distinct = member === undefined ? shown : [...new Set(shown)];
  return [distinct.join(t.semicolon) + (rows.length > ROWS ? t.andMore : '')];
}

/** Rows that an answer names, and the members by which it tells one. */
const ROWS = 3;
const TOLD = 3;

/** Whom to ask: a party without a person, telephone or address answers nothing. */
function partyText(
  { name, contact, telephone, address }: Party,
  field: string,
  { register, locale }: RecordContext,
): string[] {
  const how = [contact, telephone, address].filter((one) => one !== undefined);
  const { record: t } = labels(locale);
  return how.length === 0
    ? []
    : [fill(t.labelled, { label: fieldLabel(field, register, locale), text: [name, ...how].join(t.comma) })];
}

/** As long as a reader takes it in; the notice has the rest. */
const LENGTH = 160;

function cut(text: string): { text: string; isCut: boolean } {
  if (text.length <= LENGTH) return { text, isCut: false };
  const head = text.slice(0, LENGTH);
  const end = Math.max(...['。', '；', ';', '\n'].map((mark) => head.lastIndexOf(mark)));
  return { text: `${end > LENGTH / 2 ? head.slice(0, end) : head}…`, isCut: true };
}

const MINUTE = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

/** What holds now is the record's; a call that said another moment is named. */
function deadlineOf(
  said: readonly Said[],
  deadline: number,
  answering: readonly Answering[],
  calls: readonly Release[],
  context: RecordContext,
): Pick<Answer, 'lines' | 'sources' | 'formerly'> {
  const text = minuteOf(deadline);
  const isMoment = ({ line }: Said) => MINUTE.test(line.text);
  const before = calls
    .flatMap((call) => newest(answering, [call], context).filter(isMoment))
    .findLast(({ line }) => line.text !== text);
  const path = saidBy(context.life, ({ tender }) => tender?.tenderPeriod?.endDate);
  const source = context.life.speaking.findLast(({ id }) => path === noticePath(id));
  return {
    lines: [{ label: '', text, isCut: false }, ...said.filter((one) => !isMoment(one)).map(({ line }) => line)],
    sources: source ? [sourceOf(source, context)] : sourcesOf(said, context),
    formerly: before ? fill(labels(context.locale).record.formerlyAt, { text: before.line.text }) : null,
  };
}

function sourcesOf(said: readonly Said[], context: RecordContext): Answer['sources'] {
  return [...new Set(said.map(({ call }) => call))].map((call) => sourceOf(call, context));
}

function sourceOf(release: Release, context: RecordContext): Answer['sources'][number] {
  const t = labels(context.locale).notice;
  const label = fill(t.mention, { day: dayOf(release.publishedAt), label: statementLabel(release, context) });
  return { label, path: noticePath(release.id) };
}

/**
 * Of what others published first, what was not read may stand in the text of the call. A form of ours that left an
 * answer out was not obliged to give it.
 */
function unknownOf(
  answering: readonly Answering[],
  calls: readonly Release[],
  context: RecordContext,
): GridCell | null {
  const { kinds } = context.register;
  const call = calls.findLast(({ kind, content }) => kinds[kind]!.act !== 'change' && content.body);
  if (!call?.content.firstPublished) return null;
  const asks = (field: string) => field.split('.')[0]! in kinds[call.kind]!.fields.shape;
  if (answering.length > 0 && !answering.flat().some(asks)) return null;
  return { ...context.unknown('undisclosed'), path: textPath(call.id) };
}
