import { permission } from '../../accounts/permissions.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import { language } from '../../locales/labels.ts';
import type { Beginning } from '../../notices/drafts/beginning.ts';
import { discardTemplate, renameTemplate, templatesOf } from '../../notices/drafts/templates/template.ts';
import { speaksOfRecord } from '../../notices/drafts/whose.ts';
import { startDraft } from '../../notices/drafts/write.ts';
import { whereNow } from '../../notices/decisions/storage.ts';
import { findRecord, findRelease } from '../../notices/storage.ts';
import type { Register } from '../../registers/register.ts';
import { findKind, registers } from '../../registers/registers.ts';
import { refuse, type Refusal } from '../../values/result.ts';
import { kindLabel } from '../../views/words.ts';
import { elsewhere, hidden, shown, textOf, type Answer, type Asked } from './page.ts';
import { findPicks, pickOf, type RecordPick } from './record-picks.ts';

/** Where a notice begins: at the record it speaks about; or anew, by a kind that can begin one or a template. */
export interface NewDraftPage {
  words: string;
  isMine: boolean;
  /** Only this record was asked for. */
  isOne: boolean;
  /** The notice that was come from, preselected among those to correct. */
  from: number | null;
  picks: RecordPick[];
  beginning: KindGroup[];
  /** Kinds that speak about a record: begun without one only with the reason why there is none. */
  speaking: KindGroup[];
  templates: { id: string; name: string; kind: string; value: string }[];
  /** What was typed of a notice without a record. */
  typed: { kind: string; code: string; reason: string };
}

interface KindGroup {
  label: string;
  kinds: { value: string; label: string }[];
}

export async function newDraftPage(asked: Asked): Promise<Answer<NewDraftPage>> {
  const { actor, query, locale, now } = asked;
  const { database } = asked.office;
  if (permission(actor, 'draft.write', { unit: actor.unit }, now) !== 'granted') return hidden;
  const form = await asked.form();
  const sent = form ? await act(asked, form) : null;
  if (sent && 'to' in sent) return elsewhere(sent.to);
  const words = (query.get('q') ?? (form ? textOf(form, 'code') : '')).trim().slice(0, 100);
  const release = findRelease(database, Number(query.get('from') ?? Number.NaN) || 0);
  const record = findRecord(database, release?.ocid ?? whereNow(database, query.get('record') ?? ''));
  const unit = findUnit(database, actor.unit!);
  const typed = { kind: '', code: '', reason: '' };
  if (form) for (const name of Object.keys(typed) as (keyof typeof typed)[]) typed[name] = textOf(form, name);
  const isMine = query.has('mine');
  return shown(
    {
      words,
      isMine,
      isOne: record !== undefined,
      from: release?.id ?? null,
      picks: record && unit ? [pickOf(asked, unit, record)] : await findPicks(asked, words, isMine),
      beginning: groupsOf(asked, (kind) => !speaksOfRecord(kind)),
      speaking: groupsOf(asked, speaksOfRecord),
      templates: templatesOf(database, actor, now).map(({ id, name, register, kind }) => ({
        id,
        name,
        kind: kindLabel(register, kind, locale),
        value: `${register} ${kind}`,
      })),
      typed,
    },
    sent?.refusals,
  );
}

/** Begins a draft, or renames or deletes a template. */
async function act(asked: Asked, form: FormData): Promise<{ to: string } | { refusals: readonly Refusal[] }> {
  const { actor, now } = asked;
  const { database } = asked.office;
  const template = textOf(form, 'template');
  const kept = { to: '/office/drafts/new#begin' };
  if (textOf(form, '_act') === 'rename') {
    const renamed = renameTemplate(database, actor, template, textOf(form, 'name'), now);
    return renamed.ok ? kept : { refusals: renamed.refusals };
  }
  if (textOf(form, '_act') === 'discard') {
    const discarded = discardTemplate(database, actor, template, now);
    return discarded.ok ? kept : { refusals: discarded.refusals };
  }
  const beginning = beginningIn(asked, form);
  const near = beginning.from && 'without' in beginning.from ? await ofThatCode(asked, textOf(form, 'code')) : null;
  const started = near ?? startDraft(database, actor, beginning, now);
  return started.ok ? { to: `/office/drafts/${started.value.id}` } : { refusals: started.refusals };
}

/** A code that is there says from which record to go on: linking is choosing, never typing. */
async function ofThatCode(asked: Asked, code: string) {
  if (code.trim() === '') return null;
  const [found] = await findPicks(asked, `编号:"${code.trim()}"`, false);
  return found ? refuse({ code: 'choose-record', path: 'code', found: found.title }) : null;
}

/** A step of a record (`follow deal`, `amend withdrawal`, `correct`), a template, or a kind. */
function beginningIn({ office: { database } }: Asked, form: FormData): Beginning {
  const [does = '', next = ''] = textOf(form, 'step').split(' ');
  const source = findRelease(database, Number(textOf(form, does === 'follow' ? 'from' : 'own')) || 0);
  if (does !== '' && source) {
    const { register, kind, id } = source;
    if (does === 'correct') return { register, kind, from: { correct: id } };
    return { register, kind: next, from: does === 'amend' ? { amend: id } : { follow: id } };
  }
  const [template, ...of] = textOf(form, 'begin').split(' ').reverse();
  if (of.length === 2) return { register: of[1]!, kind: of[0]!, from: { template: template! } };
  const [register = '', kind = ''] = textOf(form, 'kind').split(' ');
  const declared = findKind(register, kind);
  if (!declared || !speaksOfRecord(declared)) return { register, kind };
  const code = textOf(form, 'code').trim();
  return { register, kind, from: { without: textOf(form, 'reason'), ...(code !== '' && { code }) } };
}

function groupsOf({ actor, locale }: Asked, takes: (kind: Register['kinds'][string]) => boolean): KindGroup[] {
  return registers
    .filter(({ id }) => actor.registers.includes(id))
    .map(({ id, kinds, labels: own }) => ({
      label: own[language(locale)].name,
      kinds: Object.keys(kinds)
        .filter((kind) => takes(kinds[kind]!))
        .map((kind) => ({ value: `${id} ${kind}`, label: own[language(locale)].kinds[kind] ?? kind })),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}
