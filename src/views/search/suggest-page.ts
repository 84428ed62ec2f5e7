import { findRegister } from '../../registers/registers.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { partiesIn } from '../../parties/storage.ts';
import { recordsOf, releasesWithCode } from '../../search/storage.ts';
import { recordsNaming, recordsSounding, soundingTyped } from '../../search/suggest.ts';
import { soundTokens } from '../../search/sound-tokens.ts';
import { dayOf } from '../../values/date.ts';
import { cityRegions, regionName } from '../../values/region.ts';
import { fold, matchKey } from '../../values/script.ts';
import { syllablesOf } from '../../values/sounds.ts';
import { synonymsOf } from '../../values/synonyms.ts';
import { unitNames } from '../../values/unit-names.ts';
import { href, pathOf, withQuery } from '../address.ts';
import { itemsOn } from '../fees/kept-items.ts';
import type { Portal } from '../portal.ts';

/** What the words being typed may become: the page of a unit, a party, a fee item or a project. */
export interface Suggestion {
  kind: 'unit' | 'party' | 'place' | 'fee' | 'record' | 'code';
  text: string;
  /** 单位, 收费项目…: which of these it is. */
  label: string;
  path: string;
}

const MOST = 8;
const MOST_NAMES = 3;
const MOST_FEES = 2;
const MOST_PLACES = 2;
const MOST_CODES = 3;
/** Old and short names looked for besides what is typed. */
const MOST_OTHERS = 2;
/** For names, ms. */
const BUDGET = 4;
const LONGEST = 60;
/** Records looked through for names. */
const RECORDS = 12;

/**
 * At most eight, from the first character: units and parties (also by their old and short names), divisions of the city,
 * fee items, what a code begins, then titles, newest first. Letters are read as pinyin as well.
 */
export function suggestions(portal: Portal, typed: string, locale: Locale): Suggestion[] {
  const q = typed.trim();
  if (matchKey(q) === '' || q.length > LONGEST) return [];
  const letters = fold(q);
  const sounding: Sounding = {
    ways: soundingTyped(letters),
    ocids: recordsSounding(portal.database, letters, MOST * 2, portal.now()),
  };
  const first = [
    ...places(q, locale),
    ...names(portal, q, sounding, locale),
    ...fees(portal, q, locale),
    ...codes(portal, q, locale),
  ];
  const known = new Set(first.map(({ path }) => path));
  const others = titles(portal, q, sounding, locale, MOST).filter(({ path }) => !known.has(path));
  return [...first, ...others].slice(0, MOST);
}

/** What was typed as pinyin or initials: every way to read it, and the records that sound so. */
interface Sounding {
  ways: string[][];
  ocids: string[];
}

function places(q: string, locale: Locale): Suggestion[] {
  const key = matchKey(q);
  return placeNames()
    .filter(({ names }) => names.some((name) => name.startsWith(key)))
    .slice(0, MOST_PLACES)
    .map(({ code }) => ({
      kind: 'place',
      text: regionName(code, locale),
      label: labels(locale).search.suggestions.place,
      path: withQuery(href(locale, '/search'), { region: code }),
    }));
}

/** The divisions of the city never change while it runs: each is called and spelt once, not at every key. */
let calledPlaces: { code: string; names: string[] }[] | undefined;

function placeNames(): { code: string; names: string[] }[] {
  return (calledPlaces ??= cityRegions().map(({ code, name, short, former = [] }) => ({
    code,
    names: [name, short ?? '', ...former].filter(Boolean).flatMap((one) => [matchKey(one), ...spelt(one)]),
  })));
}

/** A name in letters: 秦州区 is qinzhouqu, and qzq. */
function spelt(name: string): string[] {
  const syllables = syllablesOf(fold(name));
  return syllables.length > 1 ? [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')] : [];
}

function names({ database, now }: Portal, q: string, sounding: Sounding, locale: Locale): Suggestion[] {
  const t = labels(locale).search.suggestions;
  const typed = [q, ...[...synonymsOf(q), ...unitNames(q)].slice(0, MOST_OTHERS)];
  const end = performance.now() + BUDGET;
  const ocids = [
    ...typed.flatMap((one) =>
      (['unit', 'supplier'] as const).flatMap((field) =>
        performance.now() > end ? [] : recordsNaming(database, one, field, RECORDS, now()),
      ),
    ),
    ...sounding.ocids.slice(0, RECORDS),
  ];
  const keys = typed.map(matchKey);
  return partiesIn(database, ocids)
    .filter(({ name }) => keys.some((key) => matchKey(name).includes(key)) || sounds(name, sounding.ways))
    .slice(0, MOST_NAMES)
    .map(({ id, name, isUnit }) => ({
      kind: isUnit ? 'unit' : 'party',
      text: name,
      label: isUnit ? t.unit : t.party,
      path: href(locale, partyPath(id, isUnit)),
    }));
}

/** Whether what was typed is how a text sounds, somewhere in it. */
function sounds(text: string, ways: readonly string[][]): boolean {
  if (ways.length === 0) return false;
  const held = new Set(soundTokens([fold(text)]));
  return ways.some((tokens) => tokens.every((token) => held.has(token)));
}

function codes({ database }: Portal, q: string, locale: Locale): Suggestion[] {
  const found = recordsOf(database, releasesWithCode(database, q, MOST_CODES * 4));
  return findRecords(database, [...new Set(found.values())])
    .slice(0, MOST_CODES)
    .map((record) => ({
      kind: 'code',
      text: `${q} ${record.title}`,
      label: labels(locale).search.suggestions.code,
      path: href(locale, pathOf(record)),
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

function titles({ database, now }: Portal, q: string, sounding: Sounding, locale: Locale, most: number): Suggestion[] {
  const seen = new Set<string>();
  const key = matchKey(q);
  const ocids = [...recordsNaming(database, q, 'title', most * 2, now()), ...sounding.ocids];
  return findRecords(database, [...new Set(ocids)])
    .filter(
      (record) =>
        // Items of a register with pages of its own are suggested by that register.
        !findRegister(record.register)?.pages &&
        (matchKey(record.title).includes(key) || sounds(record.title, sounding.ways)) &&
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
