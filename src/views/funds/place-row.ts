import { fill, labels, type Locale } from '../../locales/labels.ts';
import { wholeOf, type Place } from '../../registers/funds/told.ts';
import { formatWan } from '../../values/money.ts';

/** A place with its bar: what it got, how much of it went on, how much was paid. */
export interface PlaceRow {
  name: string;
  kind: Place['kind'];
  recipient: string | null;
  /** Fen; null where it is not known here. */
  allotted: number | null;
  paid: number | null;
  /** Per cent of what it got; null where one of the two is not known. */
  passedShare: number | null;
  paidShare: number | null;
  /** In ten thousand yuan, or why not. */
  text: string;
  shareText: string;
  /** The bar in words. */
  said: string;
  parts: PlaceRow[];
}

export function placeRows(places: readonly Place[], locale: Locale): PlaceRow[] {
  const t = labels(locale).funds;
  return places.map((place) => {
    const { name, kind, recipient, allotted, paid, isPaidPartly, passedOn, parts } = place;
    // A township is an end of the way; a county that tells no townships has passed nothing on as far as is known.
    const passedShare =
      parts.length > 0 ? shareOf(passedOn, allotted) : allotted === null ? null : kind === 'county' ? 0 : 100;
    const paidShare = shareOf(paid, allotted);
    const said = [
      parts.length > 0 && passedShare !== null ? fill(t.passed, { n: passedShare }) : '',
      isPaidPartly ? t.paidPartly : paidShare === null ? t.paidUnknown : fill(t.paidBar, { n: paidShare }),
    ];
    return {
      name,
      kind,
      recipient,
      allotted,
      paid,
      passedShare,
      paidShare,
      text: allotted === null ? labels(locale).missing['not-seen'] : formatWan(allotted),
      shareText: isPaidPartly ? t.partly : paidShare === null ? labels(locale).missing['not-seen'] : `${paidShare}%`,
      said: said.filter(Boolean).join(labels(locale).record.comma),
      parts: placeRows(parts, locale),
    };
  });
}

/** Places of several funds of one year as one tree; within a village each fund's project stays its own. */
export function mergedPlaces(trees: readonly (readonly Place[])[]): Place[] {
  const byName = Map.groupBy(trees.flat(), ({ kind, name }) => `${kind} ${name}`);
  return [...byName.values()]
    .map((same): Place => {
      const [first, ...others] = same;
      if (others.length === 0) return first!;
      const isPaidPartly = new Set(same.map((one) => one.paid === null)).size > 1;
      return {
        name: first!.name,
        kind: first!.kind,
        recipient: null,
        allotted: wholeOf(same.map(({ allotted }) => allotted)),
        paid: isPaidPartly ? null : wholeOf(same.map(({ paid }) => paid)),
        isPaidPartly,
        passedOn: wholeOf(
          same.map(({ passedOn, parts, allotted }) => (parts.length === 0 ? null : (passedOn ?? allotted))),
        ),
        parts: mergedPlaces(same.map(({ parts }) => parts)),
      };
    })
    .toSorted((a, b) => (b.allotted ?? 0) - (a.allotted ?? 0));
}

/** Whole per cent; what is not all is never called all. */
export function shareOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  const share = (part * 100) / whole;
  return share > 99 && share < 100 ? 99 : Math.round(share);
}
