import type { Database } from '../../database/database.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import { wordDifference, type TextPart } from '../../views/notice/difference.ts';
import { idOf } from '../form/field.ts';
import { officerName, shortMinute } from '../names.ts';
import { printsOf } from './boxes.ts';
import { aboutOf, compared, saidAt, type Dropped, type Sides } from './clash.ts';
import type { Side } from './merge.ts';

/** Two texts of a draft for whoever makes one of them. */
export interface ClashView {
  title: string;
  lead: string;
  /** Who saved first, and when. */
  name: string;
  saved: string;
  /** What both changed: to be chosen. */
  both: Choice[];
  /** What one of them changed. */
  only: { path: string; label: string; parts: TextPart[]; by: string }[];
  /** What still has to be chosen, where it was tried to save. */
  open: { href: string; sentence: string }[];
  /** What the form carries along. */
  hidden: [name: string, value: string][];
}

export interface Choice {
  path: string;
  id: string;
  label: string;
  picked: Side | undefined;
  theirs: TextPart[];
  mine: TextPart[];
}

export function clashView(
  database: Database,
  draft: Draft,
  sides: Sides,
  { actor, locale, now }: { actor: { id: string }; locale: Locale; now: number },
): ClashView {
  const t = labels(locale).office.clash;
  const { mine, theirs, found } = compared(draft, sides, aboutOf(draft, locale));
  const said = (boxes: typeof mine, path: string) => saidAt(boxes, path, (n, text) => fill(t.row, { n, said: text }));
  const name = draft.savedBy === actor.id ? t.yourself : officerName(database, draft.savedBy);
  const at = shortMinute(draft.savedAt, now);
  const both = found
    .filter(({ by }) => by === 'both')
    .map(({ path, label }): Choice => {
      const parts = marked(said(theirs, path), said(mine, path));
      const of = (change: TextPart['change']) =>
        parts.filter((part) => part.change === 'same' || part.change === change);
      const picked = sides.picks.get(path);
      return { path, id: `pick-${idOf(path)}`, label, picked, theirs: of('removed'), mine: of('added') };
    });
  return {
    title: fill(t.title, { name, n: found.length }),
    lead: fill(t.lead, { at }),
    name,
    saved: fill(t.saved, { name, at }),
    both,
    only: found
      .filter(({ by }) => by !== 'both')
      .map(({ path, label, by }) => {
        const [before, after] = by === 'mine' ? [theirs, mine] : [mine, theirs];
        return { path, label, parts: marked(said(before, path), said(after, path)), by: by === 'mine' ? t.you : name };
      }),
    open: sides.isAsked
      ? both
          .filter(({ picked }) => picked === undefined)
          .map(({ id, label }) => ({ href: `#${id}`, sentence: fill(t.open, { label }) }))
      : [],
    hidden: [...sides.sent, ['version', sides.version], ['begun', sides.begun], ['seen', printsOf(theirs)]],
  };
}

/** What was not chosen, by the names of its boxes. */
export function droppedLines(dropped: readonly Dropped[], locale: Locale): { label: string; text: string }[] {
  const t = labels(locale).office.clash;
  return dropped.map(({ path, boxes }) => ({
    label: boxes.lists.get(path)?.label ?? boxes.cells.get(path)?.label ?? path,
    text: saidAt(boxes, path, (n, said) => fill(t.row, { n, said })) || t.empty,
  }));
}

/** Word by word, in long texts too: lines are compared first, then the words of those that differ; what is alike far around is left out. */
function marked(before: string, after: string): TextPart[] {
  const rough = wordDifference(before, after);
  const fine = rough.flatMap((part, index): TextPart[] => {
    const next = rough[index + 1];
    if (part.change === 'removed' && next?.change === 'added') return wordDifference(part.text, next.text);
    return part.change === 'added' && rough[index - 1]?.change === 'removed' ? [] : [part];
  });
  return fine.map((part, index) =>
    part.change === 'same' ? { ...part, text: around(part.text, index > 0, index < fine.length - 1) } : part,
  );
}

/** Enough of what is alike to know the place. */
function around(text: string, isAfter: boolean, isBefore: boolean): string {
  const characters = [...text];
  if (characters.length <= 3 * AROUND) return text;
  const head = isAfter ? characters.slice(0, AROUND).join('') : '';
  const tail = isBefore ? characters.slice(-AROUND).join('') : '';
  return `${head}…${tail}`;
}

const AROUND = 40;
