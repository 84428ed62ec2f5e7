import type { Draft } from '../../notices/drafts/draft.ts';
import { findKind, findRegister } from '../../registers/registers.ts';
import { inputOf, type DraftInput } from '../form/input.ts';
import { boxesOf, printOf, printsOf, readPrints, under, type About, type Boxes } from './boxes.ts';
import { differencesOf, merged, type Difference, type Side } from './merge.ts';

/** Two texts of one draft: what was sent, and from what it was begun. The other text is the draft as it is saved. */
export interface Sides {
  /** What stood in its boxes, by their names, and answers to doubts and remarks. */
  sent: [string, string][];
  /** See `printsOf`. */
  begun: string;
  /** The version that the form was begun from. */
  version: string;
  picks: ReadonlyMap<string, Side>;
  /** Whether a choice was asked for and not all was chosen. */
  isAsked: boolean;
}

/** What was not chosen, for whoever wants it back. */
export interface Dropped {
  path: string;
  side: Side;
  boxes: Boxes;
}

export function clashOf(form: FormData, draft: Draft): Sides {
  const text = (name: string) => String(form.get(name) ?? '');
  const about = aboutOf(draft);
  // As the draft would keep it: rows that were left blank are gone, and the others have their numbers.
  const { cells } = boxesOf(inputOf(form, about.kind), about);
  const others = [...form].filter(
    (entry): entry is [string, string] => /^(?:confirmed|reply)\./.test(entry[0]) && typeof entry[1] === 'string',
  );
  return {
    sent: [...[...cells].map(([name, { value }]): [string, string] => [name, value]), ...others],
    begun: text('begun'),
    version: text('version'),
    picks: new Map(),
    isAsked: false,
  };
}

/**
 * What was sent and what is saved as one, by what was chosen: of each box, or at once (`merge mine`, `merge theirs`). A
 * choice holds for the text it was made of: what was saved again meanwhile is asked again, and nothing else. `open`: whether
 * something is still to be chosen.
 */
export function merge(draft: Draft, form: FormData, act: string) {
  const sides = clashOf(form, draft);
  const about = aboutOf(draft);
  const { mine, theirs, found } = compared(draft, sides, about);
  const seen = readPrints(String(form.get('seen') ?? ''));
  const atOnce = act.slice('merge '.length);
  const picks = new Map<string, Side>();
  for (const { path, by } of found) {
    const pick = atOnce || form.get(`pick:${path}`);
    const isSame = printOf(theirs, path) === (seen.get(path) ?? '');
    if (by === 'both' && isSame && (pick === 'mine' || pick === 'theirs')) picks.set(path, pick);
  }
  const asked = found.filter(({ by }) => by === 'both');
  const fromTheirs = found.filter(({ path, by }) => by === 'theirs' || picks.get(path) === 'theirs');
  const one = merged(
    sides.sent,
    theirs,
    fromTheirs.map(({ path }) => path),
  );
  // What somebody confirmed of a value holds of that value only, so both may say so.
  for (const [doubt, answer] of Object.entries(draft.content.confirmed ?? {}))
    if (!one.has(`confirmed.${doubt}`)) one.set(`confirmed.${doubt}`, answer);
  return {
    input: inputOf(one, about.kind),
    open: asked.length > picks.size,
    dropped: asked.map(({ path }): Dropped => {
      const side = picks.get(path) === 'mine' ? 'theirs' : 'mine';
      return { path, side, boxes: side === 'mine' ? mine : theirs };
    }),
    sides: { ...sides, picks, isAsked: true },
  };
}

/** Both texts as boxes, and where they differ. */
export function compared(
  draft: Draft,
  { sent, begun }: Sides,
  about: About,
): { mine: Boxes; theirs: Boxes; found: Difference[] } {
  const mine = boxesOf(inputOf(merged(sent, NOTHING, []), about.kind), about);
  const theirs = boxesOf(draft.content as DraftInput, about);
  return { mine, theirs, found: differencesOf(begun, mine, theirs) };
}

const NOTHING: Boxes = { cells: new Map(), lists: new Map() };

export function aboutOf({ register, kind }: Draft, locale: About['locale'] = 'zh'): About {
  return { register: findRegister(register)!, kind: findKind(register, kind)!, locale };
}

/** What the form of a draft is begun from. */
export function begunFrom(draft: Draft): string {
  return printsOf(boxesOf(draft.content as DraftInput, aboutOf(draft)));
}

/** What a text says at a path, rows a line each. */
export function saidAt(boxes: Boxes, path: string, rowText: (n: number, said: string) => string): string {
  const list = boxes.lists.get(path);
  if (!list) return boxes.cells.get(path)?.said ?? '';
  return Array.from({ length: list.rows }, (_, row) =>
    rowText(
      row + 1,
      under(boxes, `${path}.${row}`)
        .map(([, { said }]) => said)
        .join('，'),
    ),
  ).join('\n');
}
