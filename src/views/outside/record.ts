import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { RecordPage } from '../record/record-page.ts';
import { stateText } from '../words.ts';
import { dataset } from './structured.ts';
import { datedTitle, described, type Outside } from './outside.ts';

/** A record: who, for how much, and when it was said or is closed. */
export function recordOutside(page: RecordPage, origin: string, locale: Locale): Outside {
  const t = labels(locale).record;
  const { newest, kicker, particulars } = page;
  const isOpen = page.state.days !== undefined;
  const facts = [stepText(page, locale), newest.amount && amountText(newest.amount, locale)].filter(
    (one) => one !== null,
  );
  const title = datedTitle(
    page.title,
    isOpen && newest.note ? [...facts, newest.note] : facts,
    isOpen ? null : newest.at.slice(0, 10),
    locale,
  );
  const description = described(
    [
      [...facts, newest.who ? null : newest.whoUnknown?.text].filter(Boolean).join(t.comma),
      newest.note,
      ...particulars.map(
        ({ label, text, note }) =>
          fill(t.labelled, { label, text }) + (note === null ? '' : fill(t.bracketed, { text: note })),
      ),
      kicker.join(t.dot),
    ],
    locale,
  );
  return {
    title,
    description,
    times: { modified: newest.at },
    data: dataset(
      { name: page.title, description, path: page.path, identifier: page.ocid, modified: newest.at },
      [{ href: `${page.path}.json`, type: 'application/json' }],
      origin,
      locale,
    ),
  };
}

/** 中标 某公司等2家. The days left are no word for it: a card is read on another day than it was made. */
function stepText({ newest, state, register }: RecordPage, locale: Locale): string {
  const t = labels(locale).record;
  const word =
    newest.word === state.text ? stateText({ code: state.code, tone: state.tone }, register, locale) : newest.word;
  return newest.who === null
    ? word
    : word + t.space + newest.who.name + (newest.who.more && t.between + newest.who.more);
}

function amountText({ label, text }: NonNullable<RecordPage['newest']['amount']>, locale: Locale): string {
  return label === '' ? text : label + labels(locale).record.space + text;
}
