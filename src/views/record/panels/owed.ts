import type { Coverage } from '../../../clock/storage.ts';
import { verdictsOf } from '../../../clock/storage.ts';
import { fill, labels, language } from '../../../locales/labels.ts';
import type { RecordRow } from '../../../notices/release.ts';
import type { Party } from '../../../registers/fields.ts';
import type { PanelId } from '../../../registers/panels.ts';
import { DAY, dayOf, startOfDay, type Day } from '../../../values/date.ts';
import { matchKey } from '../../../values/script.ts';
import { partyLink, type PartyLink } from '../../party/party-link.ts';
import type { RecordContext } from '../context.ts';

/** Something of a panel that a verified rule asks for, of a unit all of whose notices are taken in. */
export interface OwedLine {
  /** The last day. */
  day: Day;
  text: string;
  unit: PartyLink;
  sub: string;
}

/**
 * What is owed in an empty panel. Said only where the rule was compared with its source, its day has passed, and the unit
 * that owes is taken in whole: from what is not held here nobody is accused.
 */
export function owedIn(
  { portal, register, life, locale }: RecordContext,
  { ocid }: RecordRow,
  panel: PanelId,
  isThere: boolean,
  covered: readonly Coverage[],
): OwedLine[] {
  const duties = isThere ? [] : (register.panels?.duties.filter((duty) => duty.panel === panel) ?? []);
  if (duties.length === 0 || covered.length === 0) return [];
  const today = dayOf(portal.now());
  const t = labels(locale).panels;
  return duties.flatMap(({ rule, by }) => {
    const version = register.periods?.rules.find(({ id, verifiedOn }) => id === rule && verifiedOn !== null);
    const late = verdictsOf(portal.database, ocid).find(
      (row) => row.rule === rule && row.verdict === 'running' && row.dueOn !== null && row.dueOn < today,
    );
    const from = late && life.speaking.find(({ id }) => id === late.triggerRelease);
    const unit = from && (from.content.fields[by] as Party | undefined);
    if (!version || !late?.dueOn || !unit) return [];
    if (!isTakenWhole(covered, register.id, unit.name, late.triggerOn!, late.dueOn)) return [];
    const days = Math.round((startOfDay(today)! - startOfDay(late.dueOn)!) / DAY);
    return [
      {
        day: late.dueOn,
        text: register.labels[language(locale)].periods?.[rule] ?? rule,
        unit: partyLink(portal, unit.name),
        sub: fill(t.owedSub, { n: days, law: `${version.law}${version.article}` }),
      },
    ];
  });
}

/** All that the unit publishes in this register, on every day on which it could have done so. */
function isTakenWhole(covered: readonly Coverage[], register: string, unit: string, from: Day, until: Day): boolean {
  return covered.some(
    (row) =>
      row.register === register &&
      row.unit !== null &&
      matchKey(row.unit) === matchKey(unit) &&
      row.from <= from &&
      (row.until === null || row.until >= until),
  );
}
