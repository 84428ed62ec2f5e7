import type { Database } from '../../database/database.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import type { Notice } from '../../registers/notice.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { whereNow } from '../decisions/storage.ts';
import { projectTitle } from '../project-title.ts';
import type { Release } from '../release.ts';
import { findRecord, findRelease, releasesOf } from '../storage.ts';
import { carried } from './carry.ts';
import { houseStyle, withStyle } from './house-style.ts';
import { written, type Draft, type DraftContent } from './draft.ts';
import { mayAmend, standingOf } from './publisher.ts';
import { findTemplate } from './templates/storage.ts';
import { leads, standsIn } from './whose.ts';

/** What a draft begins with. Without `from` it is blank. */
export interface Beginning {
  register: string;
  kind: string;
  from?:
    /** Says the release anew: its kind, its text, to be corrected. */
    | { correct: number }
    /** Alters it (更正, 延期) or takes it back, by a notice of another kind; why may be said at once. */
    | { amend: number; reason?: string }
    /** The next notice of the record: project, region and what the record knows of its fields; why may be said at once. */
    | { follow: number; reason?: string }
    /** A template of the unit, for the same kind. */
    | { template: string }
    /** No record, of a kind that speaks about one: why there is none here, which is published. */
    | { without: string; code?: string };
}

export interface Begun {
  content: DraftContent;
  amends: string | null;
  follows: string | null;
}

/**
 * Refusals: `unknown-register`, `unknown-kind`; `release-unknown` (not there, of another register or kind), `not-your-notice`
 * (only who published a notice, or speaks for who did, corrects or takes it back), `no-longer-current` (corrected or withdrawn already);
 * `not-your-record` (only the units that stand in a record go on with it, and the lead unit of its register);
 * `template-unknown`; `no-such-record` (no reason why there is none).
 */
export function begin(
  database: Database,
  actor: Actor,
  { register: id, kind: name, from }: Beginning,
  now: number,
): Result<Begun> {
  const register = findRegister(id);
  if (!register) return refuse({ code: 'unknown-register', path: 'register', found: id });
  if (!(name in register.kinds)) return refuse({ code: 'unknown-kind', path: 'kind', found: name });
  if (from === undefined)
    return done({ content: ofUnit(database, actor, register, name), amends: null, follows: null });
  if ('without' in from) {
    const why = from.without.trim();
    if (why === '') return refuse({ code: 'no-such-record', path: 'reason', found: from.code ?? '' });
    const content = {
      ...ofUnit(database, actor, register, name),
      ...(from.code && { project: { code: from.code } }),
      reason: why,
    };
    return done({ content, amends: null, follows: null });
  }
  if ('template' in from) {
    const template = findTemplate(database, actor.unit!, from.template);
    if (!template || template.register !== id || template.kind !== name)
      return refuse({ code: 'template-unknown', path: 'from' });
    return done({ content: template.content, amends: null, follows: null });
  }
  const source = findRelease(database, 'correct' in from ? from.correct : 'amend' in from ? from.amend : from.follow);
  if (!source || source.register !== id || ('correct' in from && source.kind !== name))
    return refuse({ code: 'release-unknown', path: 'from' });
  const reason = 'reason' in from ? from.reason?.trim() : undefined;
  const goingOn = () => ({ ...following(database, actor, source, register, name), ...(reason && { reason }) });
  if ('follow' in from) {
    const unit = findUnit(database, actor.unit!)!;
    const record = findRecord(database, source.ocid);
    if (record && !standsIn(database, unit, record, dayOf(now)) && !leads(unit, id))
      return refuse({ code: 'not-your-record', path: 'from', found: record.title });
    return done({ content: goingOn(), amends: null, follows: source.ocid });
  }
  if (!mayAmend(database, findUnit(database, actor.unit!)!, source, dayOf(now)))
    return refuse({ code: 'not-your-notice', path: 'from' });
  if (standingOf(database, source) !== 'current')
    return refuse({ code: 'no-longer-current', path: 'from', found: source.content.title });
  const content = 'correct' in from ? restated(source.content) : goingOn();
  return done({ content, amends: source.sourceKey, follows: source.ocid });
}

/**
 * What came along when a draft was begun, reckoned anew: of what stands there still, nobody needs to write anything. A
 * correction says the whole notice again, and nothing of it came along.
 */
export function broughtTo(
  database: Database,
  { unit, register: id, kind, amends, follows }: Pick<Draft, 'unit' | 'register' | 'kind' | 'amends' | 'follows'>,
): DraftContent {
  const register = findRegister(id);
  const declared = register?.kinds[kind];
  if (!register || !declared || (amends !== null && declared.act === 'state')) return {};
  const source = follows === null ? undefined : releasesOf(database, whereNow(database, follows)).at(-1);
  return source ? following(database, { unit }, source, register, kind) : ofUnit(database, { unit }, register, kind);
}

/** What the unit that writes is known by: where it is, and what it writes alike in each notice of the kind. */
function ofUnit(database: Database, { unit: id }: Pick<Actor, 'unit'>, register: Register, kind: string): DraftContent {
  const unit = findUnit(database, id!);
  if (!unit) return {};
  const fields = houseStyle(database, unit, register, kind);
  return { ...(unit.region && { region: unit.region }), ...(Object.keys(fields).length > 0 && { fields }) };
}

/** What a release said, to be said again; why is another matter this time. */
export function restated(notice: Notice): DraftContent {
  const { reason: _, ...said } = written(notice);
  return { ...said, ...(notice.attachments.length > 0 && { attachments: notice.attachments }) } as DraftContent;
}

/** A title, project, section and region, and what the record knows of the fields; of a section, what is said of it or of all. */
function following(
  database: Database,
  { unit: id }: Pick<Actor, 'unit'>,
  { ocid, content }: Release,
  register: Register,
  kind: string,
): DraftContent {
  const { kinds, subject, labels: own } = register;
  const unit = findUnit(database, id!);
  const { project, section, region } = content;
  const speaking = releasesOf(database, ocid).filter(
    (one) => !section || !one.content.section || one.content.section.id === section.id,
  );
  const name = projectTitle(content);
  const label = own.zh.kinds[kind] ?? '';
  return {
    // As most titles are written; the officer writes another where it is not so.
    title: `${name}${label}`,
    project: { ...project, name },
    ...(section && { section }),
    region,
    fields: withStyle(carried(subject, kinds[kind]!, speaking), unit ? houseStyle(database, unit, register, kind) : {}),
  };
}
