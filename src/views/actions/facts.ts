import type { ACTIONS } from '../../registers/actions/progress.ts';

/**
 * What the document of 18 June 2012 says of its eight actions, and what is known of its units today. Named people of then
 * are not told; what was not verified is marked.
 */
export interface ActionFacts {
  code: (typeof ACTIONS)[number];
  lead: string[];
  cooperating: string[];
  /** `等` in the document: others were meant. */
  andOthers?: true;
  /** Pages of this portal that answer for it, the first most; those that stand. */
  answers: string[];
  /** Why a public portal answers for none of it. */
  outside?: 'cadres';
}

export const FACTS: readonly ActionFacts[] = [
  {
    code: 'approvals-fees',
    lead: ['市政府法制办'],
    cooperating: ['市政府办公室', '监察局', '发改委', '财政局', '研究室'],
    answers: ['/approvals', '/fees'],
  },
  {
    code: 'building',
    lead: ['市建设局'],
    cooperating: [
      '监察局',
      '发改委',
      '审计局',
      '财政局',
      '教育局',
      '卫生局',
      '工信委',
      '国土局',
      '环保局',
      '交通局',
      '水务局',
    ],
    andOthers: true,
    answers: ['/construction', '/owed'],
  },
  {
    code: 'purchases',
    lead: ['市财政局'],
    cooperating: ['监察局', '审计局'],
    answers: ['/procurement', '/procurement/savings', '/procurement/electronic'],
  },
  {
    code: 'land-mining',
    lead: ['市国土资源局'],
    cooperating: ['建设局', '监察局', '林业局', '环保局', '水务局'],
    answers: ['/land', '/mining', '/enforcement'],
  },
  {
    code: 'cadres',
    lead: ['市委组织部'],
    cooperating: ['纪委', '监察局', '人社局', '审计局'],
    answers: [],
    outside: 'cadres',
  },
  {
    code: 'services',
    lead: ['市政府办公室'],
    cooperating: ['监察局', '法制办', '政务大厅', '行政监察投诉中心'],
    answers: ['/cases', '/approvals', '/units'],
  },
  {
    code: 'penalties',
    lead: ['市政府办公室'],
    cooperating: ['法制办', '监察局', '政务大厅', '人社局', '财政局', '审计局', '各执法单位'],
    answers: ['/discretion', '/enforcers', '/enforcement'],
  },
  {
    code: 'special-funds',
    lead: ['市纪委', '市监察局'],
    cooperating: [
      '审计',
      '财政',
      '发改',
      '人社',
      '卫生',
      '教育',
      '建设',
      '交通',
      '工信',
      '民政',
      '农业',
      '林业',
      '水务',
      '环保',
      '扶贫',
    ],
    andOthers: true,
    answers: ['/funds', '/rectification'],
  },
];

/** What became of the lead units. Only the one whose own notice was seen is not 待核. */
export const TODAY: Readonly<Record<string, { name: string; isVerified?: true }>> = {
  市政府法制办: { name: '并入市司法局' },
  市建设局: { name: '市住房和城乡建设局' },
  市国土资源局: { name: '市自然资源局', isVerified: true },
  市纪委: { name: '市纪委监委' },
  市监察局: { name: '市纪委监委' },
};

/** Stages with their days; the filing day of the last lies after its end, as the document has it. */
export const STAGE_DAYS = [
  { code: 'mobilisation', from: '2012-06-19', until: '2012-06-25', filedBy: '2012-06-25' },
  { code: 'problems', from: '2012-06-26', until: '2012-07-20', filedBy: '2012-07-20' },
  { code: 'work', from: '2012-07-21', until: '2012-12-09', filedBy: null },
  { code: 'evaluation', from: '2012-12-10', until: '2013-01-10', filedBy: '2013-01-15' },
] as const;
