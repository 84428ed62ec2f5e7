import * as z from 'zod';
import { FAMILIES } from '../../registers/fees/item.ts';
import { parseDay } from '../../values/date.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { printedCells } from '../posting/printed-cells.ts';
import type { Revision } from './revise.ts';

/**
 * A catalogue as its form brings it: a file, or the cells of one that was compared a moment ago. Refusals: `file-empty`,
 * those of `printedCells`, `not-a-choice`, `not-a-day`.
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
  const cells = await printedCells(form);
  return cells.ok ? done({ family: family.data, level: level.data, on, table: cells.value }) : cells;
}
