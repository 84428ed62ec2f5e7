/**
 * How one record stands to another: the codes of OCDS (`relatedProcess.csv`), read as "the other is the … of this
 * one", and two of our own, for what is decided about a record elsewhere.
 */
export const RELATIONSHIPS = [
  'framework',
  'planning',
  'parent',
  'subContract',
  'prior',
  'unsuccessfulProcess',
  'replacementProcess',
  'renewalProcess',
  'complaint',
  'supervision',
] as const;

export type Relationship = (typeof RELATIONSHIPS)[number];
