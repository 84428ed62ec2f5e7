import { fill, labels, type Locale } from '../../../locales/labels.ts';
import type { RecordRow } from '../../../notices/release.ts';
import { fenOf } from '../../../registers/measures.ts';
import { addUp, listOf, sumOf } from '../../../registers/ocds.ts';
import type { Panels } from '../../../registers/panels.ts';
import { matchKey } from '../../../values/script.ts';
import { shareText, yuanText } from '../../amount.ts';
import { noticePath } from '../../address.ts';
import type { Told } from './told.ts';

/** Two sums side by side, as notices say them; nothing is concluded. */
export interface Figure {
  text: string;
  /** ¥677,600 / ¥968,000 (70.0%). */
  value: string;
  /** 0 to 100, for the bar; null where the second is larger. */
  percent: number | null;
  /** The notices that say the first. */
  sources: string[];
}

/** What was paid against each contract, and what it was settled at against what was agreed. */
export function panelFigures(
  rows: readonly RecordRow[],
  told: readonly Told[],
  { payments }: Panels,
  locale: Locale,
): Figure[] {
  const t = labels(locale).panels;
  const contracts = rows.flatMap(({ compiled }) => listOf(compiled.contracts));
  const paid = payments
    ? told.flatMap(({ release }) => {
        const { fields } = release.content;
        if (release.kind !== payments.kind || fields[payments.field] !== payments.code) return [];
        const number = fields[payments.contract];
        return [
          {
            number: typeof number === 'string' ? matchKey(number) : null,
            fen: fenOf(fields[payments.amount]),
            release,
          },
        ];
      })
    : [];
  return contracts.flatMap((contract): Figure[] => {
    const agreed = sumOf(contract.value);
    if (agreed === null || agreed === 0) return [];
    const name = contract.title ?? contract.id;
    const own = paid.filter(({ number }) => number === contract.id || (number === null && contracts.length === 1));
    const sum = addUp(own.map(({ fen }) => fen));
    const settled = sumOf(contract.implementation?.finalValue);
    const figure = (text: string, fen: number, sources: string[]): Figure => ({
      text: fill(text, { name }),
      value: fill(t.against, { a: yuanText(fen), b: yuanText(agreed), share: shareText(fen, agreed) ?? '' }),
      percent: fen <= agreed ? (fen * 100) / agreed : null,
      sources,
    });
    return [
      ...(sum === null
        ? []
        : [
            figure(
              t.paid,
              sum,
              own.map(({ release }) => noticePath(release.id)),
            ),
          ]),
      ...(settled === null ? [] : [figure(t.settled, settled, [])]),
    ];
  });
}
