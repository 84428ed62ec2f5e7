import * as z from 'zod';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { href, ocidIn } from '../address.ts';
import { calendarPage } from '../calendar/calendar-page.ts';
import { readCalendarParameters } from '../calendar/parameters.ts';
import { owedPage } from '../clock/owed/owed-page.ts';
import { readOwedParameters } from '../clock/owed/parameters.ts';
import { checkPage, readCheckParameters } from '../fees/check-page.ts';
import { noticeId, noticePage } from '../notice/notice-page.ts';
import type { Portal } from '../portal.ts';
import { movedPath } from '../record/moved.ts';
import { recordPage } from '../record/record-page.ts';
import { readSearchParameters } from '../search/parameters.ts';
import { searchPage } from '../search/search-page.ts';

/**
 * What an assistant may ask, each answered by the view function of a page, so that it never knows more or less than a
 * reader. `answer` gives null for what is not there.
 */
export interface Tool {
  name: ToolName;
  input: z.ZodObject;
  answer(portal: Portal, input: Input, locale: Locale): Promise<object | null> | object | null;
}

export type ToolName = 'search' | 'record' | 'notice' | 'fee_check' | 'owed' | 'calendar';
type Input = Record<string, string | undefined>;

const text = z.string().max(200);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const register = z.enum(registers.map(({ id }) => id) as [string, ...string[]]);
const region = z.string().regex(/^\d{6}$/);

/** With what each field means, in the language of the address. */
export function toolsIn(locale: Locale): Tool[] {
  const t = labels(locale).assistants.fields;
  const about = (name: keyof typeof t, schema: z.ZodType) => schema.describe(t[name]).optional();
  const wanted = (name: keyof typeof t, schema: z.ZodType) => schema.describe(t[name]);
  return [
    {
      name: 'search',
      input: z.strictObject({
        q: about('q', text),
        register: about('register', register),
        region: about('region', region),
        from: about('from', day),
        to: about('to', day),
        min: about('min', text),
        max: about('max', text),
        due: about('due', z.enum(['open', 'soon'])),
        sort: about('sort', z.enum(['best', 'newest', 'closing', 'amount'])),
        before: about('before', text),
      }),
      async answer(portal, input) {
        const { parameters, dropped } = readSearchParameters(asQuery(input));
        const {
          facets: _facets,
          fee: _fee,
          milliseconds: _spent,
          ...page
        } = await searchPage(portal, parameters, locale);
        return { ...page, rows: page.rows.map((row) => withAddress(portal, row, row.recordPath, locale)), dropped };
      },
    },
    {
      name: 'record',
      input: z.strictObject({ ocid: wanted('ocid', text) }),
      answer(portal, { ocid = '' }) {
        const known = ocidIn(ocid);
        const page = recordPage(portal, known, locale) ?? movedTo(portal, known, locale);
        if (!page) return null;
        const { compiled: _compiled, releases: _releases, ...shown } = page;
        return withAddress(portal, shown, page.path, locale);
      },
    },
    {
      name: 'notice',
      input: z.strictObject({ id: wanted('id', text) }),
      answer(portal, { id = '' }) {
        const page = noticePage(portal, noticeId(id), locale);
        return page ? withAddress(portal, page, page.path, locale) : null;
      },
    },
    {
      name: 'fee_check',
      input: z.strictObject({ fee: wanted('fee', text), paid: about('paid', text), on: about('on', day) }),
      answer(portal, input) {
        const query = asQuery(input);
        const page = checkPage(portal, readCheckParameters(query), locale);
        return withAddress(portal, page, `/fees/check?${query}`, locale);
      },
    },
    {
      name: 'owed',
      input: z.strictObject({ register: about('register', register), region: about('region', region) }),
      answer(portal, input) {
        const query = asQuery(input);
        const { parameters, dropped } = readOwedParameters(portal, query);
        const { controls: _controls, refused: _refused, ...page } = owedPage(portal, parameters, dropped, locale);
        return { ...withAddress(portal, page, `/owed?${query}`, locale), dropped };
      },
    },
    {
      name: 'calendar',
      input: z.strictObject({
        day: about('day', day),
        by: about('by', z.enum(['month', 'week', 'day'])),
        register: about('register', register),
        region: about('region', region),
      }),
      answer(portal, input) {
        const query = asQuery(input);
        const { parameters, dropped } = readCalendarParameters(query);
        const { choices: _choices, weeks: _weeks, ...page } = calendarPage(portal, parameters, locale);
        return { ...withAddress(portal, page, `/calendar?${query}`, locale), dropped };
      },
    },
  ];
}

function asQuery(input: Input): URLSearchParams {
  return new URLSearchParams(Object.entries(input).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** A record that was joined to another is answered by that one. */
function movedTo(portal: Portal, ocid: string, locale: Locale) {
  const path = movedPath(portal, ocid);
  return path ? recordPage(portal, ocidIn(path.split('/').at(-1)!), locale) : undefined;
}

/** Where a person reads the same, which an assistant is to name as its source. */
function withAddress<Page extends object>({ settings }: Portal, page: Page, path: string, locale: Locale) {
  return { address: new URL(href(locale, path), settings.origin).href, ...page };
}

/** Said with every answer: of which day it is, and how far it may be believed. */
export function cautionOf(portal: Portal, locale: Locale): string {
  return fill(labels(locale).assistants.caution, { day: dayOf(portal.now()) });
}
