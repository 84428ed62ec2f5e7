/**
 * Every label of the portal that does not belong to one register. This file is the schema: `en.ts` must have the
 * same keys, and an unknown key is a type error. `{name}` is filled by `fill`.
 */
export const zh = {
  site: {
    name: '公示',
    title: '天水市公共资源与收费公开平台',
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
    undisclosed: '未公开',
    'not-applicable': '不适用',
    pending: '待公开',
  },
  units: {},
  fields: {},
  refusals: {},
  import: {},
  cli: {},
};
