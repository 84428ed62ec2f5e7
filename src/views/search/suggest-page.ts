import { findRegister } from '../../registers/registers.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { partiesIn } from '../../parties/storage.ts';
import { recordsNaming } from '../../search/suggest.ts';
import { dayOf } from '../../values/date.ts';
import { fold, matchKey } from '../../values/script.ts';
import { href, pathOf } from '../address.ts';
import { itemsOn } from '../fees/kept-items.ts';
import type { Portal } from '../portal.ts';

/** What the words being typed may become: the page of a unit, a party, a fee item or a project. */
export interface Suggestion {
  kind: 'unit' | 'party' | 'fee' | 'record';
  text: string;
  /** 单位, 收费项目…: which of these it is. */
  label: string;
  path: string;
}

const MOST = 8;
const MOST_NAMES = 3;
const MOST_FEES = 2;
const LONGEST = 60;
/** Records looked through for names. */
const RECORDS = 12;

/** At most eight: names of units and parties, fee items, then titles, newest first. */
export function suggestions(portal: Portal, typed: string, locale: Locale): Suggestion[] {
  const q = typed.trim();
  if (q === '' || q.length > LONGEST) return [];
  const first = [...names(portal, q, locale), ...fees(portal, q, locale)];
  return [...first, ...titles(portal, q, locale, MOST - first.length)];
}

function names({ database, now }: Portal, q: string, locale: Locale): Suggestion[] {
  const t = labels(locale).search.suggestions;
  const key = matchKey(q);
  if (key.length < 2) return [];
  const records = (['unit', 'supplier'] as const).flatMap((field) => recordsNaming(database, q, field, RECORDS, now()));
  return partiesIn(database, records)
    .filter(({ name }) => matchKey(name).includes(key))
    .slice(0, MOST_NAMES)
    .map(({ id, name, isUnit }) => ({
      kind: isUnit ? 'unit' : 'party',
      text: name,
      label: isUnit ? t.unit : t.party,
      path: href(locale, partyPath(id, isUnit)),
    }));
}

function fees(portal: Portal, q: string, locale: Locale): Suggestion[] {
  const key = matchKey(q);
  return itemsOn(portal, dayOf(portal.now()))
    .filter(({ item }) => [item.name, ...item.aliases].some((name) => matchKey(name).includes(key)))
    .slice(0, MOST_FEES)
    .map(({ item, record }) => ({
      kind: 'fee',
      text: item.name,
      label: labels(locale).search.suggestions.fee,
      path: href(locale, pathOf(record)),
    }));
}

function titles({ database, now }: Portal, q: string, locale: Locale, most: number): Suggestion[] {
  const seen = new Set<string>();
  return findRecords(database, recordsNaming(database, q, 'title', most * 2, now()))
    .filter(
      (record) =>
        // Items of a register with pages of its own are suggested by that register.
        !findRegister(record.register)?.pages &&
        fold(record.title).length > 0 &&
        !seen.has(record.title) &&
        seen.add(record.title),
    )
    .slice(0, most)
    .map((record) => ({
      kind: 'record',
      text: record.title,
      label: labels(locale).search.suggestions.record,
      path: href(locale, pathOf(record)),
    }));
}
