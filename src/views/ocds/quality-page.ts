import { releasesBySeq } from '../../notices/storage.ts';
import { moment } from '../../registers/fragments.ts';
import { PLACEHOLDER_PREFIX } from '../../values/settings.ts';
import { noticePath } from '../address.ts';
import type { Portal } from '../portal.ts';
import { typedArrival } from '../typed.ts';
import { extensionUrl, OCDS } from './addresses.ts';
import { EXTENSIONS, SHAPES } from './extensions.ts';
import { faultsOf, type Fault } from './faults.ts';
import { ocdsRelease } from './release.ts';
import { OCDS_REGISTERS } from './scope.ts';

/** The page `/data/quality` and its JSON: what the portal finds when it checks what it sends, by arrival from the newest. */
export interface QualityPage {
  standard: '1.1.5';
  prefix: string;
  isPlaceholder: boolean;
  licence: string | null;
  extensions: { id: string; name: { en: string; zh: string }; url: string }[];
  checked: { id: number; title: string; path: string; ocds: string; date: string; faults: Fault[] }[];
  /** How many of these have faults. */
  faulty: number;
  /** The arrival before which the next page begins; null on the last. */
  before: number | null;
}

export const QUALITY_PARAMETERS: readonly string[] = ['before'];
/** How it is read. */
export const QUALITY_VALUES = { before: typedArrival };
const ROWS = 50;

export function qualityPage(portal: Portal, before: string | null): QualityPage {
  const from =
    before !== null && QUALITY_VALUES.before.safeParse(before).success ? Number(before) : Number.MAX_SAFE_INTEGER;
  const found = releasesBySeq(portal.database, OCDS_REGISTERS, 'before', from, ROWS);
  const checked = found.map((release) => ({
    id: release.id,
    title: release.content.title,
    path: noticePath(release.id),
    ocds: `${OCDS}/releases/${release.id}`,
    date: moment(release.publishedAt)!,
    faults: faultsOf(ocdsRelease(portal, release), 'Release', SHAPES),
  }));
  const { ocidPrefix, licence } = portal.settings;
  return {
    standard: '1.1.5',
    prefix: ocidPrefix,
    isPlaceholder: ocidPrefix === PLACEHOLDER_PREFIX,
    licence: licence ?? null,
    extensions: EXTENSIONS.map(({ id, name }) => ({ id, name, url: extensionUrl(portal, id) })),
    checked,
    faulty: checked.filter(({ faults }) => faults.length > 0).length,
    before: found.length === ROWS ? found.at(-1)!.seq : null,
  };
}
