import { coverages } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { recordCounts } from '../../notices/lists/facets/storage.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import { underSupervision } from '../../registers/registers.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import { owedFound } from '../clock/owed/owed-page.ts';
import { statisticsOf } from '../complaints/statistics.ts';
import type { Portal } from '../portal.ts';
import { ROUTES } from '../routes.ts';
import { stateOf, type State } from '../record/state.ts';
import { registerLabels, stateText } from '../words.ts';

/** What stands behind the door 监督, and what `/supervision.json` answers. */
export interface SupervisionPage {
  parts: {
    path: string;
    name: string;
    what: string;
    /** How much there is; '' for a page that counts nothing. */
    count: string;
    /** The newest of it. */
    last: string;
  }[];
  latest: {
    title: string;
    path: string;
    register: string;
    state: State & { text: string };
    /** ISO 8601, Shanghai. */
    at: string;
  }[];
}

const ROWS = 6;
const OWED = { basis: 'verified', sort: 'longest', skip: 0 } as const;

export function supervisionPage(portal: Portal, locale: Locale): SupervisionPage {
  const { supervision: t, complaints, panels } = labels(locale);
  const counts = new Map(recordCounts(portal.database).map((row) => [row.register, row]));
  const newest = underSupervision.map((register) => ({
    register,
    records: listRecords(portal.database, { register: register.id, facets: {}, limit: ROWS, now: portal.now() })
      .records,
  }));
  const owed = owedFound(portal, OWED, 0).total;
  const isKnown = owed > 0 || coverages(portal.database).length > 0;
  const complained = statisticsOf(portal).reduce((sum, { received }) => sum + received, 0);
  return {
    parts: [
      ...newest.map(({ register, records: [last] }) => {
        const own = registerLabels(register, locale);
        const count = counts.get(register.id)?.count ?? 0;
        return {
          path: `/${register.id}`,
          name: own.name,
          what: own.what,
          count:
            count === 0
              ? t.none
              : fill(labels(locale).home.counted, { n: count, counter: fill(own.counter, { n: count }) }),
          last: last ? fill(t.newest, { day: dayOf(Date.parse(last.compiled.date)), title: last.title }) : '',
        };
      }),
      { path: '/supervision/panels', name: panels.title, what: panels.lead, count: '', last: '' },
      { path: '/supervision/sums', name: t.sums, what: t.sumsLead, count: '', last: '' },
      { path: '/supervision/questions', name: t.questions, what: t.questionsLead, count: '', last: '' },
      {
        path: '/owed',
        name: t.owed,
        what: t.owedWhat,
        count: isKnown ? fill(t.owedCount, { n: owed }) : t.owedUnknown,
        last: '',
      },
      {
        path: '/complaints',
        name: complaints.title,
        what: complaints.what,
        count: complained > 0 ? fill(complaints.countOf, { n: complained }) : complaints.none,
        last: '',
      },
      ...ROUTES.filter(({ supervision }) => supervision).map(({ path }) => {
        const own = (labels(locale).actions.pages as Record<string, { name: string; what: string }>)[path]!;
        return { path, ...own, count: '', last: '' };
      }),
    ],
    latest: newest
      .flatMap(({ register, records }) =>
        records.map((record) => {
          const state = stateOf(record, portal.now());
          return {
            title: record.title,
            path: pathOf(record),
            register: registerLabels(register, locale).name,
            state: { ...state, text: stateText(state, register.id, locale) },
            at: machineTime(Date.parse(record.compiled.date)),
          };
        }),
      )
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .slice(0, ROWS),
  };
}
