import type { Money } from '../../values/money.ts';
import { money } from '../fields.ts';
import { area, bounds } from '../numbers.ts';
import { ocdsValue, type OcdsValue } from '../ocds.ts';
import { partOf, usually } from '../usual.ts';

/** Residential parcels end at 20 公顷 in large cities, at 7 in small ones (限制用地项目目录 2012); industry needs more. */
export const parcelArea = () => usually({ to: 300, why: '一宗地很少超过300公顷（4500亩）' }, area('hectare'));

const SHARE = { to: 100, why: '比例不超过100%' };
/** 竞买保证金: no more than the price for the whole parcel. */
export const deposit = () =>
  partOf(
    { field: 'startingPrice', fen: ({ startingPrice, area }) => totalFor(startingPrice as Money, area as number) },
    money(),
  );

/** 规划条件: each bounded from one or both sides, as printed (`≥1.0`, `≤24`, `1.0~2.5`). */
export const planning = {
  plotRatio: usually({ to: 20, why: '超高层建筑的容积率也在20以下' }, bounds()).optional(),
  buildingDensity: usually(SHARE, bounds('percent')).optional(),
  greenRatio: usually(SHARE, bounds('percent')).optional(),
  height: usually({ to: 500, why: '不得新建500米以上建筑（建科〔2021〕76号）' }, bounds('metre')).optional(),
};

/** Mu, square metres and hectares in a hectare (1 公顷 = 15 亩, the statutory unit of area). */
const IN_A_HECTARE: Partial<Record<Money['basis'], number>> = {
  'per-mu': 15,
  'per-square-metre': 10_000,
  'per-hectare': 1,
};

/** Fen for the whole parcel; undefined when the price is by the area and the area is not said, or it is no sum. */
export function totalFor(price: Money | undefined, hectares: number | undefined): number | undefined {
  if (!price || price.fen === null || price.currency !== 'CNY') return undefined;
  if (price.basis === 'total') return price.fen;
  const units = IN_A_HECTARE[price.basis];
  return units === undefined || hectares === undefined ? undefined : Math.round(price.fen * units * hectares);
}

export function wholePrice(price: Money | undefined, hectares: number | undefined): OcdsValue | undefined {
  const fen = totalFor(price, hectares);
  if (fen === undefined || price!.basis === 'total') return ocdsValue(price);
  return { amount: fen / 100, currency: 'CNY', fen, basis: 'total' };
}
