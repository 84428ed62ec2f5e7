import { printedAmount } from './amount.ts';
import { isNumbered, unnumbered, type Pair } from './pairs.ts';
import type { PrintedAward, PrintedObject } from './printed.ts';
import { looksLikeName, type Row, type Table } from './columns.ts';

/** Parcels and mining rights, one after another. */

export function objectsIn(tables: readonly Table[], pairs: readonly Pair[], lines: readonly string[]): PrintedObject[] {
  const tabled = tables
    .filter(({ columns }) => columns.includes('object') || columns.includes('startPrice'))
    .flatMap(({ rows }) => rows)
    .flatMap(({ cells, heads }): PrintedObject[] =>
      objectOf(cells) === undefined
        ? []
        : [
            {
              name: objectOf(cells)!,
              mineral: cells.mineral,
              location: cells.location,
              area: withUnit(cells.area, heads.area),
              use: cells.use,
              term: cells.term,
              startPrice:
                cells.startPrice === undefined ? undefined : printedAmount(cells.startPrice, heads.startPrice),
              deposit: cells.deposit === undefined ? undefined : printedAmount(cells.deposit, heads.deposit),
              dealPrice: cells.price === undefined ? undefined : printedAmount(cells.price, heads.price),
              transferee: cells.supplier,
            },
          ],
    );
  if (tabled.length > 0) return tabled;
  const objects: PrintedObject[] = [];
  // A parcel that has no name goes by its number.
  let number: string | undefined;
  const about = lines.findIndex((line) => isNumbered(line) && /(?:矿|矿权|宗地|地块)$/.test(unnumbered(line)));
  for (const { fact, label, value, at } of pairs) {
    const last = objects.at(-1);
    if (fact === 'object' && last !== undefined && last.name === number) last.name = value;
    else if (fact === 'object' && !objects.some(({ name }) => name === value)) objects.push({ name: value });
    else if (fact === 'code' && /(?:宗地|地块)编号$/.test(label)) {
      const code = /^[^\s,，。;；、:：]{2,40}/
        .exec(value)?.[0]
        .replace(/[)）]+$/, (end) => (/[(（]/.test(value) ? end : ''));
      if (code !== undefined && !objects.some(({ name }) => name === code) && (!last || last.name === number))
        objects.push({ name: code });
      number = code;
    } else if (objects.length === 0 && about >= 0 && at > about) objects.push({ name: unnumbered(lines[about]!) });
    const object = objects.at(-1);
    if (!object) continue;
    if (fact === 'mineral') object.mineral ??= value;
    if (fact === 'location') object.location ??= value;
    if (fact === 'area') object.area ??= withUnit(value, label);
    if (fact === 'use') object.use ??= value;
    if (fact === 'term') object.term ??= value;
    if (fact === 'elevation') object.elevation ??= value;
    if (fact === 'startPrice') object.startPrice ??= printedAmount(value, label);
    if (fact === 'deposit') object.deposit ??= printedAmount(value, label);
    if (fact === 'price') object.dealPrice ??= printedAmount(value, label);
    if (fact === 'supplier' && looksLikeName(value)) object.transferee ??= value;
  }
  return objects;
}

/** 重庆 numbers its parcels where others count rows. */
function objectOf({ object, serial, startPrice }: Row['cells']): string | undefined {
  return object ?? (startPrice !== undefined && /^[A-Z\d-]{4,}$/.test(serial ?? '') ? serial : undefined);
}

function withUnit(value: string | undefined, head = ''): string | undefined {
  if (value === undefined || /\p{L}|㎡/u.test(value)) return value;
  return value + (/[（(]([^（）()]+)[）)]/.exec(head)?.[1]?.split('/')[0] ?? '');
}

/** What a sentence says of the only thing that was sold. */
export function dealtIn(objects: PrintedObject[], awards: readonly PrintedAward[]): PrintedObject[] {
  const [object] = objects;
  const [award] = awards;
  if (objects.length === 1 && awards.length === 1 && object!.transferee === undefined) {
    object!.transferee = award!.supplier.name;
    object!.dealPrice ??= award!.price;
  }
  return objects;
}
