import * as z from 'zod';
import { done, refuse, type Result } from '../../values/result.ts';
import { readTable } from './table.ts';

const table = z.array(z.array(z.string()).max(200)).max(2_000);

/** A whole printed table as its form brings it: a file, or the cells of one that was compared a moment ago. Refusals: `file-empty`, those of `readTable`. */
export async function printedCells(form: FormData): Promise<Result<string[][]>> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return readTable(file.name, Buffer.from(await file.arrayBuffer()));
  const parsed = table.safeParse(jsonIn(form, 'table'));
  return parsed.success ? done(parsed.data) : refuse({ code: 'file-empty' });
}

/** What a hidden box carries from one answer to the next; undefined where it was tampered with. */
export function jsonIn(form: FormData, name: string): unknown {
  try {
    return JSON.parse(String(form.get(name) ?? ''));
  } catch {
    return undefined;
  }
}
