import { coverages } from '../../../clock/storage.ts';
import { fill, labels, type Locale } from '../../../locales/labels.ts';
import { recordsOfSameProject } from '../../../notices/projects/storage.ts';
import type { RecordRow } from '../../../notices/release.ts';
import { findRecords, releasesOf } from '../../../notices/storage.ts';
import type { Party } from '../../../registers/fields.ts';
import { partiesAs } from '../../../registers/ocds.ts';
import { PANELS, type PanelId } from '../../../registers/panels.ts';
import { findKind, findRegister } from '../../../registers/registers.ts';
import { dayOf, type Day } from '../../../values/date.ts';
import { noticePath, pathOf } from '../../address.ts';
import { partyLink, type PartyLink } from '../../party/party-link.ts';
import type { Portal } from '../../portal.ts';
import { stateText } from '../../words.ts';
import type { RecordContext } from '../context.ts';
import { lifeOf } from '../life.ts';
import { relatedOf } from '../related.ts';
import { stateOf, type State } from '../state.ts';
import { panelFigures, type Figure } from './figures.ts';
import { owedIn, type OwedLine } from './owed.ts';
import { said, titleOf } from './said.ts';
import { dayIn, toldBy, type Told } from './told.ts';

/** One of 五监管一查处: what is known of it, who watches over it, and what is owed. */
export interface Panel {
  id: PanelId;
  title: string;
  state: { tone: State['tone']; text: string };
  /** Who watches over it, as the newest of its notices names them; null where none does. */
  unit: PartyLink | null;
  rows: PanelRow[];
  owed: OwedLine[];
  figures: Figure[];
}

export interface PanelRow {
  day: Day;
  text: string;
  sub: string;
  path: string;
}

/** Records of one project beyond these are a list of their own. */
const MOST_RECORDS = 24;

/** The six panels of a record; null where its register has none. */
export function panelsOf(context: RecordContext, row: RecordRow): Panel[] | null {
  const { portal, register, locale } = context;
  if (!register.panels) return null;
  const others = findRecords(portal.database, recordsOfSameProject(portal.database, row.ocid, MOST_RECORDS));
  const lives = [context.life, ...others.map(({ ocid }) => lifeOf(releasesOf(portal.database, ocid)))];
  const told = lives.flatMap(({ speaking }) => speaking.flatMap(toldBy));
  const findings = findingsOf(context, row, others);
  return PANELS.map((id): Panel => {
    const here = told.filter(({ kind }) => kind.panel === id).toSorted((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1));
    const rows = [...(id === 'findings' ? findings : []), ...here.map((one) => rowOf(one, locale))];
    const owed = owedIn(context, row, id, here.length > 0, coverages(portal.database));
    return {
      id,
      title: labels(locale).panels.titles[id],
      state: stateIn(rows.length, owed.length, locale),
      unit: unitOf(here, portal),
      rows: rows.toSorted((a, b) => (a.day < b.day ? 1 : -1)),
      owed,
      figures: id === 'money' ? panelFigures([row, ...others], told, register.panels!, locale) : [],
    };
  });
}

function rowOf(one: Told, locale: Locale): PanelRow {
  const { release } = one;
  return { day: dayIn(one), text: titleOf(one, locale), sub: said(one, locale), path: noticePath(release.id) };
}

/** The newest notice that names who is in charge. */
function unitOf(here: readonly Told[], portal: Portal): PartyLink | null {
  for (const { release, kind } of here) {
    const party = kind.by && (release.content.fields[kind.by] as Party | undefined);
    if (party && findKind(release.register, release.kind)) return partyLink(portal, party.name);
  }
  return null;
}

/** What registers that watch over the others hold of the project: cases of its code, and those that point here. */
function findingsOf(context: RecordContext, row: RecordRow, others: readonly RecordRow[]): PanelRow[] {
  const { portal, locale } = context;
  const pointing = relatedOf(context, row).flatMap(({ ocid }) => ocid ?? []);
  const known = new Map([...others, ...findRecords(portal.database, pointing)].map((one) => [one.ocid, one]));
  return [...known.values()]
    .filter(({ register }) => findRegister(register)?.supervision)
    .map((one) => ({
      day: dayOf(Date.parse(one.compiled.date)),
      text: one.title,
      sub: [
        stateText(stateOf(one, portal.now()), one.register, locale),
        partiesAs('supervisor', one.compiled)[0]?.name ?? '',
      ]
        .filter(Boolean)
        .join(labels(locale).record.comma),
      path: pathOf(one),
    }));
}

/** Nothing is said of what is not here: it may be public elsewhere. */
function stateIn(rows: number, owed: number, locale: Locale): Panel['state'] {
  const t = labels(locale);
  if (owed > 0) return { tone: 'alert', text: fill(t.panels.owed, { n: owed }) };
  if (rows > 0) return { tone: 'open', text: fill(t.panels.public, { n: rows }) };
  return { tone: 'ended', text: t.missing['not-seen'] };
}
