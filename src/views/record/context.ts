import type { Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import type { CompiledRelease } from '../../registers/ocds.ts';
import type { Register } from '../../registers/register.ts';
import type { GridCell } from '../grid.ts';
import type { Portal } from '../portal.ts';
import { unknownCell, unknownOf } from '../unknown.ts';
import type { Life } from './life.ts';

/** What a record's page and its tables are made from. */
export interface RecordContext {
  portal: Portal;
  register: Register;
  record: CompiledRelease;
  life: Life;
  locale: Locale;
  /** What is said where a fact is missing; what may stand in the newest text leads there. */
  unknown(reason: 'undisclosed' | 'pending' | 'not-applicable'): GridCell;
}

export function recordContext(
  portal: Portal,
  row: RecordRow,
  register: Register,
  life: Life,
  locale: Locale,
): RecordContext {
  const newest = life.speaking.at(-1)?.id;
  return {
    portal,
    register,
    record: row.compiled,
    life,
    locale,
    unknown(reason) {
      return unknownCell(unknownOf(reason, row, portal.now()), newest, locale);
    },
  };
}
