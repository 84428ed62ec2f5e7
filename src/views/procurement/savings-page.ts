import { labels, type Locale } from '../../locales/labels.ts';
import { METHODS } from '../../registers/procurement/purchasing.ts';
import { procurement } from '../../registers/procurement/register.ts';
import { href, pathOf } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { purchasesOf, savedShare, type Purchase } from './purchases.ts';
import { spreadOf, type Spread } from './spread.ts';
import type { PurchaseParameters } from './values.ts';

export interface SavingsRow {
  title: string;
  path: string;
  buyer: string;
  method: string;
  dealtOn: string;
  /** Fen. */
  budget: number | null;
  ceiling: number | null;
  award: number | null;
  contract: number | null;
  settlement: number | null;
  /** Per cent of the budget, one decimal. */
  saved: number | null;
}

/** What the page of savings shows and `/procurement/savings.json` answers. */
export interface SavingsPage {
  year: string | null;
  years: string[];
  buyers: string[];
  methods: { id: string; label: string }[];
  /** Of each purchase its own share of its own budget; by method and by buyer. */
  all: Spread | null;
  byMethod: { name: string; spread: Spread }[];
  byBuyer: { name: string; spread: Spread }[];
  rows: SavingsRow[];
  total: number;
  /** Purchases of which no share can be reckoned: a rate, a price by the piece, or a sum that was not read. */
  without: number;
  isCut: boolean;
}

const MOST_SHOWN = 60;

export function savingsPage(portal: Portal, parameters: PurchaseParameters, locale: Locale): SavingsPage {
  const { year, years, buyers, purchases, isCut } = purchasesOf(portal, parameters);
  const shares = purchases.flatMap((one) => savedShare(one) ?? []);
  return {
    year,
    years,
    buyers,
    methods: METHODS.map((id) => ({ id, label: choiceLabel(procurement, 'method', id, locale) })),
    all: spreadOf(shares),
    byMethod: grouped(purchases, ({ method }) =>
      method === null ? labels(locale).missing['in-text'] : choiceLabel(procurement, 'method', method, locale),
    ),
    byBuyer: grouped(purchases, ({ buyer }) => buyer || labels(locale).missing['in-text']),
    rows: purchases.slice(0, MOST_SHOWN).map((one) => savingsRow(one, locale)),
    total: purchases.length,
    without: purchases.length - shares.length,
    isCut,
  };
}

/** The most purchases first. */
function grouped(purchases: readonly Purchase[], nameOf: (one: Purchase) => string) {
  return [...Map.groupBy(purchases, nameOf)]
    .flatMap(([name, some]) => {
      const spread = spreadOf(some.flatMap((one) => savedShare(one) ?? []));
      return spread ? [{ name, spread }] : [];
    })
    .toSorted((a, b) => b.spread.n - a.spread.n);
}

function savingsRow(one: Purchase, locale: Locale): SavingsRow {
  const { record, budget, ceiling, award, contract, settlement } = one;
  const saved = savedShare(one);
  return {
    title: record.title,
    path: pathOf(record),
    buyer: one.buyer,
    method: one.method === null ? '' : choiceLabel(procurement, 'method', one.method, locale),
    dealtOn: one.dealtOn,
    budget,
    ceiling,
    award,
    contract,
    settlement,
    saved: saved === null ? null : Math.round(saved * 10) / 10,
  };
}

/** A line a purchase. */
export function savingsTable(portal: Portal, parameters: PurchaseParameters, locale: Locale): TakenAway {
  const { columns: t } = labels(locale).purchases;
  const column = (name: keyof typeof t, type: TableHead['type'], value: (row: SavingsRow) => Value) => ({
    name,
    label: t[name],
    type,
    value,
  });
  const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
  const columns: ColumnOf<SavingsRow>[] = [
    column('title', 'text', ({ title }) => title),
    column('buyer', 'text', ({ buyer }) => buyer || null),
    column('method', 'text', ({ method }) => method || null),
    column('dealt_on', 'day', ({ dealtOn }) => dealtOn),
    column('budget', 'number', ({ budget }) => yuan(budget)),
    column('ceiling', 'number', ({ ceiling }) => yuan(ceiling)),
    column('award', 'number', ({ award }) => yuan(award)),
    column('contract', 'number', ({ contract }) => yuan(contract)),
    column('settlement', 'number', ({ settlement }) => yuan(settlement)),
    column('saved', 'number', ({ saved }) => saved),
    column('page', 'address', ({ path }) => new URL(href(locale, path), portal.settings.origin).href),
  ];
  return tableOf(columns, purchasesOf(portal, parameters).purchases, (some) =>
    some.map((one) => savingsRow(one, locale)),
  );
}
