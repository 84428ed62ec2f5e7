/** 无证勘查开采 to 河道采砂: the nine of the city's opinion of 2012, action 4 (land and mining). */
export const MINING_MATTERS = [
  'unlicensedMining',
  'beyondBounds',
  'extractionAsExploration',
  'recklessMining',
  'illegalTransfer',
  'idleExploration',
  'unlicensedQuarrying',
  'hillBlasting',
  'riverSand',
] as const;

/** What a case is about: those nine; what was collected without ground (action 1); tendering and procurement; others. */
export const MATTERS = [
  ...MINING_MATTERS,
  'groundlessFee',
  'groundlessFine',
  'tendering',
  'procurement',
  'quality',
  'funds',
  'landUse',
  'other',
] as const;
export type Matter = (typeof MATTERS)[number];

/** From what a supplier is kept: 招标投标法 art. 53, 政府采购法 art. 77. */
export const BAR_SCOPES = ['tendering', 'procurement', 'both'] as const;
export type BarScope = (typeof BAR_SCOPES)[number];
