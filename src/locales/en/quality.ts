import type { quality as zh } from '../zh/quality.ts';

/** Quality of the open contracting data (OCDS), and what is agreed about it. */
export const quality: typeof zh = {
  title: 'Data quality',
  lead: 'Notices are published by the Open Contracting Data Standard (OCDS 1.1.5). The portal checks each of them, as it is sent, against the standard and its extensions; these are the results.',
  sound: 'All {n} on this page are sound',
  faulty: 'Of {n} on this page {m} {m:has|have} faults',
  nothing: 'No notices',
  placeholder:
    'The ocid prefix {prefix} is a placeholder that is not registered with the Open Contracting Partnership. When one is registered, every ocid changes.',
  list: 'Each of them',
  listNote: 'Newest arrivals first',
  notice: 'Notice',
  release: 'OCDS',
  result: 'Result',
  ok: 'Sound',
  faults: {
    undeclared: '{path}: in neither the standard nor an extension',
    type: '{path}: of the wrong type',
    missing: '{path}: required and missing',
    empty: '{path}: empty',
    twice: '{path}: an id stands twice',
  },
  older: 'Earlier arrivals',
  first: 'Back to the newest',
  policy: 'What is agreed',
  rules: [
    'Only fields that the standard or an extension declares are sent, and none that is empty. What other publishers wrote beyond them is not passed on.',
    'Amounts are yuan (CNY); rates, unit prices and undisclosed amounts are not written as amounts. Whoever gets land or a mining right pays the state, so amounts of tenders, awards and contracts there are negative, as the standard prescribes.',
    'A notice that was withdrawn or corrected stays at its address; a record is compiled from the notices in force only.',
    'The fee catalogue is not contracting data and is not in OCDS; it has data of its own.',
    'Names of natural persons are masked as they are stored.',
    'Packages stand in the order of arrival; the Link header (rel="next") names the next one. Whoever begins again at the last page read misses no notice that was added late, and no record that was joined or parted.',
  ],
  licence: 'Licence',
  licenceText:
    'Laws, regulations, documents of state organs of a legislative, administrative or judicial nature and mere factual news are not protected by copyright (Copyright Law of the PRC, art. 5; not compared with its text); rights in attachments and other reprinted content stay with their publishers.',
  licenceSet: 'The data may be used under this licence:',
  packages: 'Packages',
  changes: 'Changes',
  releases: 'Notices (releases)',
  records: 'Projects (records)',
  extensions: 'Extensions',
};
