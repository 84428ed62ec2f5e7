import * as z from 'zod';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { documentsOf, publishedCatalogue, type PublishedCatalogue } from '../../registers/fees/catalogue.ts';
import { dueOf, isBasisDead, priceOf, withUnit } from '../../registers/fees/due.ts';
import { isEnded, type FeeItem } from '../../registers/fees/item-on-day.ts';
import { lineName } from '../../registers/fees/lines.ts';
import { releasesOf } from '../../notices/storage.ts';
import { dayOf } from '../../values/date.ts';
import { noticePath } from '../address.ts';
import type { Portal } from '../portal.ts';
import { kindLabel } from '../words.ts';
import { choice, feePath, statusText } from './fee-row.ts';
import { byCode, selected, type FeesParameters } from './fees-page.ts';
import { itemsOn } from './kept-items.ts';

/** The machine faces of the catalogue: JSON by the published schema, and one table for CSV and XLSX. All families unless one is asked for. */
export function catalogueJson(portal: Portal, parameters: FeesParameters, locale: Locale): PublishedCatalogue {
  const { on, kept } = chosen(portal, parameters);
  const url = (path: string) => new URL(path, portal.settings.origin).href;
  return {
    $schema: url('/fees.schema.json'),
    on,
    note: labels(locale).fees.note,
    items: kept.map(({ item: { saidBy, next, ...item }, record }) => ({
      ...item,
      lines: item.lines.map((line) => ({ ...line, due: line.kind === undefined || line.ended ? null : dueOf(line) })),
      basisDead: isBasisDead(item, on),
      coming: next && { from: next.from, kind: next.act },
      path: feePath(item.code),
      notices: releasesOf(portal.database, record.ocid)
        .filter(({ sourceKey }) => saidBy.includes(sourceKey))
        .map(({ id }) => ({ id, path: noticePath(id) })),
    })),
  };
}

const { $schema: _schema, ...shape } = z.toJSONSchema(publishedCatalogue, { target: 'draft-2020-12' });
/** The shape of it, as it stands within another document. */
export const CATALOGUE_SHAPE: Record<string, unknown> = shape;

/** JSON Schema of the above (draft 2020-12). */
export function catalogueSchema(portal: Portal): object {
  return {
    ...z.toJSONSchema(publishedCatalogue, { target: 'draft-2020-12' }),
    $id: new URL('/fees.schema.json', portal.settings.origin).href,
    title: '收费目录 Fee catalogue',
  };
}

/** One row a line of the standard; an item without lines has one row. */
export function catalogueTable(portal: Portal, parameters: FeesParameters, locale: Locale): string[][] {
  const { kept } = chosen(portal, parameters);
  const { csvColumns } = labels(locale).fees;
  const rows = kept.flatMap(({ item }) => {
    const lines = item.lines.filter(({ kind }) => kind !== undefined);
    return (lines.length > 0 ? lines : [null]).map((line) => rowOf(item, line, portal, locale));
  });
  return [Object.values(csvColumns), ...rows];
}

function rowOf(item: FeeItem, line: FeeItem['lines'][number] | null, portal: Portal, locale: Locale): string[] {
  const t = labels(locale).fees;
  const ended = isEnded(item);
  const cells: Record<keyof typeof t.csvColumns, string> = {
    code: item.code,
    family: choice('family', item.family, locale),
    department: item.department,
    order: item.order ?? '',
    name: item.name,
    line: line ? lineName(line, item.lines) : '',
    level: choice('level', item.level, locale),
    status: statusText({ ...item, since: null, until: null }, locale),
    since: item.since ?? '',
    standard: line?.printed ?? '',
    unit: line?.unit ?? '',
    due: ended || line?.ended ? t.notCharged : ((line && priceOf(line)) ?? ''),
    applied: line?.applied === undefined ? '' : withUnit(line, line.applied),
    payer: choice('payer', item.payer, locale),
    charging: item.chargingUnit ?? '',
    fund: choice('fund', item.fund, locale),
    enterprise: item.enterpriseRelated === null ? '' : item.enterpriseRelated ? t.yes : t.no,
    basis: documentsOf(item.basis).join('；'),
    endedBy: documentsOf(item.endedBy).join('；'),
    reductions: item.reductions.map(({ who, rule }) => `${who}：${rule}`).join('；'),
    coming: item.next ? fill(t.since, { day: item.next.from, what: kindLabel('fees', item.next.act, locale) }) : '',
    verify: item.toVerify.join('；'),
    address: new URL(feePath(item.code), portal.settings.origin).href,
  };
  return (Object.keys(t.csvColumns) as (keyof typeof t.csvColumns)[]).map((name) => cells[name]);
}

function chosen(portal: Portal, parameters: FeesParameters) {
  const on = parameters.on ?? dayOf(portal.now());
  return { on, kept: selected(itemsOn(portal, on), parameters, on).toSorted((a, b) => byCode(a.item, b.item)) };
}
