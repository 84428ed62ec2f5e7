import { findRegion } from '../../../values/region.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Item } from '../item.ts';

/**
 * A table of divisions (GB/T 2260) is compared with the one this portal keeps (`db/seeds/reference/regions.json`),
 * row by row; nothing is published from it. A code or name we have otherwise is reported, for a person to decide.
 */
export function divisionItem(
  row: number,
  cells: Record<string, string>,
  columns: { code: number; name: number },
): Item {
  const values = Object.values(cells);
  const headers = Object.keys(cells);
  const code = values[columns.code] ?? '';
  const name = values[columns.name] ?? '';
  const known = findRegion(code);
  const problems: Refusal[] = [];
  if (!known) problems.push({ code: 'division-unknown', path: headers[columns.code], found: `${code} ${name}` });
  else if (known.name !== name)
    problems.push({ code: 'division-differs', path: headers[columns.name], found: name, expected: known.name });
  return { row, format: 'divisions', problems, raw: cells };
}
