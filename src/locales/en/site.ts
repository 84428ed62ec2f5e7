import type { Labels } from '../zh/zh.ts';

export const site: Labels['site'] = {
  name: 'Gongshi',
  title: 'Tianshui public resources and fees, in the open',
};

export const shell: Labels['shell'] = {
  home: 'Home',
  skip: 'Skip to content',
  demoNote: 'About these data',
  demo: 'Demo data (演示数据)',
  demoText: 'All people, companies and projects are invented.',
  switches: 'Script, language and print size',
  readers: { zh: '简', hant: '繁', en: 'EN' },
  largePrint: 'Large print',
  normalPrint: 'Normal print',
  columns: 'Sections',
  all: 'All notices',
  laws: 'Laws',
  help: 'Help',
  more: 'More',
  crumbs: 'You are here',
  find: 'Search projects, companies, parcels',
  findHint: 'Project, company, parcel',
  search: 'Search',
  siteMap: 'Site map',
  organiser: 'Run by',
  undertaker: 'Operated by',
  contact: 'Contact',
  siteCode: 'Site code',
  icp: 'ICP filing',
  police: 'Police filing',
  unset: 'not configured',
  authoritative:
    'Of reprinted notices the text first published is authoritative. States are computed from the dates printed in notices and are for orientation only.',
  updated: 'Data up to {minute}.',
  today: 'Today',
};

export const home: Labels['home'] = {
  title: 'Home',
  ask: 'Find notices, awards and deals',
  often: 'Often searched',
  oftenWords: '道路 医院 学校 采矿权',
  today: 'Today',
  open: 'open now',
  closingSoon: 'closing within 7 days',
  yesterday: 'published yesterday',
  closing: 'Closing soon',
  closingAll: 'All open, soonest first',
  noneClosing: 'Nothing is open.',
  latest: 'Newest notices',
  latestAll: 'All notices',
  noneYet: 'No notices yet.',
  registers: 'Registers',
  counted: '{n} {counter}',
  updated: 'updated {day}',
};

export const pages: Labels['pages'] = {
  about: 'About this site',
  help: 'Help',
  helpLead: 'How to search, read, check and take the data.',
  glossary: 'Glossary',
  calendar: 'Calendar',
  owed: 'Owed and not published',
  method: 'How periods are computed',
  laws: 'Laws',
  lawsLead:
    'The laws, regulations and rules on which the registers rest, and what they ask of a notice. Law changes; each provision carries its version and whether it was checked.',
  lawsNote:
    'What is marked “to be checked” has not been compared with the official text and may not be relied upon. Cite the text that the issuing authority published.',
  lawEveryRegister: 'All registers',
  accessibility: 'Accessibility',
  siteMap: 'Site map',
  siteMapLead: 'Everything on this site.',
  registers: 'Registers',
  find: 'Search',
  aboutSite: 'About',
  newest: 'Newest records',
  machine: 'For programs',
  sitemapFile: 'sitemap.xml',
  updated: 'Updated {day}',
  onThisPage: 'On this page',
  versions: 'Versions',
  from: 'in force from {day}',
  until: 'until {day}',
  provisions: 'What it asks of a notice',
  article: 'Article',
  requires: 'Requires',
  checked: 'Checked',
  verified: 'against a source',
  unverified: 'to be checked',
  chineseOnly: 'This page is in Chinese.',
  table: 'Table',
};

export const missing: Labels['missing'] = {
  undisclosed: 'not disclosed',
  'not-applicable': 'not applicable',
  pending: 'pending',
};

export const units: Labels['units'] = {
  year: ' years',
  month: ' months',
  day: ' days',
  person: ' people',
  kilometre: ' km',
  metre: ' m',
  percent: '%',
  mu: ' mu',
  hectare: ' ha',
  'square-kilometre': ' km²',
  'square-metre': ' m²',
  total: '',
  'per-mu': ' per mu',
  'per-square-metre': ' per m²',
  'per-hectare': ' per ha',
  'per-year': ' per year',
  'per-unit': ' per unit',
  rate: '',
};

export const fields: Labels['fields'] = {
  title: 'Title',
  number: 'Notice number',
  project: 'Project',
  code: 'Code',
  name: 'Name',
  dealCode: 'Deal code',
  otherCodes: 'Other codes',
  section: 'Lot',
  id: 'Code',
  unit: 'Publishing unit',
  region: 'Division',
  address: 'Address',
  contact: 'Contact',
  telephone: 'Telephone',
  related: 'Related record',
  relationship: 'Relation',
  person: 'Natural person',
};

export const errors: Labels['errors'] = {
  notFound: 'There is no such page',
  notFoundLead:
    'The address may be mistyped, or there never was such a page. Notices published here are not deleted: a withdrawn one keeps its reason.',
  tryInstead: 'You can look this way',
  search: 'Search by name, unit or number',
  siteMap: 'Go through the site map',
  home: 'Go to the front page',
  broken: 'Something failed here',
  brokenLead:
    'This page could not be made, and the error has been recorded. Please try again later; if it stays so, tell us the number below.',
  number: 'Number',
};

export const choices: Labels['choices'] = {
  relationship: {
    framework: 'Framework it is called off from',
    planning: 'Plan it belongs to',
    parent: 'Main contract',
    subContract: 'Sub-contract',
    prior: 'Preceded by',
    unsuccessfulProcess: 'Failed process before it',
    replacementProcess: 'Replaced by',
    renewalProcess: 'Renewed by',
    complaint: 'Complaint about',
    supervision: 'Supervision of',
  },
};
