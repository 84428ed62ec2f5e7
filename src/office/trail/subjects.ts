import { findOfficer } from '../../accounts/officers/storage.ts';
import { findTokenById } from '../../accounts/tokens/storage.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import type { Database } from '../../database/database.ts';
import type { Event } from '../../events/storage.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import { findTemplate } from '../../notices/drafts/templates/storage.ts';
import { findRecord, findRelease } from '../../notices/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { href, noticePath, recordPath } from '../../views/address.ts';

/** What was acted on, as people call it, and where it stands; '' where the act says it all. */
export interface Subject {
  text: string;
  href?: string;
}

/** An id is nothing to read: a draft is told by its title, an officer by name. */
export function subjectOf(
  database: Database,
  event: Pick<Event, 'subject' | 'detail' | 'actor' | 'unit'>,
  locale: Locale,
): Subject {
  const t = labels(locale).trail.subjects;
  const [, kind = '', id = ''] = /^(\w+)[: ](.*)$/s.exec(event.subject) ?? [];
  const gone = { text: `${id || event.subject}${t.gone}` };
  switch (kind) {
    case 'draft': {
      const draft = findDraft(database, id);
      if (!draft) return gone;
      const text = draft.title || t.untitled;
      return draft.release === null
        ? { text, href: href(locale, `/office/drafts/${id}`) }
        : { text, href: href(locale, noticePath(draft.release)) };
    }
    case 'release': {
      const release = findRelease(database, Number(id));
      return release ? { text: release.content.title, href: href(locale, noticePath(release.id)) } : gone;
    }
    case 'releases':
      return { text: typeof event.detail['count'] === 'number' ? fill(t.releases, { n: event.detail['count'] }) : id };
    case 'record': {
      const record = findRecord(database, id);
      return record
        ? { text: record.title, href: href(locale, recordPath(id)) }
        : { text: id, href: href(locale, recordPath(id)) };
    }
    case 'officer':
      // Of most acts of one's own the line's officer is the subject.
      return id === event.actor ? { text: '' } : { text: findOfficer(database, id)?.name ?? gone.text };
    case 'unit':
      return { text: findUnit(database, id)?.name ?? gone.text };
    case 'token':
      return { text: findTokenById(database, id)?.name ?? gone.text };
    case 'template':
      return { text: (event.unit && findTemplate(database, event.unit, id)?.name) || nameIn(event, gone.text) };
    case 'upload':
      return { text: nameIn(event, id) };
    case 'calendar':
      return { text: fill(t.calendar, { year: id }) };
    case 'coverage':
      return { text: findRegister(id)?.labels[language(locale)].name ?? id };
    default:
      return event.subject === 'officers'
        ? { text: fill(t.officers, { n: String(event.detail['officers'] ?? '') }) }
        : { text: event.subject };
  }
}

function nameIn({ detail }: Pick<Event, 'detail'>, otherwise: string): string {
  return typeof detail['name'] === 'string' ? detail['name'] : otherwise;
}
