import type { RecordRow } from '../../notices/release.ts';
import { rectification } from '../../registers/rectification/register.ts';
import { matterTold, stateOn, type Matter } from '../../registers/rectification/told.ts';
import { dayOf } from '../../values/date.ts';
import { keptRecords } from '../kept-records.ts';
import type { Portal } from '../portal.ts';
import type { RectificationParameters } from './values.ts';

/** A matter and the record it is told from. */
export interface KeptMatter {
  matter: Matter;
  record: RecordRow;
}

/** All of them, the newest first. */
export function mattersOf(portal: Portal): KeptMatter[] {
  return keptRecords(portal, rectification.id)
    .flatMap((record) => {
      const matter = matterTold(record.compiled.matter);
      return matter ? [{ matter, record }] : [];
    })
    .toSorted((a, b) => b.record.orderKey - a.record.orderKey);
}

/** Findings past their day come first, the longest before. */
export function chosenMatters(
  portal: Portal,
  { part = 'findings', state, source, problem, unit }: RectificationParameters,
): KeptMatter[] {
  const today = dayOf(portal.now());
  const rank = ({ matter }: KeptMatter) => (stateOn(matter, today) === 'overdue' ? (matter.dueOn ?? '') : '9999');
  const chosen = mattersOf(portal).filter(
    ({ matter }) =>
      matter.part === part &&
      (!state || part !== 'findings' || stateOn(matter, today) === state) &&
      (!source || matter.first.source === source) &&
      (!problem || matter.first.problem === problem) &&
      (!unit || matter.responsible === unit),
  );
  return part === 'findings' ? chosen.toSorted((a, b) => rank(a).localeCompare(rank(b))) : chosen;
}
