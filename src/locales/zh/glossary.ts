import { terms } from './glossary-terms.ts';

/** The page that explains words. */
export const glossary = {
  title: '名词解释',
  lead: '公告里常见的词：一句话说明，一个例子，在本站哪里可以看到。',
  index: '词目',
  example: '例',
  seen: '在本站',
  basis: '依据',
  note: '说明是为了看懂公告，不是法律条文；写了“依据”的，本站已同条文核对。例子里的数字多为假设。',
  dictionary: '数据字典（给程序用的字段名）',
  groups: {
    bidding: '招标投标',
    purchasing: '政府采购',
    parcels: '土地',
    minerals: '矿业权',
    charges: '收费',
    portal: '公告',
  },
  terms,
};
