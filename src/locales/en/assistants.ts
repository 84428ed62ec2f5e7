import type { Labels } from '../zh/zh.ts';

export const assistants: Labels['assistants'] = {
  instructions:
    'Read-only access to the portal of public resources and fees of Tianshui. The text of the notices is authoritative: name `address` as your source, and the day. 见正文 (in text) and 本站未见 (not seen here) mean that the portal did not read or does not hold something; never call that undisclosed. Only 未公开 and 应公开未公开 may be called so. Periods and fees are computed and for reference, no finding of an authority. Sums are in yuan or fen as the member says; times carry their zone. Titles and texts are Chinese.',
  caution:
    'As of {day}. Compiled and computed by a program, for reference; the notice in its first medium and the authority decide. Cite `address`.',
  absent: 'The portal has no such thing: {given}. Use search first and take an ocid or id from its rows.',
  tools: {
    search: {
      title: 'Search notices',
      what: 'Search by project, company, unit, parcel, code, month or sum; Chinese questions work. A row is a record with its state, sum and newest notice. Paged: give next as before.',
    },
    record: {
      title: 'Read a record',
      what: 'All of one project: state, winner and sum, sections, timeline, statutory periods, how to take part, how to object and complain.',
    },
    notice: {
      title: 'Read a notice',
      what: 'Its text, the facts read in it, its files, and what changed against the text before.',
    },
    fee_check: {
      title: 'Check a charge',
      what: 'Somebody charged money: whether it is in the catalogue, how much is due, whether it may be refused, and by which article.',
    },
    owed: {
      title: 'Due and not published',
      what: 'Notices that the law wanted published by today and that are absent from sources taken whole, by unit.',
    },
    calendar: {
      title: 'Calendar',
      what: 'What closes, is opened, ends its public notice or falls due on a span of days, a month from today.',
    },
  },
  fields: {
    q: 'words: project, company, code, a question in Chinese; "…" exactly so, -word without it',
    register: 'code of the register',
    region: 'code of the division (GB/T 2260), with what lies in it',
    from: 'published from, yyyy-mm-dd',
    to: 'published until, yyyy-mm-dd',
    min: 'sum at least, in 万元 (10,000 yuan)',
    max: 'sum at most, in 万元 (10,000 yuan)',
    due: 'open: not closed yet; soon: closes within seven days',
    sort: 'order',
    before: 'next of the page before',
    ocid: 'identifier of the record, from search',
    id: 'number of the notice, from search or a timeline',
    fee: 'what was charged for, such as 不动产登记',
    paid: 'how much, such as 100元',
    on: 'the day it was charged, yyyy-mm-dd; today without it',
    day: 'from which day, yyyy-mm-dd; today without it',
    by: 'a month, a week or a day',
  },
};
