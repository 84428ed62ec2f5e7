import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { RecordPage } from '../record/record-page.ts';
import { stateText } from '../words.ts';
import { dataset } from './structured.ts';
import { picturePath } from '../address.ts';
import { datedTitle, described, type Outside } from './outside.ts';

/** A record: who, for how much, and when it was said or is closed. */
export function recordOutside(page: RecordPage, origin: string, locale: Locale): Outside {
  const t = labels(locale).record;
  const { newest, kicker } = page;
  const facts = [stepText(page, locale), newest.amount && amountText(newest.amount, locale)].filter(
    (one) => one !== null,
  );
  const closes = closesText(page, locale);
  // The day of a notice beside 报名已截止 would be read as the day on which it closed.
  const title = closes
    ? datedTitle(page.title, [...facts, closes], null, locale)
    : datedTitle(page.title, facts, newest.at.slice(0, 10), locale);
  const description = described(
    [facts.join(t.comma), newest.note, ...particularTexts(page, locale), kicker.join(t.dot)],
    locale,
  );
  return {
    title,
    description,
    times: { modified: newest.at },
    picture: picturePath(page.path),
    data: dataset(
      { name: page.title, description, path: page.path, identifier: page.ocid, modified: newest.at },
      [{ href: `${page.path}.json`, type: 'application/json' }],
      origin,
      locale,
    ),
  };
}

/** The same as a picture shows it. */
export function recordCard(page: RecordPage, locale: Locale) {
  const { newest, kicker, title } = page;
  return {
    kicker: kicker.join(labels(locale).record.dot),
    title,
    facts: [
      stepText(page, locale),
      newest.amount && amountText(newest.amount, locale),
      closesText(page, locale),
    ].filter((one) => one !== null),
    day: newest.at.slice(0, 10),
  };
}

/** 中标 某公司等2家. The days left are no word for it: a card is read on another day than it was made. */
function stepText({ newest, state, register }: RecordPage, locale: Locale): string {
  const t = labels(locale).record;
  const { who, whoUnknown } = newest;
  const word =
    newest.word === state.text ? stateText({ code: state.code, tone: state.tone }, register, locale) : newest.word;
  if (who) return word + t.space + who.name + (who.more && t.between + who.more);
  return whoUnknown ? word + t.comma + whoUnknown.text : word;
}

/** Until when one can or could take part; null once something came of it. */
function closesText({ newest, deadline }: RecordPage, locale: Locale): string | null {
  if (deadline === null) return null;
  const text = fill(labels(locale).record.closes, { minute: deadline.slice(0, 16).replace('T', ' ') });
  return newest.note === text ? text : null;
}

/** 控制价：¥33,000,000.00（节约2.6%）, but for the sum that was told already. */
function particularTexts({ newest, particulars }: RecordPage, locale: Locale): string[] {
  const t = labels(locale).record;
  return particulars
    .filter(({ label, text }) => label !== newest.amount?.label || text !== newest.amount.text)
    .map(
      ({ label, text, note }) =>
        fill(t.labelled, { label, text }) + (note === null ? '' : fill(t.bracketed, { text: note })),
    );
}

function amountText({ label, text }: NonNullable<RecordPage['newest']['amount']>, locale: Locale): string {
  return label === '' ? text : label + labels(locale).record.space + text;
}
