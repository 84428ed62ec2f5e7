import { members, type OcdsFace } from '../extension.ts';

/** 矿业权 in OCDS: a lot is a right, and who gets it pays the state (矿产资源法 2024 art. 3, 17). */
export const ocds: OcdsFace = {
  flow: 'toState',
  extension: {
    id: 'mining-right',
    name: { en: 'Mining right', zh: '矿业权' },
    description: {
      en: 'Describes the right to explore for or extract a mineral that a lot grants: mineral, area, corner coordinates, elevation, term, prices, royalty rate and licence.',
      zh: '标的为探矿权、采矿权时，矿种、面积、拐点坐标、开采标高、年限、价格、出让收益率和许可证号。',
    },
    definitions: {
      Lot: members({
        miningRight: ['MiningRight', 'Mining right', 'The right to explore or extract that the lot grants.'],
      }),
      MiningRight: members({
        right: [
          'text',
          'Kind of right',
          'From the miningRight codelist: explorationRight (探矿权) or extractionRight (采矿权).',
        ],
        mineral: ['text', 'Mineral', 'The mineral, as published (矿种).'],
        location: ['text', 'Location', 'Where the right lies, as published (地理位置).'],
        area: ['number', 'Area', 'Area in square kilometres (面积，平方公里).'],
        coordinates: [
          'text',
          'Corner coordinates',
          'Corner points as published (拐点坐标); the text names the system of coordinates.',
        ],
        elevation: ['text', 'Elevation', 'Levels between which the mineral may be extracted (开采标高).'],
        reserves: ['text', 'Reserves', 'Reserves or degree of exploration, as published (资源储量或者勘查程度).'],
        term: ['number', 'Term', 'Term of the right in years (出让年限).'],
        method: [
          'text',
          'Method of grant',
          'How the right is granted (出让方式): tender, auction, listing or agreement.',
        ],
        startingPrice: ['Value', 'Starting price', 'Starting price (起始价), a positive sum that the transferee pays.'],
        dealPrice: ['Value', 'Deal price', 'Price (成交价), a positive sum that the transferee pays.'],
        deposit: ['Value', 'Deposit', 'Deposit for taking part (竞买保证金).'],
        royaltyRate: ['number', 'Royalty rate', 'Share of sales paid to the state, in percent (出让收益率).'],
        licence: ['text', 'Licence number', 'Number of the exploration or mining licence (许可证号).'],
      }),
    },
    codelists: {
      'miningRight.csv': [
        ['explorationRight', 'Right to explore (探矿权)'],
        ['extractionRight', 'Right to extract (采矿权)'],
      ],
    },
  },
  ofLot: ({ miningRight: right }) =>
    typeof right === 'object' && right !== null ? { miningRight: { ...right, coordinates: right.corners } } : {},
};
