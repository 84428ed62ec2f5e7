import { labels, type Locale } from '../../locales/labels.ts';
import { findRecord } from '../../notices/storage.ts';
import { findParty, partyNames } from '../../parties/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { regionName } from '../../values/region.ts';
import { owedTitle } from '../clock/owed/owed-page.ts';
import { choicesOf } from '../list/choices.ts';
import { conditionsOf as listConditions } from '../list/conditions.ts';
import type { ListParameters } from '../list/parameters.ts';
import type { Portal } from '../portal.ts';
import { conditionsOf as searchConditions } from '../search/facets.ts';
import { registerLabels } from '../words.ts';
import type { Subject } from './subject.ts';

/** What is followed, in words; null for what is not there any more. */
export function titleOf(portal: Portal, subject: Subject, locale: Locale): string | null {
  const { database } = portal;
  const { dot } = labels(locale).record;
  switch (subject.what) {
    case 'search': {
      const { asked } = subject;
      const conditions = searchConditions(asked, locale, (ids) => partyNames(database, ids));
      return [asked.q, ...conditions.map(({ text }) => text)].filter(Boolean).join(dot);
    }
    case 'list': {
      const register = findRegister(subject.register);
      if (!register) return null;
      const asked: ListParameters = { ...subject.asked, sort: 'newest' };
      const conditions = listConditions(asked, choicesOf(portal, register, asked, locale), locale);
      return [registerLabels(register, locale).title, ...conditions.map(({ text }) => text)].join(dot);
    }
    case 'record':
      return findRecord(database, subject.ocid)?.title ?? null;
    case 'party':
      return findParty(database, subject.id)?.name ?? null;
    case 'owed': {
      const { register, region, unit } = subject;
      const found = register === undefined ? undefined : findRegister(register);
      return [
        owedTitle('verified', locale),
        found && registerLabels(found, locale).name,
        region && regionName(region, locale),
        unit && partyNames(database, [unit]).get(unit),
      ]
        .filter(Boolean)
        .join(dot);
    }
    case 'desk':
      return labels(locale).following.desk.name;
  }
}
