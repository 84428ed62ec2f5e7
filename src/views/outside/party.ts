import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { PartyPage } from '../party/party-page.ts';
import { described, narrowedTitle, type Outside } from './outside.ts';

/** A unit or a company by what it bought or won. */
export function partyOutside(page: PartyPage, locale: Locale): Outside {
  const { party: t, list, record } = labels(locale);
  const { name, isUnit, dealings, recordCount, roles, unit, kept } = page;
  const what = dealings.map(({ heading }) => heading);
  return {
    title: narrowedTitle(name, [what[0] ?? (isUnit ? t.unit : t.party)], locale),
    description: described(
      [
        name,
        ...what,
        kept && kept.due > 0 ? kept.heading : null,
        recordCount > 0
          ? fill(t.recordsOf, { n: recordCount.toLocaleString('en-US') }) +
            fill(record.bracketed, { text: roles.map(({ text }) => text).join(list.comma) })
          : null,
        unit?.region,
      ],
      locale,
    ),
  };
}
