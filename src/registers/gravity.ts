/** How grave a circumstance is, as benchmarks of discretion (裁量基准) grade it and decisions name it. */
export const GRAVITIES = ['exempt', 'minor', 'ordinary', 'serious', 'grave'] as const;
export type Gravity = (typeof GRAVITIES)[number];

export const gravityLabels = {
  zh: { exempt: '不予处罚', minor: '较轻', ordinary: '一般', serious: '较重', grave: '严重' },
  en: { exempt: 'No penalty', minor: 'Minor', ordinary: 'Ordinary', serious: 'Serious', grave: 'Grave' },
} satisfies Record<'zh' | 'en', Record<Gravity, string>>;
