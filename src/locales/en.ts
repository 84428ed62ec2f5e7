import type { Labels } from './labels.ts';

export const en: Labels = {
  site: {
    name: 'Gongshi',
    title: 'Tianshui public resources and fees, in the open',
  },
  shell: {},
  home: {},
  search: {},
  list: {},
  record: {},
  notice: {},
  party: {},
  pages: {},
  missing: {
    undisclosed: 'not disclosed',
    'not-applicable': 'not applicable',
    pending: 'pending',
  },
  units: {},
  fields: {},
  refusals: {},
  import: {},
  cli: {},
};
