import { labels, type Locale } from '../../locales/labels.ts';
import { releasesOf } from '../../notices/storage.ts';
import type { Release } from '../../notices/release.ts';
import { procurement } from '../../registers/procurement/register.ts';
import { dayOf, startOfDay } from '../../values/date.ts';
import { href, pathOf } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { purchasesOf, type Purchase } from './purchases.ts';
import type { PurchaseParameters } from './values.ts';

/** The stages of a purchase that a system may stamp. */
export const STAGES = ['planning', 'tender', 'opening', 'award', 'contract', 'performance'] as const;
type Stage = (typeof STAGES)[number];

/** `stamped`: told to the minute; `day`: by its day alone; `unseen`: no notice of it is held here. */
type Mark = 'stamped' | 'day' | 'unseen';

export interface ElectronicRow {
  title: string;
  path: string;
  buyer: string;
  dealtOn: string;
  marks: Record<Stage, Mark>;
  stamped: number;
  seen: number;
}

/** What the page shows and `/procurement/electronic.json` answers. */
export interface ElectronicPage {
  year: string | null;
  years: string[];
  buyers: string[];
  /** Of the stages that were seen, how many carry a time; by buyer and of all. */
  all: Shared | null;
  byBuyer: (Shared & { name: string })[];
  byStage: (Shared & { stage: Stage })[];
  rows: ElectronicRow[];
  total: number;
  isCut: boolean;
}

interface Shared {
  stamped: number;
  seen: number;
  /** Whole per cent. */
  share: number;
  /** Purchases. */
  n: number;
}

/** Each is read with its notices. */
const MOST = 500;
const MOST_SHOWN = 60;

export function electronicPage(portal: Portal, parameters: PurchaseParameters): ElectronicPage {
  const { year, years, buyers, purchases, isCut } = purchasesOf(portal, parameters);
  const rows = purchases.slice(0, MOST).map((one) => electronicRow(portal, one));
  return {
    year,
    years,
    buyers,
    all: sharedOf(rows),
    byBuyer: [...Map.groupBy(rows, ({ buyer }) => buyer)]
      .flatMap(([name, some]) => {
        const shared = sharedOf(some);
        return shared && name ? [{ name, ...shared }] : [];
      })
      .toSorted((a, b) => b.n - a.n),
    byStage: STAGES.flatMap((stage) => {
      const seen = rows.filter(({ marks }) => marks[stage] !== 'unseen');
      const stamped = seen.filter(({ marks }) => marks[stage] === 'stamped').length;
      return seen.length === 0
        ? []
        : [{ stage, stamped, seen: seen.length, share: percent(stamped, seen.length), n: seen.length }];
    }),
    rows: rows.slice(0, MOST_SHOWN),
    total: purchases.length,
    isCut: isCut || purchases.length > MOST,
  };
}

function electronicRow(portal: Portal, { record, buyer, dealtOn }: Purchase): ElectronicRow {
  const releases = releasesOf(portal.database, record.ocid);
  const marks = Object.fromEntries(STAGES.map((stage) => [stage, markOf(stage, releases)])) as Record<Stage, Mark>;
  const all = Object.values(marks);
  return {
    title: record.title,
    path: pathOf(record),
    buyer,
    dealtOn,
    marks,
    stamped: all.filter((mark) => mark === 'stamped').length,
    seen: all.filter((mark) => mark !== 'unseen').length,
  };
}

function markOf(stage: Stage, releases: readonly Release[]): Mark {
  const told = releases.filter(({ kind }) => {
    const declared = procurement.kinds[kind];
    return stage === 'opening' ? declared?.closes === true : declared?.stage === stage && declared.closes !== true;
  });
  if (told.length === 0) return 'unseen';
  return told.some(hasTime) ? 'stamped' : 'day';
}

/** Published to the minute: a day alone is kept as its first moment. */
function hasTime({ content, publishedAt }: Release): boolean {
  const at = content.firstPublished ? content.firstPublished.at : publishedAt;
  return at !== undefined && at !== startOfDay(dayOf(at));
}

function sharedOf(rows: readonly ElectronicRow[]): Shared | null {
  const seen = rows.reduce((sum, row) => sum + row.seen, 0);
  const stamped = rows.reduce((sum, row) => sum + row.stamped, 0);
  return seen === 0 ? null : { stamped, seen, share: percent(stamped, seen), n: rows.length };
}

function percent(part: number, whole: number): number {
  const share = (part * 100) / whole;
  return share > 99 && share < 100 ? 99 : Math.round(share);
}

/** A line a purchase, a column a stage. */
export function electronicTable(portal: Portal, parameters: PurchaseParameters, locale: Locale): TakenAway {
  const { columns: t, stages, marks } = labels(locale).purchases;
  const column = (name: string, label: string, type: TableHead['type'], value: (row: ElectronicRow) => Value) => ({
    name,
    label,
    type,
    value,
  });
  const columns: ColumnOf<ElectronicRow>[] = [
    column('title', t.title, 'text', ({ title }) => title),
    column('buyer', t.buyer, 'text', ({ buyer }) => buyer || null),
    column('dealt_on', t.dealt_on, 'day', ({ dealtOn }) => dealtOn),
    ...STAGES.map((stage) => column(stage, stages[stage], 'text', ({ marks: own }) => marks[own[stage]])),
    column('stamped', t.stamped, 'number', ({ stamped }) => stamped),
    column('seen', t.seen, 'number', ({ seen }) => seen),
    column('page', t.page, 'address', ({ path }) => new URL(href(locale, path), portal.settings.origin).href),
  ];
  return tableOf(columns, purchasesOf(portal, parameters).purchases.slice(0, MOST), (some) =>
    some.map((one) => electronicRow(portal, one)),
  );
}
