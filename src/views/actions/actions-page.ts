import { labels, type Locale } from '../../locales/labels.ts';
import { actions } from '../../registers/actions/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import { keptRecords } from '../kept-records.ts';
import type { Portal } from '../portal.ts';
import { ROUTES } from '../routes.ts';
import { choiceLabel, registerLabels } from '../words.ts';
import { FACTS, STAGE_DAYS, TODAY } from './facts.ts';

/** The eight actions: what their page shows and `/actions.json` answers. */
export interface ActionsPage {
  actions: {
    code: string;
    number: number;
    name: string;
    lead: { then: string; now: string | null; isVerified: boolean }[];
    cooperating: string[];
    andOthers: boolean;
    answers: { path: string; name: string; what: string }[];
    /** Why this portal answers for none of it. */
    outside: string | null;
    progress: { title: string; path: string; on: string }[];
  }[];
  stages: { code: string; name: string; from: string; until: string; filedBy: string | null; owed: string }[];
  outside: { what: string; why: string }[];
}

export function actionsPage(portal: Portal, locale: Locale): ActionsPage {
  const t = labels(locale).actions;
  const told = keptRecords(portal, actions.id);
  return {
    actions: FACTS.map(({ code, lead, cooperating, andOthers = false, answers, outside }, index) => ({
      code,
      number: index + 1,
      name: choiceLabel(actions, 'action', code, locale),
      lead: lead.map((then) => ({
        then,
        now: TODAY[then]?.name ?? null,
        isVerified: TODAY[then]?.isVerified === true,
      })),
      cooperating,
      andOthers,
      answers: answers.flatMap((path) => answerOf(path, locale)),
      outside: outside ? t.outside[outside].why : null,
      progress: told
        .filter(({ compiled }) => compiled.action?.code === code)
        .map((record) => ({
          title: record.title,
          path: pathOf(record),
          on: dayOf(Date.parse(record.compiled.date)),
        })),
    })),
    stages: STAGE_DAYS.map(({ code, ...days }) => ({
      code,
      ...days,
      name: choiceLabel(actions, 'actionStage', code, locale),
      owed: t.owed[code],
    })),
    outside: Object.values(t.outside),
  };
}

/** A page that stands, by the name of its register or its own. */
function answerOf(path: string, locale: Locale): ActionsPage['actions'][number]['answers'] {
  if (!ROUTES.some((route) => route.path === path)) return [];
  const register = findRegister(path.slice(1));
  const own = labels(locale).actions.pages as Record<string, { name: string; what: string }>;
  const said = register ? registerLabels(register, locale) : own[path];
  return said ? [{ path, name: said.name, what: said.what }] : [];
}
