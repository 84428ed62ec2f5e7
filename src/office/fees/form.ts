import * as z from 'zod';
import { FAMILIES } from '../../registers/fees/item.ts';
import { parseDay } from '../../values/date.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { readTable } from '../posting/table.ts';
import type { Revision } from './revise.ts';

const table = z.array(z.array(z.string()).max(60)).max(2_000);

/**
 * A catalogue as its form brings it: a file, or the cells of one that was compared a moment ago. Refusals: `file-empty`,
 * those of `readTable`, `not-a-choice`, `not-a-day`.
 */
export async function readRevision(form: FormData): Promise<Result<Revision>> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const family = z.enum(FAMILIES).safeParse(text('family'));
  if (!family.success)
    return refuse({ code: 'not-a-choice', path: 'family', found: text('family'), expected: FAMILIES.join(' ') });
  const level = z
    .enum(['state', 'province'])
    .nullable()
    .safeParse(text('level') || null);
  if (!level.success)
    return refuse({ code: 'not-a-choice', path: 'level', found: text('level'), expected: 'state province' });
  const on = parseDay(text('on'));
  if (on === null) return refuse({ code: 'not-a-day', path: 'on', found: text('on') });
  const cells = await cellsIn(form);
  return cells.ok ? done({ family: family.data, level: level.data, on, table: cells.value }) : cells;
}

async function cellsIn(form: FormData): Promise<Result<string[][]>> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return readTable(file.name, Buffer.from(await file.arrayBuffer()));
  const parsed = table.safeParse(jsonOf(String(form.get('table') ?? '')));
  return parsed.success ? done(parsed.data) : refuse({ code: 'file-empty' });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
