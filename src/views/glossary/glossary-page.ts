import { labels, type Locale } from '../../locales/labels.ts';
import { lawPath } from '../address.ts';
import { TERMS, type Term, type TermGroup } from './terms.ts';

/** What citizens meet in notices, by where they meet it. */
export interface GlossaryPage {
  groups: { id: TermGroup; title: string; terms: ExplainedTerm[] }[];
}

interface ExplainedTerm extends Pick<Term, 'id' | 'path'> {
  term: string;
  means: string;
  example: string;
  /** What stands at `path`. */
  where: string;
  /** A provision that was compared with its text. */
  law: { path: string; page: string; article: string } | null;
}

export function glossaryPage(locale: Locale): GlossaryPage {
  const t = labels(locale).glossary;
  return {
    groups: (Object.keys(t.groups) as TermGroup[]).map((id) => ({
      id,
      title: t.groups[id],
      terms: TERMS.filter(({ group }) => group === id).map((term) => ({
        id: term.id,
        path: term.path,
        ...t.terms[term.id],
        law: term.law ? { path: lawPath(term.law.page, term.law.article)!, ...term.law } : null,
      })),
    })),
  };
}
