import type { openData as zh } from '../zh/open-data.ts';

/** The page where data are had. */
export const openData: typeof zh = {
  title: 'Data',
  lead: 'Notices and records of this portal can be downloaded whole, subscribed to, or read by programs, without registration or key.',
  written:
    'The files were last gone through {time}: {n} of them, {size}. That is done each night, and only what changed is written again; what came since is in the changes.',
  notWritten:
    'The files of data have not been written yet. They are, some minutes after the portal first starts and each night from then on; until then the interfaces below serve.',
  files: 'Files',
  filesNote:
    'A record stands in the month and the day of its newest notice, so the months together are the whole; a notice stands under the day it was published. States such as “open” are as of when the file was written.',
  file: 'File',
  holds: 'Holds',
  rows: 'Rows',
  size: 'Size',
  days: 'Notices of',
  writtenOn: 'Written',
  hash: 'SHA-256',
  span: '{from} to {to}',
  spans: { all: 'Whole', month: 'By month', day: 'By day (the last 31)' },
  more: '{name}: files by month and by day',
  ofRegister: 'Files of data: {name}',
  back: 'All data',
  formats: {
    csv: 'Table of records (CSV)',
    xlsx: 'Table of records (XLSX)',
    parquet: 'Table of records (Parquet)',
    records: 'Table of records (JSON, a line each)',
    releases: 'Notices in full (JSON, a line each)',
    'ocds-records': 'Records (OCDS)',
    'ocds-releases': 'Releases (OCDS)',
  },
  formatsNote:
    'Columns of CSV, Parquet and JSON are called as programs call them, and beside an empty one stands why; workbooks are headed in Chinese. A CSV holds 100,000 rows, a workbook 20,000. Files ending in .gz are packed by gzip, Parquet by zstd.',
  questionsTitle: 'Ten questions, one line of SQL each',
  questionsNote:
    'They run in DuckDB as they stand, without a download first. Records are counted and sums are not added up: ceilings, award prices, contract prices and deal prices are not of one kind. What prints only a rate or a price by the unit is left out.',
  questions: {
    won: 'Who won most this year? (records of construction and procurement; joint winners count as one name)',
    landDeals: 'What land was sold this year, at what price and to whom?',
    saving:
      'How far are prices below budgets, by method of procurement? (the mean over records; of few it means nothing)',
    premium: 'What is the median premium of land, by the way it was granted?',
    byMu: 'Which parcels cost most by the mu? (ten thousand yuan a mu)',
    closing: 'Which tenders still open close first?',
    minerals: 'How many exploration and mining rights were sold, by mineral, and at what median price?',
    buyers: 'Which units call for most tenders and purchases?',
    missing: 'For how many works is the winner known, and why not for the others?',
    months: 'How many purchases had their newest notice in each month? (reads the CSV)',
  },
  tryTitle: 'Examples to paste',
  tries: {
    file: 'Download a file; run it again when it breaks off, and it goes on',
    csv: 'The CSV of a list, its columns called as programs call them',
    changes: 'The changes of this portal, from the beginning',
    ocds: 'A page of records as open contracting data',
  },
  doors: 'Other ways',
  doorLinks: {
    dictionary: 'Data dictionary',
    quality: 'Data quality',
    releases: 'OCDS releases',
    records: 'OCDS records',
    changes: 'Changes',
    calendar: 'Calendar (ICS)',
    atom: 'Subscriptions (Atom)',
    help: 'How to get data',
  },
  catalogues: 'Catalogues',
  catalogueLinks: {
    json: 'List of files (JSON)',
    dcat: 'Catalogue (DCAT 3)',
    package: 'Data Package',
    columns: 'Columns of {name} (CSVW)',
  },
  licence: 'Licence and attribution',
  attribution:
    'Please name the source: {publisher}, {origin}, and the day on which the data were taken. Publisher: {publisher}.',
  columns: {
    missing:
      'why the column beside it is empty: undisclosed, pending, not-applicable, in-text (see the text), not-seen (not held here), not-a-sum',
    text: 'text',
    code: 'code',
    number: 'number',
    day: 'day (Beijing time)',
    moment: 'time',
    address: 'address',
  },
  csvNote: 'Text that begins with =, +, - or @ has an apostrophe before it.',
};
