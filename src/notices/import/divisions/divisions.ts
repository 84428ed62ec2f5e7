import type { Format } from '../format.ts';
import { matchKey } from '../../../values/script.ts';
import { findRegion } from '../../../values/region.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Item } from '../item.ts';

export const divisions: Format = {
  id: 'divisions',
  table: { recognise: (heads) => divisionColumns(heads) !== null, item: divisionItem },
};

/**
 * A table of divisions (GB/T 2260) is compared with the one this portal keeps (`db/seeds/reference/regions.json`),
 * row by row; nothing is published from it. A code or name we have otherwise is reported, for a person to decide.
 */
function divisionItem(row: number, cells: Record<string, string>): Item {
  const values = Object.values(cells);
  const headers = Object.keys(cells);
  const columns = divisionColumns(headers) ?? { code: 0, name: 1 };
  const code = values[columns.code] ?? '';
  const name = values[columns.name] ?? '';
  const known = findRegion(code);
  const problems: Refusal[] = [];
  if (!known) problems.push({ code: 'division-unknown', path: headers[columns.code], found: `${code} ${name}` });
  else if (known.name !== name)
    problems.push({ code: 'division-differs', path: headers[columns.name], found: name, expected: known.name });
  return { row, format: 'divisions', problems, raw: cells };
}

/** Where a table of divisions has its code and its name. */
function divisionColumns(cells: readonly string[]): { code: number; name: number } | null {
  const keys = cells.map(matchKey);
  const code = keys.findIndex((key) => ['code', '代码', '区划代码', '行政区划代码'].includes(key));
  const name = keys.findIndex((key) => ['name', '名称', '区划名称', '行政区划名称', '单位名称'].includes(key));
  return code >= 0 && name >= 0 ? { code, name } : null;
}
