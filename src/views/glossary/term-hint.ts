import { labels, type Locale } from '../../locales/labels.ts';
import { fold } from '../../values/script.ts';
import { TERMS } from './terms.ts';

/** A word of the glossary that is asked for. */
export interface TermHint {
  term: string;
  means: string;
  path: string;
}

/** What people say around the word that they want to understand. */
const ASKED =
  /^(?:什么是|啥是|怎么|怎样|如何)|(?:是什么意思|什么意思|是什么|是啥|怎么办|怎么提|怎么写|期多久|多久|几天|流程|期限?)?[?？]?$/g;

/** The term that the words are, alone or with a question around them: 质疑, 怎么质疑, 质疑期多久. */
export function termHint(q: string, locale: Locale): TermHint | null {
  const asked = fold(q).replace(ASKED, '').trim();
  if (asked === '') return null;
  const { terms } = labels(locale).glossary;
  const found = TERMS.find(({ id }) =>
    fold(terms[id].term)
      .split(/[、，,/（(]\s*/)
      .includes(asked),
  );
  return found ? { term: terms[found.id].term, means: terms[found.id].means, path: `/glossary#${found.id}` } : null;
}
