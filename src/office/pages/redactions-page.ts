import type { Actor } from '../../accounts/permissions.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { removeUnnamed } from '../../notices/attachments/keep.ts';
import {
  confirmRedaction,
  endProposal,
  lookAfterRedaction,
  ownProposals,
  previewRedaction,
  proposeRedaction,
  redactionsFor,
} from '../../notices/drafts/redaction/redact.ts';
import type { Redaction } from '../../notices/drafts/redaction/storage.ts';
import { findRelease } from '../../notices/storage.ts';
import type { Refusal } from '../../values/result.ts';
import { confirmBy } from '../door.ts';
import { officerName, shortMinute } from '../names.ts';
import { portal } from '../../views/portal.ts';
import { facesSaying } from '../redaction-faces.ts';
import { hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** Redactions that wait for a second officer, and the form that proposes one of a notice. */
export interface RedactionsPage {
  said: string | null;
  waiting: {
    id: number;
    title: string | undefined;
    why: string;
    goes: string;
    after: string | null;
    faces: FaceLine[];
  }[];
  /** What this officer proposed and may take back. */
  own: { id: number; title: string | undefined; why: string; goes: string }[];
  propose: {
    release: number;
    title: string;
    files: { name: string; sha256: string }[];
    typed: { passages: string; reason: string };
  } | null;
}

/** 记录页：不再出现; a face where a passage still stands says which. */
export interface FaceLine {
  label: string;
  text: string;
  isLeft: boolean;
}

export async function redactionsPage(asked: Asked): Promise<Answer<RedactionsPage>> {
  const { database } = asked.office;
  if (!isOffered(asked.actor, 'notice.redactPropose', asked.actor.unit, asked.now)) return hidden;
  const form = await asked.form();
  const acted: Acted = form ? actOnRedactions(asked, form) : { actor: asked.actor, refusals: [] };
  const { actor, refusals, said = null } = acted;
  return shown(
    {
      said,
      waiting: redactionsFor(database, actor).map((redaction) => waitingOne(asked, actor, redaction)),
      own: ownProposals(database, actor).map((redaction) => ownOne(asked, redaction)),
      propose: proposal(asked, form),
    },
    refusals,
  );
}

interface Acted {
  /** With the second factor that the form brought. */
  actor: Actor;
  refusals: readonly Refusal[];
  said?: string;
}

function actOnRedactions(asked: Asked, form: FormData): Acted {
  const { office, visit, cookies, locale, now } = asked;
  const { database, settings } = office;
  const t = labels(locale).office.redactions;
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return { actor: visit.actor!, refusals: confirmed.refusals };
  const actor = confirmed.value;
  const act = textOf(form, '_act');
  if (act === 'propose') return propose(asked, actor, form);
  const id = Number(textOf(form, 'id'));
  const isConfirming = act === 'confirm';
  const result = isConfirming ? confirmRedaction(database, actor, id, now) : endProposal(database, actor, id, now);
  if (!result.ok) return { actor, refusals: result.refusals };
  removeUnnamed(database, settings.data);
  return { actor, refusals: [], said: isConfirming ? t.confirmed : t.ended };
}

function propose({ office: { database }, locale, now }: Asked, actor: Actor, form: FormData): Acted {
  const t = labels(locale).office.redactions;
  const removal = {
    passages: textOf(form, 'passages')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    files: form.getAll('files').map(String),
    whole: textOf(form, 'whole') === 'yes',
  };
  const release = Number(textOf(form, 'release'));
  const proposed = proposeRedaction(database, actor, release, removal, textOf(form, 'reason'), now);
  if (!proposed.ok) return { actor, refusals: proposed.refusals };
  const elsewhere = proposed.value.elsewhere.length;
  return { actor, refusals: [], said: elsewhere > 0 ? fill(t.elsewhere, { n: elsewhere }) : t.proposed };
}

function waitingOne(asked: Asked, actor: Actor, redaction: Redaction): RedactionsPage['waiting'][number] {
  const { office, locale, now } = asked;
  const { database } = office;
  const after = previewRedaction(database, actor, redaction.id, now);
  const by = officerName(database, redaction.proposedBy);
  return {
    id: redaction.id,
    title: findRelease(database, redaction.release)?.content.title,
    why: `${redaction.reason}（${by}，${shortMinute(redaction.proposedAt, now)}）`,
    goes: goesOf(redaction, locale),
    faces: facesOf(asked, actor, redaction),
    after: after.ok ? (after.value.content.body ?? after.value.content.title) : null,
  };
}

function ownOne({ office: { database }, locale, now }: Asked, redaction: Redaction): RedactionsPage['own'][number] {
  return {
    id: redaction.id,
    title: findRelease(database, redaction.release)?.content.title,
    why: `${redaction.reason}（${shortMinute(redaction.proposedAt, now)}）`,
    goes: goesOf(redaction, locale),
  };
}

/** Every face as it would be, from the functions that make it. */
function facesOf({ office: { database }, locale, now }: Asked, actor: Actor, { id, removal }: Redaction): FaceLine[] {
  const t = labels(locale).office.redactions;
  const seen = lookAfterRedaction(database, actor, id, now, (after, before) =>
    facesSaying({ ...portal(), database }, { after, before }, removal ?? {}, locale),
  );
  return (seen.ok ? seen.value : []).map(({ name, of, left, isUnread }) => ({
    label: fill(t.faces[name], { name: of }),
    text: isUnread
      ? t.faceUnread
      : left.length > 0
        ? fill(t.faceSays, { said: left.join(labels(locale).office.form.listed) })
        : t.faceClean,
    isLeft: isUnread || left.length > 0,
  }));
}

function goesOf({ removal }: Redaction, locale: Locale): string {
  return removal?.whole ? labels(locale).office.redactions.whole : (removal?.passages ?? []).join('、');
}

function proposal({ office: { database }, query }: Asked, form: FormData | null): RedactionsPage['propose'] {
  const id = Number(query.get('release') ?? NaN);
  const release = Number.isInteger(id) ? findRelease(database, id) : undefined;
  if (!release) return null;
  const { title, attachments } = release.content;
  return {
    release: release.id,
    title,
    files: attachments.flatMap(({ name, sha256 }) => (sha256 ? [{ name, sha256 }] : [])),
    typed: { passages: form ? textOf(form, 'passages') : '', reason: form ? textOf(form, 'reason') : '' },
  };
}
