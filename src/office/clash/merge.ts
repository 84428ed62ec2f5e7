import { listAround, printOf, readPrints, rowAround, under, type Boxes } from './boxes.ts';

/** Which of two texts of a draft a box is taken from. */
export type Side = 'mine' | 'theirs';

/** A box, or a list whose rows are not the same ones, that two texts say differently. */
export interface Difference {
  path: string;
  label: string;
  /** Who changed it since the form was begun; where both did, somebody has to choose. */
  by: Side | 'both';
}

/**
 * Where two texts of a draft differ. `begun` are the prints of what the form was begun from; without them nobody knows who
 * changed what, and everything is asked. In a row that both changed every box is asked: it may be another parcel by now.
 */
export function differencesOf(begun: string, mine: Boxes, theirs: Boxes): Difference[] {
  const prints = begun === '' ? null : readPrints(begun);
  const isChanged = (boxes: Boxes, path: string) =>
    prints === null || printOf(boxes, path) !== (prints.get(path) ?? '');
  const by = (path: string) => {
    const [here, there] = [isChanged(mine, path), isChanged(theirs, path)];
    return here && there ? 'both' : here ? 'mine' : 'theirs';
  };
  const found = new Map<string, Difference>();
  for (const path of new Set([...theirs.cells.keys(), ...mine.cells.keys()])) {
    const list = listAround(mine, path) ?? listAround(theirs, path);
    const unit = list && mine.lists.get(list)?.shape !== theirs.lists.get(list)?.shape ? list : path;
    if (found.has(unit) || printOf(mine, unit) === printOf(theirs, unit)) continue;
    const { label } = (unit === list ? lists(mine, theirs, list) : cells(mine, theirs, path))!;
    found.set(unit, { path: unit, label, by: by(list && unit !== list ? rowAround(list, path) : unit) });
  }
  return [...found.values()];
}

const cells = (mine: Boxes, theirs: Boxes, path: string) => mine.cells.get(path) ?? theirs.cells.get(path);
const lists = (mine: Boxes, theirs: Boxes, path: string) => mine.lists.get(path) ?? theirs.lists.get(path);

/** What was sent, with the boxes of `fromTheirs` as the other text has them. */
export function merged(
  sent: Iterable<readonly [string, string]>,
  theirs: Boxes,
  fromTheirs: readonly string[],
): FormData {
  const form = new FormData();
  const isTheirs = (name: string) => fromTheirs.some((path) => name === path || name.startsWith(`${path}.`));
  for (const [name, value] of sent) if (!isTheirs(name)) form.set(name, value);
  for (const path of fromTheirs) for (const [name, { value }] of under(theirs, path)) form.set(name, value);
  return form;
}
