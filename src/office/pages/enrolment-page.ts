import { confirmTotp, enrolTotp } from '../../accounts/factors/enrolment.ts';
import type { Refusal } from '../../values/result.ts';
import { confirmBy, detour, letIn, nextPath } from '../door.ts';
import { elsewhere, shown, textOf, type Answer, type Asked } from './page.ts';

/** The first authenticator of an officer, or one that takes the place of another. */
export interface EnrolmentPage {
  isReplacing: boolean;
  /** What to scan or type; null where another code is asked for first, and when it is done. */
  app: { secret: string; uri: string } | null;
  /** Recovery codes: told once, when it is done. */
  codes: readonly string[];
  next: string;
}

export async function enrolmentPage(asked: Asked): Promise<Answer<EnrolmentPage>> {
  const { office, visit, query, now } = asked;
  const { stage } = visit.session!;
  const isReplacing = stage === 'full';
  const next = nextPath(query.get('next'));
  if (!isReplacing && stage !== 'enrolment') return elsewhere(detour(visit, next) ?? next);
  const visitor = {
    token: visit.token!,
    address: visit.address,
    agent: visit.agent,
    ...(visit.device && { device: visit.device }),
  };
  const page = { isReplacing, app: null, codes: [], next: isReplacing ? '/office/account' : next };
  const form = await asked.form();
  let refusals: readonly Refusal[] = [];
  if (form && isReplacing && textOf(form, '_act') === 'prove') {
    const proven = confirmBy(office, visit, asked.cookies, textOf(form, 'code'));
    // Asked for anew, so that a reload does not send the code again.
    if (proven.ok) return elsewhere('/office/enrolment');
    return shown(page, proven.refusals);
  }
  if (form) {
    const visiting = { ...visitor, code: textOf(form, 'code') };
    const confirmed = confirmTotp(office.database, office.vault, visiting, office.settings, now);
    if (confirmed.ok) {
      letIn(office, asked.cookies, confirmed.value);
      return shown({ ...page, codes: confirmed.value.recoveryCodes });
    }
    refusals = confirmed.refusals;
  }
  const app = enrolTotp(office.database, office.vault, visitor, office.settings, now);
  if (app.ok) return shown({ ...page, app: app.value }, refusals);
  // That the last code is too old is not wrong of them: the page asks for another.
  return shown(page, form ? app.refusals : app.refusals.filter(({ code }) => code !== 'stale'));
}
