import { labels, type Locale } from '../../locales/labels.ts';
import { href } from '../address.ts';
import type { Portal } from '../portal.ts';
import { panelsPage } from './panels-page.ts';

/** The rows of the page: units in charge, or the projects of one with a line for each panel. */
export function panelsTable(portal: Portal, search: URLSearchParams, locale: Locale): (string | number)[][] {
  const page = panelsPage(portal, search, locale);
  const t = labels(locale).panels;
  const address = (path: string) => new URL(href(locale, path), portal.settings.origin).href;
  if (page.unit === null)
    return [
      [t.columns.unit, t.columns.projects, t.columns.page],
      ...page.units.map(({ name, records, path }) => [name, records, address(path)]),
    ];
  return [
    [t.columns.project, t.columns.since, t.columns.panel, t.columns.state, t.columns.public, t.columns.page],
    ...page.projects.flatMap(({ title, since, path, panels }) =>
      panels.map((panel) => [title, since, panel.title, panel.state.text, panel.rows, address(path)]),
    ),
  ];
}
