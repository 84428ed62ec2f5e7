import type { Labels } from '../zh/zh.ts';

import { terms } from './glossary-terms.ts';

export const glossary: Labels['glossary'] = {
  title: 'Words explained',
  lead: 'Words that stand in notices: one sentence, one example, and where they appear here.',
  index: 'Words',
  example: 'Example',
  seen: 'Here',
  basis: 'Law',
  note: 'These sentences help to read notices and are not the text of a law; where a law is named, it was compared. Most figures in examples are made up.',
  dictionary: 'Data dictionary (names of fields for programs)',
  groups: {
    bidding: 'Tendering',
    purchasing: 'Government procurement',
    parcels: 'Land',
    minerals: 'Mining rights',
    charges: 'Fees',
    portal: 'Notices',
  },
  terms,
};
