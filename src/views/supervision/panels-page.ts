import * as z from 'zod';
import { labels, type Locale } from '../../locales/labels.ts';
import { recordsInCharge, unitsInCharge, type InCharge } from '../../notices/projects/storage.ts';
import { findRecords, releasesOf } from '../../notices/storage.ts';
import { findParty } from '../../parties/storage.ts';
import { PANELS, type PanelId } from '../../registers/panels.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { dayOf, type Day } from '../../values/date.ts';
import { pathOf, withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { recordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { panelsOf, type Panel } from '../record/panels/panels.ts';
import { typedParty } from '../typed.ts';

/** By supervising unit and panel: what is there, what is missing, the oldest first. */
export interface PanelsPage {
  units: (InCharge & { path: string })[];
  unit: { id: string; name: string } | null;
  panel: PanelId | null;
  projects: ProjectLine[];
  /** More are in charge than are shown. */
  isCut: boolean;
}

export interface ProjectLine {
  title: string;
  path: string;
  /** Of its first notice here. */
  since: Day;
  panels: { id: PanelId; title: string; state: Panel['state']; rows: number; owed: number }[];
}

export const PANELS_VALUES = { unit: typedParty, panel: z.enum(PANELS) };
export const PANELS_PARAMETERS: readonly string[] = ['unit', 'panel'];
const PATH = '/supervision/panels';
const MOST = 200;

/** Registers with panels, and the roles of those who watch there and neither buy nor only publish. */
const WATCHED = registers.filter(({ panels }) => panels).map(({ id }) => id);
const WATCHING = [
  ...new Set(
    registers
      .filter(({ panels }) => panels)
      .flatMap(({ roles }) =>
        Object.entries(roles).flatMap(([id, { isUnit, counts }]) =>
          isUnit && counts === undefined && id !== 'publisher' ? [id] : [],
        ),
      ),
  ),
];

export function panelsPage(portal: Portal, search: URLSearchParams, locale: Locale): PanelsPage {
  const { database } = portal;
  const unit = PANELS_VALUES.unit.safeParse(search.get('unit')).data ?? null;
  const panel = PANELS_VALUES.panel.safeParse(search.get('panel')).data ?? null;
  const party = unit === null ? undefined : findParty(database, unit);
  const ocids = party ? recordsInCharge(database, party.id, WATCHING, WATCHED, MOST + 1) : [];
  return {
    units: unitsInCharge(database, WATCHING, WATCHED, MOST).map((one) => ({
      ...one,
      path: withQuery(PATH, { unit: one.id, panel: panel ?? undefined }),
    })),
    unit: party ? { id: party.id, name: party.name } : null,
    panel,
    projects: linesOf(portal, ocids.slice(0, MOST), panel, locale),
    isCut: ocids.length > MOST,
  };
}

/** Where one panel is asked for, the projects without it stand first. */
function linesOf(portal: Portal, ocids: readonly string[], panel: PanelId | null, locale: Locale): ProjectLine[] {
  const lines = findRecords(portal.database, ocids).flatMap((row): ProjectLine[] => {
    const register = findRegister(row.register);
    const releases = releasesOf(portal.database, row.ocid);
    const [first] = releases;
    if (!register || !first) return [];
    const panels = panelsOf(recordContext(portal, row, register, lifeOf(releases), locale), row) ?? [];
    return [
      {
        title: row.title,
        path: pathOf(row),
        since: dayOf(first.publishedAt),
        panels: panels
          .filter(({ id }) => panel === null || id === panel)
          .map(({ id, title, state, rows, owed }) => ({ id, title, state, rows: rows.length, owed: owed.length })),
      },
    ];
  });
  const isThere = ({ panels }: ProjectLine) => Number(panel !== null && panels.every(({ rows }) => rows > 0));
  return lines.toSorted((a, b) => isThere(a) - isThere(b) || (a.since < b.since ? -1 : 1));
}

/** Choices of panel, each with its address. */
export function panelChoices(page: PanelsPage, locale: Locale): { text: string; path: string; current: boolean }[] {
  const t = labels(locale).panels;
  const unit = page.unit?.id;
  return [
    { text: t.all, path: withQuery(PATH, { unit }), current: page.panel === null },
    ...PANELS.map((id) => ({
      text: t.titles[id],
      path: withQuery(PATH, { unit, panel: id }),
      current: page.panel === id,
    })),
  ];
}
