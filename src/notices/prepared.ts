import type { Notice } from '../registers/notice.ts';

/** A notice read, masked and hashed: all that needs no database. */
export interface Prepared {
  notice: Notice;
  content: string;
  hash: string;
}
