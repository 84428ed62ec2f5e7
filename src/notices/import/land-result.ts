import type { Item } from './item.ts';
import type { JsonObject } from './ocds-repair.ts';
export function isLandResult(value: JsonObject): boolean {
  return '电子监管号' in value && '供地方式' in value;
}
export function landItem(row: Item['row'], raw: JsonObject): Item {
  return { row, format: 'land', problems: [{ code: 'x' }], raw };
}
