import { labels, type Locale } from '../../locales/labels.ts';
import { PROBLEMS, SOURCES } from '../../registers/rectification/matter.ts';
import { rectification } from '../../registers/rectification/register.ts';
import { PARTS, STATES, stateOn, type Part } from '../../registers/rectification/told.ts';
import { dayOf } from '../../values/date.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { chosenMatters, mattersOf } from './kept-matters.ts';
import { matterRow, type MatterRow } from './matter-row.ts';
import { ratingBlock, type RatingBlock } from './ratings.ts';
import type { RectificationParameters } from './values.ts';

/** What the page shows and `/rectification.json` answers: one of its three parts. */
export interface RectificationPage {
  part: Part;
  parts: { id: Part; label: string; count: number }[];
  /** Of all findings. */
  states: { id: string; label: string; count: number }[];
  sources: { id: string; label: string }[];
  problems: { id: string; label: string }[];
  units: string[];
  total: number;
  rows: MatterRow[];
  ratings: RatingBlock[];
}

/** More than this on one page is scrolled, not read; the table has all. */
const MOST_SHOWN = 60;

export function rectificationPage(
  portal: Portal,
  parameters: RectificationParameters,
  locale: Locale,
): RectificationPage {
  const t = labels(locale).rectification;
  const today = dayOf(portal.now());
  const { part = 'findings' } = parameters;
  const all = mattersOf(portal);
  const ofPart = all.filter(({ matter }) => matter.part === part);
  const chosen = chosenMatters(portal, parameters);
  const codes = (list: 'source' | 'problem', of: readonly string[]) =>
    of
      .filter((id) => ofPart.some(({ matter }) => matter.first[list] === id))
      .map((id) => ({ id, label: choiceLabel(rectification, list, id, locale) }));
  const findings = all.filter(({ matter }) => matter.part === 'findings');
  return {
    part,
    parts: PARTS.map((id) => ({
      id,
      label: t.parts[id],
      count: all.filter(({ matter }) => matter.part === id).length,
    })),
    states: STATES.map((id) => ({
      id,
      label: t.states[id],
      count: findings.filter(({ matter }) => stateOn(matter, today) === id).length,
    })).filter(({ count }) => count > 0),
    sources: codes('source', SOURCES),
    problems: codes('problem', PROBLEMS),
    units: [...new Set(ofPart.flatMap(({ matter }) => matter.responsible ?? []))].toSorted((a, b) =>
      a.localeCompare(b, 'zh'),
    ),
    total: chosen.length,
    rows: part === 'ratings' ? [] : chosen.slice(0, MOST_SHOWN).map((one) => matterRow(one, today, locale)),
    ratings: part === 'ratings' ? chosen.map((one) => ratingBlock(portal, one, locale)) : [],
  };
}
