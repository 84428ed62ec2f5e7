import type { Release } from '../../../notices/release.ts';
import type { PanelKind } from '../../../registers/panels.ts';
import { findRegister } from '../../../registers/registers.ts';
import { dayOf, type Day } from '../../../values/date.ts';

/** A notice of the project, with what its register says of its place in a panel. */
export interface Told {
  release: Release;
  kind: PanelKind;
}

/** One where the notice has a place in a panel, else none. */
export function toldBy(release: Release): Told[] {
  const kind = findRegister(release.register)?.panels?.kinds[release.kind];
  return kind ? [{ release, kind }] : [];
}

/** The day of what it tells; of publication where it names none. */
export function dayIn({ release, kind }: Told): Day {
  const on = kind.on && release.content.fields[kind.on];
  return typeof on === 'string' ? on : dayOf(release.publishedAt);
}
