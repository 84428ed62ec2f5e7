import { divisions } from './divisions/divisions.ts';
import type { Format } from './format.ts';
import { ggzy } from './ggzy/ggzy.ts';
import { land } from './land/land-result.ts';
import { listing } from './listing/listing.ts';
import { native } from './native/native.ts';
import { ocds } from './ocds/ocds.ts';
import { reject } from './reject/reject.ts';

/** What is read, in the order in which it is recognised. Adding a format is one line here. */
export const formats: readonly Format[] = [reject, ocds, ggzy, land, listing, divisions, native];

export function findFormat(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
