import { fragmentOf, speakingOf, standingsOf } from '../../notices/compile.ts';
import type { Release, Standing } from '../../notices/release.ts';
import type { OcdsFragment } from '../../registers/ocds.ts';
import type { NoticeAct } from '../../registers/register.ts';
import { findKind } from '../../registers/registers.ts';
import { noticePath } from '../address.ts';

/** The releases of one record in date order, and how each stands. */
export interface Life {
  releases: readonly Release[];
  standings: ReadonlyMap<number, Standing>;
  /** Those in force; of a record that was withdrawn whole, all. */
  speaking: readonly Release[];
}

export function lifeOf(releases: readonly Release[]): Life {
  const standings = standingsOf(releases);
  const speaking = speakingOf(releases, standings);
  return { releases, standings, speaking: speaking.length > 0 ? speaking : releases };
}

/** Where the last notice in force that says this stands; null when none does. */
export function saidBy({ speaking }: Life, says: (fragment: OcdsFragment) => unknown): string | null {
  const found = speaking.findLast(({ content }) => says(fragmentOf(content)));
  return found ? noticePath(found.id) : null;
}

export function actOf({ register, kind }: Pick<Release, 'register' | 'kind'>): NoticeAct {
  return findKind(register, kind)?.act ?? 'state';
}

/** Says anew what an earlier notice said. */
export function isRestatement(release: Release): boolean {
  return release.amends !== null && actOf(release) === 'state';
}
