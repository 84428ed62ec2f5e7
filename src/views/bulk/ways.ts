import { fill, labels, type Labels, type Locale } from '../../locales/labels.ts';
import { href } from '../address.ts';
import { CHANGES } from '../changes/changes-page.ts';
import { OCDS } from '../ocds/addresses.ts';
import { registerLabels } from '../words.ts';
import { csvMetadataPath } from './columns.ts';
import { LISTED, type DataPage } from './data-page.ts';

/** Commands that work when they are pasted. */
export function examples(
  { files }: DataPage,
  origin: string,
): { id: keyof Labels['openData']['tries']; command: string }[] {
  const [first] = LISTED;
  const file = files.find(({ format }) => format === 'parquet');
  return [
    ...(file ? [{ id: 'file' as const, command: `curl -C - -O '${file.url}'` }] : []),
    { id: 'csv', command: `curl -o ${first!.id}.csv '${origin}/${first!.id}.csv?names=code'` },
    { id: 'changes', command: `curl '${origin}${CHANGES}?limit=200'` },
    { id: 'ocds', command: `curl '${origin}${OCDS}/records?limit=50'` },
  ];
}

interface Link {
  href: string;
  text: string;
  type?: string;
}

export function doorLinks(locale: Locale): Link[] {
  const { doorLinks: t } = labels(locale).openData;
  return [
    { href: href(locale, '/data/dictionary'), text: t.dictionary },
    { href: href(locale, '/data/quality'), text: t.quality },
    { href: `${OCDS}/releases`, text: t.releases, type: 'application/json' },
    { href: `${OCDS}/records`, text: t.records, type: 'application/json' },
    { href: CHANGES, text: t.changes, type: 'application/json' },
    { href: href(locale, '/search.atom'), text: t.atom, type: 'application/atom+xml' },
    { href: href(locale, '/calendar.ics'), text: t.calendar, type: 'text/calendar' },
    { href: href(locale, '/fees.csv'), text: t.fees, type: 'text/csv' },
    { href: href(locale, '/help#data'), text: t.help },
  ];
}

export function catalogueLinks(locale: Locale): Link[] {
  const { catalogueLinks: t } = labels(locale).openData;
  return [
    { href: '/data.json', text: t.json, type: 'application/json' },
    { href: '/data/catalog.jsonld', text: t.dcat, type: 'application/ld+json' },
    { href: '/data/datapackage.json', text: t.package, type: 'application/json' },
    ...LISTED.map((register) => ({
      href: csvMetadataPath(register.id),
      text: fill(t.columns, { name: registerLabels(register, locale).name }),
      type: 'application/csvm+json',
    })),
  ];
}
