import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Tally } from '../../parties/directory/storage.ts';

/** What somebody was in notices, and in how many records. */
export interface RoleTimes {
  role: string;
  records: number;
  /** 投标人30. */
  text: string;
}

/** Most often first. The words are those of the house, for registers call a role by words of their own. */
export function roleTimes(tally: Tally | undefined, locale: Locale): RoleTimes[] {
  const { roles, directory } = labels(locale).party;
  return (tally?.roles ?? []).map(({ role, records }) => ({
    role,
    records,
    text: fill(directory.roleTimes, { role: labelOf(roles, role), n: records }),
  }));
}

/** A role that nobody names is shown as it is: OCDS from elsewhere may write any word. */
function labelOf(roles: Record<string, string>, role: string): string {
  return Object.hasOwn(roles, role) ? roles[role]! : role;
}
