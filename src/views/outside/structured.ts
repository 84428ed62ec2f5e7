import { contentLanguage, htmlLanguage, labels, type Locale } from '../../locales/labels.ts';
import type { Settings } from '../../values/settings.ts';
import { href } from '../address.ts';
import type { NoticePage } from '../notice/notice-page.ts';

/**
 * What a page is, in the words of schema.org. Types are modest on purpose: a record is told as data about a matter and
 * not as the permit or the contract itself, and whoever published is an organisation, for an agency or a school does too.
 */

/** The same content as a file. */
export interface Face {
  href: string;
  type: string;
}

/** Where the page stands; the last step is the page itself. */
export function crumbList(
  steps: readonly { label: string; href?: string }[],
  address: string,
  origin: string,
  locale: Locale,
): object {
  const { home } = labels(locale).shell;
  const whole = [{ label: home, href: href(locale, '/') }, ...steps];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: whole.map(({ label, href: to }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: to === undefined || index === whole.length - 1 ? address : new URL(to, origin).href,
    })),
  };
}

/** The portal and how it is searched. */
export function website({ origin, footer }: Settings, locale: Locale): object {
  const { site } = labels(locale);
  return {
    '@type': 'WebSite',
    name: site.name,
    alternateName: site.title,
    url: new URL(href(locale, '/'), origin).href,
    inLanguage: htmlLanguage(locale),
    ...(footer.organiser && { publisher: { '@type': 'Organization', name: footer.organiser } }),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${new URL(href(locale, '/search'), origin).href}?q={words}` },
      'query-input': 'required name=words',
    },
  };
}

/** A list, a record or an item of the catalogue, with the files that hold it. */
export function dataset(
  said: { name: string; description: string; path: string; identifier?: string; modified?: string },
  faces: readonly Face[],
  origin: string,
  locale: Locale,
): object {
  const { name, description, path, identifier, modified } = said;
  return {
    '@type': 'Dataset',
    name,
    description,
    url: new URL(href(locale, path), origin).href,
    ...(identifier !== undefined && { identifier }),
    ...(modified !== undefined && { dateModified: modified }),
    inLanguage: publishedIn(locale),
    distribution: faces.map(({ href: to, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: new URL(to, origin).href,
    })),
  };
}

/** A notice: who said it and when, and where it was published first. */
export function article(page: NoticePage, modified: string, origin: string, locale: Locale): object {
  const { title, path, publishedAt, unit, firstPublished, record, standing } = page;
  const absolute = (to: string) => new URL(href(locale, to), origin).href;
  return {
    '@type': 'Article',
    headline: title,
    url: absolute(path),
    datePublished: publishedAt,
    dateModified: modified,
    inLanguage: publishedIn(locale),
    ...(standing === 'withdrawn' && { creativeWorkStatus: labels(locale).record.withdrawn }),
    ...(unit && {
      publisher: { '@type': 'Organization', name: unit.name, ...(unit.path && { url: absolute(unit.path) }) },
    }),
    ...(firstPublished?.url && {
      isBasedOn: { '@type': 'CreativeWork', name: firstPublished.medium, url: firstPublished.url },
    }),
    isPartOf: { '@type': 'Dataset', name: record.title, url: absolute(record.path) },
  };
}

/** The text of a `<script type="application/ld+json">`: data that no browser runs, and that cannot end its element. */
export function scriptText(graph: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

function publishedIn(locale: Locale): string {
  return contentLanguage(locale) ?? htmlLanguage(locale);
}
