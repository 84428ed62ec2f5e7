import { dayOf, startOfDay } from '../../values/date.ts';
import type { Portal } from '../portal.ts';

/**
 * The portal as its day began. What narrows a list may speak of time (未截止), and the key of the next page keeps the
 * moment at which the first was asked for: a feed would be another text at every look, and never answered 304.
 */
export function asOfDay(portal: Portal): Portal {
  const known = kept.get(portal);
  if (known) return known;
  const same = { ...portal, now: () => startOfDay(dayOf(portal.now()))! };
  kept.set(portal, same);
  return same;
}

/** Lists and the catalogue keep by portal what they found. */
const kept = new WeakMap<Portal, Portal>();
