import { permission, type Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import { labels, language, type Locale } from '../../locales/labels.ts';
import type { State } from '../../notices/drafts/status.ts';
import { findRemarks, isOpen } from '../../notices/drafts/remarks/storage.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import { findRelease } from '../../notices/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { machineTime } from '../../values/date.ts';
import { noticePath, recordPath } from '../../views/address.ts';
import { sentenceOf } from '../form/sentence.ts';
import { isPosted } from '../storage.ts';

/** What became of a notice that a unit's system handed in. Instants are ISO 8601. */
export interface HandedInState {
  draft: string;
  register: string;
  kind: string;
  title: string;
  state: State;
  /** The state in words. */
  stateName: string;
  hash: string;
  submittedAt: string | null;
  savedAt: string;
  /** What the reviewer asks to be mended: `path` of a member, '' for the whole. */
  remarks: { path: string; field: string; text: string; at: string }[];
  /** When it is to be published. */
  scheduledFor: string | null;
  /** Why it could not be published when it was due. */
  refusals: { code: string; path?: string; sentence: string }[];
  /** Once it is public: its number here, and where it stands. */
  release: { number: number; address: string; record: string; publishedAt: string } | null;
}

/** Null for what was never handed in, not by this unit, or is no business of this token's registers. */
export function handedInState(
  database: Database,
  actor: Actor,
  id: string,
  { origin, locale }: { origin: string; locale: Locale },
  now: number,
): HandedInState | null {
  const draft = actor.unit !== null && isPosted(database, actor.unit, id) ? findDraft(database, id) : undefined;
  if (!draft || permission(actor, 'draft.read', { unit: draft.unit, register: draft.register }, now) !== 'granted')
    return null;
  const release = draft.release === null ? undefined : findRelease(database, draft.release);
  const address = (path: string) => new URL(path, origin).href;
  return {
    draft: draft.id,
    register: draft.register,
    kind: draft.kind,
    title: draft.title,
    state: draft.state,
    stateName: labels(locale).office.drafts.states[draft.state],
    hash: draft.hash,
    submittedAt: draft.submittedAt === null ? null : machineTime(draft.submittedAt),
    savedAt: machineTime(draft.savedAt),
    remarks: findRemarks(database, id)
      .filter(isOpen)
      .map(({ path, text, at }) => ({
        path,
        field: fieldName(draft.register, path, locale),
        text,
        at: machineTime(at),
      })),
    scheduledFor: draft.scheduledFor === null ? null : machineTime(draft.scheduledFor),
    refusals: (draft.trouble ?? []).map((refusal) => ({ ...refusal, sentence: sentenceOf(refusal, locale) })),
    release: release
      ? {
          number: release.id,
          address: address(noticePath(release.id)),
          record: address(recordPath(release.ocid)),
          publishedAt: machineTime(release.publishedAt),
        }
      : null,
  };
}

/** What a member is called on the form. */
function fieldName(register: string, path: string, locale: Locale): string {
  if (path === '') return labels(locale).office.draft.whole;
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part))!;
  const own = findRegister(register)?.labels[language(locale)].fields[name];
  return own ?? (labels(locale).fields as Record<string, string>)[name] ?? name;
}
