import type { Database } from '../../database/database.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { fieldOf, isDateType } from '../../registers/fields.ts';
import type { Notice } from '../../registers/notice.ts';
import type { Kind } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { projectTitle } from '../project-title.ts';
import type { Release } from '../release.ts';
import { findRelease } from '../storage.ts';
import { written, type DraftContent } from './draft.ts';
import { isPublisher, standingOf } from './publisher.ts';
import { findTemplate } from './storage.ts';

/** What a draft begins with. Without `from` it is blank. */
export interface Beginning {
  register: string;
  kind: string;
  from?:
    /** Says the release anew: its kind, its text, to be corrected. */
    | { correct: number }
    /** Alters it (更正, 延期) or takes it back, by a notice of another kind; why may be said at once. */
    | { amend: number; reason?: string }
    /** The next notice of the record: project, region and what both kinds say. */
    | { follow: number }
    /** A template of the unit, for the same kind. */
    | { template: string };
}

export interface Begun {
  content: DraftContent;
  amends: string | null;
  follows: string | null;
}

/**
 * Refusals: `unknown-register`, `unknown-kind`; `release-unknown` (not there, of another register or kind), `not-your-notice`
 * (only who published a notice corrects or takes it back), `no-longer-current` (corrected or withdrawn already);
 * `template-unknown`.
 */
export function begin(database: Database, actor: Actor, { register: id, kind: name, from }: Beginning): Result<Begun> {
  const register = findRegister(id);
  if (!register) return refuse({ code: 'unknown-register', path: 'register', found: id });
  if (!(name in register.kinds)) return refuse({ code: 'unknown-kind', path: 'kind', found: name });
  const kind = register.kinds[name]!;
  if (from === undefined) return done({ content: {}, amends: null, follows: null });
  if ('template' in from) {
    const template = findTemplate(database, actor.unit!, from.template);
    if (!template || template.register !== id || template.kind !== name)
      return refuse({ code: 'template-unknown', path: 'from' });
    return done({ content: template.content, amends: null, follows: null });
  }
  const source = findRelease(database, 'correct' in from ? from.correct : 'amend' in from ? from.amend : from.follow);
  if (!source || source.register !== id || ('correct' in from && source.kind !== name))
    return refuse({ code: 'release-unknown', path: 'from' });
  if ('follow' in from) return done({ content: following(source, kind), amends: null, follows: source.ocid });
  if (!isPublisher(database, actor.unit, source)) return refuse({ code: 'not-your-notice', path: 'from' });
  if (standingOf(database, source) !== 'current')
    return refuse({ code: 'no-longer-current', path: 'from', found: source.content.title });
  const reason = 'amend' in from ? from.reason?.trim() : undefined;
  const content =
    'correct' in from ? restated(source.content) : { ...following(source, kind), ...(reason && { reason }) };
  return done({ content, amends: source.sourceKey, follows: source.ocid });
}

/** What a release said, to be said again; why is another matter this time. */
export function restated(notice: Notice): DraftContent {
  const { reason: _, ...said } = written(notice);
  return { ...said, ...(notice.attachments.length > 0 && { attachments: notice.attachments }) } as DraftContent;
}

/** Project, section and region, and what both kinds say under one name; not the dates, which are over. */
function following({ content }: Release, kind: Kind): DraftContent {
  const { project, section, region, fields } = content;
  const shared = Object.entries(kind.fields.shape).filter(([name, schema]) => {
    const { type, schema: inner } = fieldOf(schema);
    return (
      name !== 'changes' && fields[name] !== undefined && !isDateType(type) && inner.safeParse(fields[name]).success
    );
  });
  return {
    project: { ...project, name: projectTitle(content) },
    ...(section && { section }),
    region,
    fields: Object.fromEntries(shared.map(([name]) => [name, fields[name]])),
  };
}
