import type { Labels } from '../../locales/labels.ts';

export type TermId = keyof Labels['glossary']['terms'];
export type TermGroup = keyof Labels['glossary']['groups'];

/** A word that citizens meet in notices. What it means stands in `locales`; a provision is named only where it was compared with its text. */
export interface Term {
  id: TermId;
  group: TermGroup;
  /** Where it is seen in this portal. */
  path: string;
  law?: { page: string; article: string };
}

export const TERMS: readonly Term[] = [
  { id: 'ceiling-price', group: 'bidding', path: '/construction?sort=amount' },
  {
    id: 'candidate',
    group: 'bidding',
    path: '/construction?stage=candidate',
    law: { page: 'tendering-regulation', article: '第五十四条' },
  },
  {
    id: 'publicity',
    group: 'bidding',
    path: '/search?due=publicity',
    law: { page: 'tendering-regulation', article: '第五十四条' },
  },
  {
    id: 'objection',
    group: 'bidding',
    path: '/search?kind=objection',
    law: { page: 'tendering-regulation', article: '第二十二条' },
  },
  {
    id: 'challenge',
    group: 'bidding',
    path: '/procurement',
    law: { page: 'government-procurement-law', article: '第五十二条' },
  },
  {
    id: 'complaint',
    group: 'bidding',
    path: '/search?kind=complaint',
    law: { page: 'government-procurement-law', article: '第五十五条' },
  },
  {
    id: 'deposit',
    group: 'bidding',
    path: '/fees?family=deposit',
    law: { page: 'tendering-regulation', article: '第二十六条' },
  },
  { id: 'lot', group: 'bidding', path: '/construction' },
  {
    id: 'failure',
    group: 'bidding',
    path: '/search?kind=failure',
    law: { page: 'tendering-law', article: '第二十八条' },
  },
  { id: 'void', group: 'bidding', path: '/search?register=procurement&kind=failure' },
  {
    id: 'opening',
    group: 'bidding',
    path: '/search?kind=opening',
    law: { page: 'tendering-law', article: '第三十四条' },
  },
  {
    id: 'clarification',
    group: 'bidding',
    path: '/search?kind=clarification',
    law: { page: 'tendering-regulation', article: '第二十一条' },
  },
  {
    id: 'prequalification',
    group: 'bidding',
    path: '/search?kind=prequalification',
    law: { page: 'tendering-regulation', article: '第十七条' },
  },
  {
    id: 'intention',
    group: 'purchasing',
    path: '/search?kind=intention',
    law: { page: 'procurement-intentions', article: '公开时间' },
  },
  { id: 'consultation', group: 'purchasing', path: '/procurement?method=consultation' },
  {
    id: 'negotiation',
    group: 'purchasing',
    path: '/procurement?method=negotiation',
    law: { page: 'government-procurement-law', article: '第二十六条' },
  },
  {
    id: 'inquiry',
    group: 'purchasing',
    path: '/procurement?method=inquiry',
    law: { page: 'government-procurement-law', article: '第二十六条' },
  },
  {
    id: 'single-source',
    group: 'purchasing',
    path: '/procurement?method=singleSource',
    law: { page: 'government-procurement-regulation', article: '第三十八条' },
  },
  { id: 'framework', group: 'purchasing', path: '/procurement?method=framework' },
  {
    id: 'filing',
    group: 'purchasing',
    path: '/search?register=procurement&kind=contract',
    law: { page: 'government-procurement-law', article: '第四十七条' },
  },
  {
    id: 'grant',
    group: 'parcels',
    path: '/land?stage=tender',
    law: { page: 'urban-land-grant-regulation', article: '第十二条' },
  },
  {
    id: 'auction-kinds',
    group: 'parcels',
    path: '/land',
    law: { page: 'land-administration-regulation', article: '第十八条' },
  },
  { id: 'listing', group: 'parcels', path: '/land?method=listing' },
  { id: 'auction', group: 'parcels', path: '/land?method=auction' },
  { id: 'premium', group: 'parcels', path: '/land?stage=award' },
  { id: 'parcel', group: 'parcels', path: '/land' },
  { id: 'mu', group: 'parcels', path: '/land' },
  { id: 'plot-ratio', group: 'parcels', path: '/land?use=residential' },
  { id: 'allocation', group: 'parcels', path: '/land?method=allocation' },
  { id: 'agreement', group: 'parcels', path: '/land?method=agreement' },
  {
    id: 'exploration-right',
    group: 'minerals',
    path: '/mining?right=explorationRight',
    law: { page: 'mineral-resources-law', article: '第二十四条' },
  },
  {
    id: 'extraction-right',
    group: 'minerals',
    path: '/mining?right=extractionRight',
    law: { page: 'mineral-resources-law', article: '第二十四条' },
  },
  { id: 'royalty', group: 'minerals', path: '/mining', law: { page: 'mineral-resources-law', article: '第二十条' } },
  { id: 'non-tax', group: 'charges', path: '/fees' },
  {
    id: 'administrative-fee',
    group: 'charges',
    path: '/fees?family=administrative',
    law: { page: 'administrative-licensing-law', article: '第五十九条' },
  },
  {
    id: 'government-fund',
    group: 'charges',
    path: '/fees?family=fund',
    law: { page: 'business-environment-regulation', article: '第二十五条' },
  },
  {
    id: 'set-price',
    group: 'charges',
    path: '/fees?family=service',
    law: { page: 'business-environment-regulation', article: '第二十五条' },
  },
  {
    id: 'first-medium',
    group: 'portal',
    path: '/help#first-medium',
    law: { page: 'notice-publication-order-10', article: '第十五条' },
  },
  { id: 'amendment', group: 'portal', path: '/search?kind=correction' },
  { id: 'withdrawal', group: 'portal', path: '/search?kind=withdrawal' },
];
