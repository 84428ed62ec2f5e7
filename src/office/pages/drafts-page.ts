import { permission } from '../../accounts/permissions.ts';
import { labels } from '../../locales/labels.ts';
import { listDrafts } from '../../notices/drafts/desk.ts';
import { STATES, type State } from '../../notices/drafts/status.ts';
import { kindName, officerName, shortMinute } from '../names.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** The drafts an officer may read, by state and by words. */
export interface DraftsPage {
  state: State | null;
  words: string;
  /** Has notices of its own to look through. */
  hasUnit: boolean;
  /** Every state, and each. */
  all: Tab;
  tabs: Tab[];
  drafts: {
    href: string;
    title: string;
    kind: string;
    state: string;
    notice: string | null;
    author: string;
    savedAt: string;
  }[];
}

interface Tab {
  href: string;
  label: string;
  isHere: boolean;
}

export function draftsPage({ office: { database }, actor, query, locale, now }: Asked): Answer<DraftsPage> {
  if (permission(actor, 'draft.read', { unit: actor.unit }, now) !== 'granted') return hidden;
  const { drafts: t, desk } = labels(locale).office;
  const state = STATES.find((one) => one === query.get('state'));
  const words = (query.get('q') ?? '').trim().slice(0, 100);
  const drafts = listDrafts(database, actor, { ...(state && { state }), ...(words && { words }), limit: 100 });
  return shown({
    state: state ?? null,
    words,
    hasUnit: actor.unit !== null,
    all: { href: pathOf(undefined, words), label: t.all, isHere: state === undefined },
    tabs: STATES.map((one) => ({
      href: pathOf(one, words),
      label: t.states[one],
      isHere: state === one,
    })),
    drafts: drafts.map((draft) => ({
      href: `/office/drafts/${draft.id}`,
      title: draft.title || desk.untitled,
      kind: kindName(draft.register, draft.kind, locale),
      state: t.states[draft.state],
      notice: draft.release === null ? null : `/notices/${draft.release}`,
      author: officerName(database, draft.author),
      savedAt: shortMinute(draft.savedAt, now),
    })),
  });
}

function pathOf(state: State | undefined, words: string): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(words && { q: words }) });
  return query.size > 0 ? `/office/drafts?${query}` : '/office/drafts';
}
