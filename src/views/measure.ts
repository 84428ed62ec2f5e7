import { fill, labels, type Locale } from '../locales/labels.ts';
import type { Bounds } from '../registers/ocds.ts';

/** 1 公顷 = 15 亩. */
const MU = 15;

/** Square kilometres as printed; hectares to the square metre, so that a column lines up, with 亩 under them. */
export function areaText(
  area: number,
  unit: 'hectare' | 'square-kilometre',
  locale: Locale,
): { text: string; sub?: string } {
  if (unit !== 'hectare') return { text: String(area) };
  const asPrinted = String(area);
  const text = /\.\d{5}/.test(asPrinted) ? asPrinted : area.toFixed(4);
  return { text, sub: fill(labels(locale).list.mu, { n: (area * MU).toFixed(2) }) };
}

/** `≥1.0`, `≤24`, `1.0~2.5`. */
export function boundsText({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return min === max ? String(min) : `${min}~${max}`;
  return min !== undefined ? `≥${min}` : max !== undefined ? `≤${max}` : '';
}
