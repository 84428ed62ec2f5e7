/**
 * Uses of land in the few classes by which people look for it. The class is read from the printed name, which
 * all three classifications share in substance; their digits differ in meaning (`parcels.ts`).
 */
export const USE_CLASSES = [
  'residential',
  'commercial',
  'industrial',
  'storage',
  'public',
  'transport',
  'other',
] as const;

const BY_NAME: [RegExp, (typeof USE_CLASSES)[number]][] = [
  [/住宅|居住|宅基地|住房/, 'residential'],
  [/仓储|物流/, 'storage'],
  [/工业|工矿|采矿|盐/, 'industrial'],
  [/商业|商务|商服|零售|批发|餐饮|旅馆|娱乐|金融|旅游|加油/, 'commercial'],
  [/机关|新闻|出版|教育|科研|医疗|卫生|福利|文化|体育|公用|公共|公园|绿地|宗教|养老/, 'public'],
  [/交通|道路|公路|铁路|机场|港口|停车|场站/, 'transport'],
];

export function classOfUse({ name }: { name: string }): string {
  return classesOfUse(name)[0] ?? 'other';
}

/** Every class that a printed use names: 商住 is of two. */
export function classesOfUse(name: string): string[] {
  return BY_NAME.flatMap(([pattern, id]) => (pattern.test(String(name)) ? [id] : []));
}
