import { labels, type Locale } from '../../locales/labels.ts';
import { href } from '../address.ts';
import { tableOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { questionsPage, type SupervisionQuestions } from './questions-page.ts';
import { sumsPage, type SummedLine } from './sums-page.ts';

type Question = SupervisionQuestions['questions'][number];

/** What is asked of rights and reports, a row a question. */
export function questionsTable(portal: Portal, locale: Locale): TakenAway {
  const { columns: t } = labels(locale).supervision;
  return tableOf(
    [
      { name: 'register', label: t.register, type: 'text', value: ({ register }: Question) => register },
      { name: 'title', label: t.title, type: 'text', value: ({ title }: Question) => title },
      { name: 'question', label: t.question, type: 'text', value: ({ question }: Question) => question },
      { name: 'code', label: t.code, type: 'code', value: ({ code }: Question) => code },
      { name: 'region', label: t.region, type: 'text', value: ({ region }: Question) => region || null },
      {
        name: 'page',
        label: t.page,
        type: 'address',
        value: ({ path }: Question) => new URL(href(locale, path), portal.settings.origin).href,
      },
    ],
    questionsPage(portal, locale).questions,
    (some) => some,
  );
}

/** Every sum of every grid, a row each, in yuan. */
export function sumsTable(portal: Portal, locale: Locale): TakenAway {
  const { columns: t } = labels(locale).supervision;
  return tableOf(
    [
      { name: 'register', label: t.register, type: 'text', value: ({ register }: SummedLine) => register },
      { name: 'by', label: t.by, type: 'text', value: ({ by }: SummedLine) => by },
      { name: 'key', label: t.key, type: 'text', value: ({ key }: SummedLine) => key },
      { name: 'records', label: t.records, type: 'number', value: ({ records }: SummedLine) => records },
      { name: 'sum', label: t.sum, type: 'text', value: ({ sum }: SummedLine) => sum },
      {
        name: 'amount',
        label: t.amount,
        type: 'number',
        value: ({ fen }: SummedLine) => (fen === null ? null : fen / 100),
      },
    ],
    sumsPage(portal, locale).registers.flatMap(({ lines }) => lines),
    (some) => some,
  );
}
