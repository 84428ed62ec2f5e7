import type * as z from 'zod';
import { findUnit } from '../../accounts/units/storage.ts';
import type { Database } from '../../database/database.ts';
import type { Draft, DraftContent } from '../../notices/drafts/draft.ts';
import { sofar } from '../../notices/drafts/judgement.ts';
import { fieldOf, isDateType } from '../../registers/fields.ts';
import type { Notice } from '../../registers/notice.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf, type Day } from '../../values/date.ts';
import type { Grid } from '../../views/grid.ts';
import { noticeFacts, type NoticeFact } from '../../views/notice/facts.ts';
import { portal as settled, type Portal } from '../../views/portal.ts';
import type { DraftInput } from '../form/input.ts';
import { numberedTitle } from '../form/model.ts';

/**
 * The body of a notice made from its fields (Markdown, in Chinese whatever the officer reads): an opening sentence in the
 * form of its kind (`Register.openings`), then every field in the order that the article or format of the kind gives them,
 * short ones together, dates together, tables as tables; the unit and the day at the end. Says nothing that no field says.
 */
export function composedBody(notice: Notice, register: Register, unit: string, portal: Portal, today: Day): string {
  const facts = noticeFacts(notice, register, portal, 'zh').filter(({ values, grid }) => values.length > 0 || grid);
  const shape = register.kinds[notice.kind]!.fields.shape as Record<string, z.ZodType>;
  const parts = partsOf(facts, (id) => id in shape && isDateType(fieldOf(shape[id]!).type));
  const text = parts.map(
    (part, index) =>
      `## ${numberedTitle(titleOf(part, index), index, 'zh')}\n\n${part.facts.map(linesOf(part, titleOf(part, index))).join('\n')}`,
  );
  return [openingOf(notice, facts, register), ...text, unit, chineseDays(today)].join('\n\n');
}

interface Part {
  is: 'facts' | 'dates' | 'table' | 'text';
  facts: NoticeFact[];
}

/** Longer than this, in characters, a field stands under a heading of its own. */
const LONG = 60;

function partsOf(facts: readonly NoticeFact[], isDate: (id: string) => boolean): Part[] {
  const parts: Part[] = [];
  for (const fact of facts) {
    const is = fact.grid ? 'table' : isLong(fact) ? 'text' : isDate(fact.id) ? 'dates' : 'facts';
    const last = parts.at(-1);
    if (last && last.is === is && (is === 'facts' || is === 'dates')) last.facts.push(fact);
    else parts.push({ is, facts: [fact] });
  }
  return parts;
}

const isLong = ({ values }: NoticeFact) =>
  values.length > 1 || values.some(({ text }) => text.length > LONG || text.includes('\n'));

function titleOf({ is, facts }: Part, index: number): string {
  const [first, ...others] = facts;
  if (is === 'dates' && others.length > 0) return '时间安排';
  if (is === 'facts' && index === 0) return '基本情况';
  return others.length > 0 ? `${first!.label}等事项` : first!.label;
}

function linesOf({ is, facts: all }: Part, title: string): (fact: NoticeFact, index: number) => string {
  return ({ label, values, grid }, index) => {
    if (grid) return tableOf(grid);
    const text = values.map((value) => chineseDays(escaped([value.text, value.sub].filter(Boolean).join('，'))));
    if (is === 'text') return text.join('\n\n');
    return all.length === 1 && title === label ? `${text.join('；')}。` : `${index + 1}. ${label}：${text.join('；')}`;
  };
}

function tableOf({ columns, rows }: Grid): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = ({ text }: { text: string }) => chineseDays(escaped(text)).replaceAll('\n', ' ');
  return [
    line(columns.map(({ label, unit }) => escaped(label + unit))),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n');
}

/** `{grantor}决定以{method}方式出让…`: names of fields; a sentence that lacks one of them is not said. */
function openingOf(notice: Notice, facts: readonly NoticeFact[], register: Register): string {
  const said = new Map(
    facts.map(({ id, values, grid }) => [id, grid ? String(grid.rows.length) : (values[0]?.text ?? '')]),
  );
  const project = notice.project.name || notice.title;
  said.set('project', project);
  const template = register.openings?.[notice.kind];
  const lacks = template?.match(/\{(\w+)\}/g)?.some((name) => !said.get(name.slice(1, -1)));
  if (template === undefined || lacks) return escaped(`现将${project}的有关事项公布如下：`);
  return escaped(template.replace(/\{(\w+)\}/g, (_, name: string) => said.get(name)!));
}

/** Signs that Markdown would read. */
function escaped(text: string): string {
  return text.replace(/([\\`*_|<>#])/g, '\\$1');
}

function chineseDays(text: string): string {
  return text.replace(
    /(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?/g,
    (_, year: string, month: string, day: string, hour?: string, minute?: string) =>
      `${year}年${Number(month)}月${Number(day)}日${hour === undefined ? '' : `${Number(hour)}时${minute === '00' ? '' : `${Number(minute)}分`}`}`,
  );
}

/** The body made from what the fields say so far; what stood there before stays behind it, for nothing typed is lost. */
export function composedOver(database: Database, draft: Draft, typed: DraftInput, now: number): string | undefined {
  const { body: before, ...rest } = typed as DraftContent;
  const notice = sofar(database, { ...draft, content: rest }, now);
  const register = findRegister(draft.register);
  if (!notice || !register) return undefined;
  const unit = findUnit(database, draft.unit)!.name;
  const body = composedBody(notice, register, unit, { ...settled(), database }, dayOf(now));
  const [head = '', tail = ''] = (before ?? '').split(REPLACED).map((text) => text.trim());
  const kept = [head === body ? '' : head, tail].filter(Boolean).join('\n\n');
  return kept === '' ? body : `${body}${REPLACED}${kept}`;
}

const REPLACED = '\n\n---\n\n（以下是原来的正文，请并入或删去）\n\n';
