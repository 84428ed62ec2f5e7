import { labels, type Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import { releasesOf } from '../../notices/storage.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { meaningOf } from '../../registers/stages.ts';
import type { Fact } from '../../search/understanding.ts';
import { minuteOf, parseInstant } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import { sumIn } from '../list/sum.ts';
import type { Portal } from '../portal.ts';
import { recordContext, type RecordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { newestOf } from '../record/newest.ts';
import { rolesOf } from '../record/parties.ts';

/** What the record says to the question that was asked, with where it stands. */
export interface Answer {
  label: string;
  /** 见正文, 本站未见 where it is not known: never a guess. */
  text: string;
  path: string;
  /** Which project says so: there may be several of the name. */
  of: string;
}

/** Answers a question from one record: the first that was found. Null where it neither says it nor has a text that may. */
export function answerOf(portal: Portal, row: RecordRow, fact: Fact, locale: Locale): Answer | null {
  const register = findRegister(row.register);
  if (!register || !isAskedOf(fact, register)) return null;
  const life = lifeOf(releasesOf(portal.database, row.ocid));
  const context = recordContext(portal, row, register, life, locale);
  const known = said(fact, context, row, portal.now());
  const unknown = context.unknown('undisclosed');
  // What no form asked for is not withheld: an agency there may be none, an opening is not of every purchase.
  if (!known && fact !== 'supplier' && !unknown.path) return null;
  return {
    label: labels(locale).search.asked[fact],
    text: known?.text ?? unknown.text,
    path: known?.path ?? unknown.path ?? pathOf(row),
    of: row.title,
  };
}

/** Nobody wins a fee: of what is no deal only a sum can be asked. */
const isAskedOf = (fact: Fact, { columns }: Register) =>
  fact === 'amount' || columns.some(({ place }) => place === 'winner');

/** Null where the record does not say it. */
function said(
  fact: Fact,
  context: RecordContext,
  row: RecordRow,
  now: number,
): { text: string; path: string | null } | null {
  const newest = newestOf(context, row, now);
  switch (fact) {
    case 'supplier': {
      const { who, word, path } = newest;
      // 谁中标 is not answered …中标; whether they are only candidates, or sign by now, is said.
      const isPlain = meaningOf(context.register.stages, row.stage).head === 'decided';
      const { comma } = labels(context.locale).record;
      if (who) return { text: who.name + who.more + (isPlain ? '' : comma + word), path: who.path };
      if (newest.whoUnknown) return null;
      // Nobody is chosen yet, or nobody will be: with what the record stands at.
      return { text: labels(context.locale).search.noResult + comma + word, path };
    }
    case 'amount':
      return (
        newest.amount && {
          text: [newest.amount.label || sumIn(row, context.register, context.locale)?.label, newest.amount.text]
            .filter(Boolean)
            .join(' '),
          path: newest.amount.path,
        }
      );
    case 'deadline':
      return row.deadline === null ? null : { text: minuteOf(row.deadline), path: null };
    case 'opening': {
      const at = openingOf(context);
      return at === null ? null : { text: minuteOf(at), path: null };
    }
    case 'agency': {
      const names = rolesOf(context, { awards: true, candidates: true, bids: true }).filter(
        ({ role }) => role === 'agency',
      );
      const [first] = names.flatMap(({ parties }) => parties);
      return first ? { text: first.name, path: first.path } : null;
    }
    case 'how':
      return { text: newest.word, path: `${pathOf(row)}#take-part` };
  }
}

function openingOf({ record }: RecordContext): number | null {
  const opening = record.tender?.openingDate;
  return typeof opening === 'string' ? parseInstant(opening) : null;
}
