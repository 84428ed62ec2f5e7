import { fold } from '../../values/script.ts';
import type { Family } from './item.ts';

/**
 * What people take for an administrative fee and is none (domain.md §4.1). A classification in general use, for
 * pointing the way; what the catalogue itself lists stands over it.
 */
const WORDS: Record<Exclude<Family, 'administrative'>, readonly string[]> = {
  fund: [
    '城市基础设施配套费',
    '教育费附加',
    '地方教育附加',
    '残疾人就业保障金',
    '文化事业建设费',
    '水利建设基金',
    '政府性基金',
  ],
  service: ['停车费', '水费', '自来水', '电费', '燃气费', '天然气', '供暖费', '暖气费', '供热费', '有线电视', '公交票'],
  deposit: ['投标保证金', '履约保证金', '农民工工资保证金', '工资保证金', '工程质量保证金', '质保金', '竞买保证金'],
  resource: ['矿业权出让收益', '采矿权使用费', '探矿权使用费', '土地出让金', '土地出让价款', '土地使用权出让'],
  tax: [
    '水资源税',
    '环境保护税',
    '契税',
    '印花税',
    '房产税',
    '车船税',
    '车辆购置税',
    '购置税',
    '个人所得税',
    '增值税',
    '耕地占用税',
    '土地增值税',
  ],
};

/** Another family that the words name, and by which of its words; null when they name none. */
export function otherFamilyOf(words: string): { family: Exclude<Family, 'administrative'>; word: string } | null {
  const asked = fold(words);
  for (const [family, known] of Object.entries(WORDS) as [Exclude<Family, 'administrative'>, readonly string[]][]) {
    const word = known.find((one) => asked.includes(one));
    if (word) return { family, word };
  }
  return null;
}
