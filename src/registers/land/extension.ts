import { members, type OcdsFace } from '../extension.ts';
import { METHODS } from './parcels.ts';

const METHOD_TITLES: Record<(typeof METHODS)[number], string> = {
  tender: 'Granted by tender (招标)',
  auction: 'Granted by auction (拍卖)',
  listing: 'Granted by listing (挂牌)',
  agreement: 'Granted by agreement (协议)',
  allocation: 'Allocated (划拨)',
  lease: 'Leased (租赁)',
  contribution: 'Contributed as capital (作价出资或者入股)',
};

/** 国有建设用地使用权 in OCDS: a lot is a parcel, and who gets it pays the state (民法典 art. 347; 39号令 art. 9). */
export const ocds: OcdsFace = {
  flow: 'toState',
  extension: {
    id: 'land-use-right',
    name: { en: 'Land use right', zh: '国有建设用地使用权' },
    description: {
      en: 'Describes the parcel of state-owned construction land whose right of use a lot grants: area, use, term, planning conditions, prices and the electronic supervision number.',
      zh: '标的为国有建设用地使用权时，宗地的面积、用途、年限、规划条件、价格和电子监管号。',
    },
    definitions: {
      Lot: members({
        landUseRight: [
          'LandUseRight',
          'Land use right',
          'The right of use of state-owned construction land that the lot grants.',
        ],
      }),
      LandUseRight: members({
        parcel: ['text', 'Parcel number', 'The number under which the parcel is offered (宗地编号).'],
        location: ['text', 'Location', 'Where the parcel lies, as published (宗地坐落).'],
        area: ['number', 'Area', 'Area of the parcel in hectares (面积，公顷).'],
        use: ['LandUse', 'Use', 'The planned use (土地用途).'],
        term: ['number', 'Term', 'Term of the right in years (出让年限); absent where the use has none.'],
        method: [
          'text',
          'Method of supply',
          'How the right is granted (供应方式), from the landSupplyMethod codelist.',
        ],
        plotRatio: ['Bounds', 'Plot ratio', 'Floor area over site area (容积率).'],
        buildingDensity: ['Bounds', 'Building density', 'Built-over share of the site in percent (建筑密度).'],
        greenRatio: ['Bounds', 'Green ratio', 'Green share of the site in percent (绿地率).'],
        height: ['Bounds', 'Height', 'Height of buildings in metres (建筑限高).'],
        startingPrice: [
          'Value',
          'Starting price',
          'Starting price of the whole parcel (起始价), a positive sum that the transferee pays.',
        ],
        dealPrice: [
          'Value',
          'Deal price',
          'Price of the whole parcel (成交价), a positive sum that the transferee pays.',
        ],
        deposit: ['Value', 'Deposit', 'Deposit for taking part (竞买保证金).'],
        supervisionNumber: [
          'text',
          'Electronic supervision number',
          'The national number of supervision that the parcel gets with its contract (电子监管号).',
        ],
      }),
      LandUse: members({
        scheme: [
          'text',
          'Scheme',
          'The classification the code is of: GB/T 21010, land-and-sea, third-survey, or printed where the notice names none.',
        ],
        code: ['text', 'Code', 'The code of the use in its scheme.'],
        name: ['text', 'Name', 'The use as published.'],
      }),
      Bounds: members({
        min: ['number', 'Minimum', 'Not less than.'],
        max: ['number', 'Maximum', 'Not more than.'],
      }),
    },
    codelists: { 'landSupplyMethod.csv': METHODS.map((code) => [code, METHOD_TITLES[code]] as const) },
  },
  ofLot({ landUseRight: right }) {
    if (typeof right !== 'object' || right === null) return {};
    // Prices by the mu or square metre are no sums; the sum for the whole parcel is reckoned beside them, in fen.
    const whole = (total: number | undefined, price: typeof right.dealPrice) =>
      typeof total === 'number' ? { amount: total / 100, currency: 'CNY' } : price;
    return {
      landUseRight: {
        ...right,
        startingPrice: whole(right.startingTotal, right.startingPrice),
        dealPrice: whole(right.dealTotal, right.dealPrice),
      },
    };
  },
};
