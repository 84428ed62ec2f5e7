import { listRecords } from '../../notices/lists/storage.ts';
import { publicStamp } from '../../notices/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { itemOn, type FeeItem } from '../../registers/fees/item-on-day.ts';
import type { Portal } from '../portal.ts';

/** An item as it stood on a day, and the record it is told from. */
export interface KeptItem {
  item: FeeItem;
  record: RecordRow;
}

/** More than any catalogue has: the national one counts some hundred items. */
const MOST = 5_000;

/** The catalogue on a day (`yyyy-mm-dd`), computed from what was published; withdrawn records say nothing. */
export function itemsOn(portal: Portal, day: string): KeptItem[] {
  const stamp = publicStamp(portal.database);
  const before = remembered.get(portal);
  if (before?.stamp === stamp && before.day === day) return before.items;
  const { records } = listRecords(portal.database, { register: 'fees', facets: {}, limit: MOST, now: portal.now() });
  const items = records.flatMap((record) => {
    const item = record.stage === 'withdrawn' ? null : itemOn(record.compiled.feeItem, day);
    return item ? [{ item, record }] : [];
  });
  remembered.set(portal, { stamp, day, items });
  return items;
}

/** Every search asks whether its words name a fee: the last catalogue is kept until something is published. */
const remembered = new WeakMap<Portal, { stamp: string; day: string; items: KeptItem[] }>();

/** What the items of the catalogue are called on a day, by their codes; an unknown code is its own name. */
export function feeNames(portal: Portal, day: string): (code: string) => string {
  const names = new Map(itemsOn(portal, day).map(({ item }) => [item.code.toLowerCase(), item.name]));
  return (code) => names.get(code.toLowerCase()) ?? code;
}
