import { confined } from '../../jobs/confined.ts';
import type { TableRead } from './table-file.ts';
import type * as z from 'zod';
import { labels, language, type Locale } from '../../locales/labels.ts';
import { fieldOf } from '../../registers/fields.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { isLines } from '../form/input.ts';

/** One column of a kind's template: its head, and the input of the form that it fills. */
export interface TableColumn {
  head: string;
  /** `fields.parcels.0.area`: of a list, a table fills the first row. */
  path: string;
  required: boolean;
  /** What kind of thing is written here, where a hint says how: a day, money, an area. */
  type?: string;
  /** What words may stand for: label → code, in every language. */
  words?: ReadonlyMap<string, string>;
  /** The words of the list that a column is filled from. */
  choices?: readonly { zh: string; en: string }[];
}

/** The columns of a kind: what the form asks for, one line a notice. */
export function columnsOf(register: Register, kind: Kind, locale: Locale): TableColumn[] {
  const t = labels(locale).office.form.header as Record<string, string>;
  const header = (path: string, required = false): TableColumn => ({ head: t[path]!, path, required });
  const own = register.labels[language(locale)].fields;
  const shared = labels(locale).fields as Record<string, string>;
  const columns = [
    header('title', true),
    header('number'),
    header('project.name', true),
    header('project.code'),
    header('project.investmentCode'),
    header('region', true),
    ...(kind.act === 'state' ? [] : [header('reason', kind.act === 'withdraw' || kind.act === 'terminate')]),
  ];
  const visit = (schema: z.ZodType, path: string, before: string, isAsked: boolean) => {
    for (const [name, inner] of Object.entries((schema as z.ZodObject).shape as Record<string, z.ZodType>)) {
      const field = fieldOf(inner);
      const head = before + (own[name] ?? shared[name] ?? name);
      const owed = (field.schema.meta() as { owed?: boolean } | undefined)?.owed === true;
      const required = isAsked && (field.required || owed);
      const at = `${path}.${name}`;
      const element = field.type === 'list' ? ((field.schema as z.ZodArray).element as z.ZodType) : undefined;
      if (field.type === 'group') visit(field.schema, at, `${head}·`, required);
      else if (element && !isLines(element)) visit(fieldOf(element).schema, `${at}.0`, `${head}·`, required);
      else
        columns.push({
          head,
          path: field.type === 'party' ? `${at}.name` : at,
          required,
          type: field.type,
          ...wordsOf(field.type, field.list, register),
        });
      for (const part of field.asks ?? [])
        columns.push({ head: `${head}·${shared[part]}`, path: `${at}.${part}`, required });
    }
  };
  visit(kind.fields, 'fields', '', true);
  return [...columns, header('body')];
}

function wordsOf(type: string, list: string | undefined, register: Register): Pick<TableColumn, 'words' | 'choices'> {
  if (type === 'yesNo')
    return {
      words: new Map([
        ['是', 'true'],
        ['否', 'false'],
        ['yes', 'true'],
        ['no', 'false'],
      ]),
      choices: [
        { zh: '是', en: 'yes' },
        { zh: '否', en: 'no' },
      ],
    };
  if (type !== 'choice' || list === undefined) return {};
  const choices = Object.values(register.labels).flatMap((own) => Object.entries(own.choices[list] ?? {}));
  const { zh, en } = register.labels;
  return {
    words: new Map(choices.map(([code, label]) => [label, code])),
    choices: Object.entries(zh.choices[list] ?? {}).map(([code, label]) => ({
      zh: label,
      en: en.choices[list]?.[code] ?? label,
    })),
  };
}

export const MOST_ROWS = 500;

/**
 * The cells of a CSV (UTF-8 or GB18030) or XLSX file as texts, read on a thread that may be killed. Refusals:
 * `table-type`, `table-broken`, `table-long`, `table-far` (a cell far from all others), `table-hard`, `too-many`.
 */
export async function readTable(name: string, bytes: Buffer): Promise<Result<string[][]>> {
  if (!/\.(?:xlsx|csv)$/i.test(name)) return refuse({ code: 'table-type', found: name });
  try {
    const read = await confined<TableRead>('src/office/posting/table-file.ts', { name, bytes, most: MOST_ROWS + 1 });
    if (!read.ok)
      return refuse(
        ...read.refusals.map((one) => (one.code === 'work-too-much' ? { code: 'table-hard', found: name } : one)),
      );
    if ('rows' in read.value) return done(read.value.rows);
    return refuse(
      read.value.far === undefined
        ? { code: 'table-long', expected: String(MOST_ROWS) }
        : { code: 'table-far', found: read.value.far },
    );
  } catch {
    return refuse({ code: 'table-broken', found: name });
  }
}
