import type { Database } from '../../database/database.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import { isDateType } from '../../registers/fields.ts';
import { findKind, findRegister } from '../../registers/registers.ts';
import type { Refusal } from '../../values/result.ts';
import { actOnBatch, type Acted } from '../batch/act.ts';
import { batchesFor, type Batch } from '../batch/batches.ts';
import { confirmBy } from '../door.ts';
import { openLinesOf } from '../draft-view.ts';
import type { FormField } from '../form/field.ts';
import type { DraftInput } from '../form/input.ts';
import { formOf } from '../form/model.ts';
import { sentenceOf } from '../form/sentence.ts';
import { kindName, officerName, shortMinute } from '../names.ts';
import { draftVerdicts, type DraftVerdict } from '../verdicts.ts';
import { hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** Notices of one table or one system, looked at one by one and approved or issued in one act. */
export interface BatchesPage {
  said: string | null;
  batches: {
    id: string;
    title: string;
    lead: string;
    act: string;
    /** How many more there are than are listed. */
    more: string | null;
    notices: BatchNotice[];
  }[];
}

export interface BatchNotice {
  id: string;
  href: string;
  title: string;
  kind: string;
  unit: string;
  hash: string;
  sums: string[];
  dates: string[];
  open: { label: string; tone: 'unknown' | 'border' | 'broken'; word: string }[];
  verdicts: DraftVerdict[];
  /** Why it was not done just now. */
  refused: string[];
  isTicked: boolean;
  files: string[];
  rows: { label: string; text: string }[];
  body: string;
}

/** More are not looked at one by one in a sitting; the others come when these are done. */
const MOST = 50;

export async function batchesPage(asked: Asked): Promise<Answer<BatchesPage>> {
  const { office, actor: visitor, visit, cookies, locale, now } = asked;
  const { database, settings } = office;
  const acts = ['draft.approve', 'notice.publish'] as const;
  if (!acts.some((act) => isOffered(visitor, act, visitor.unit, now))) return hidden;
  const form = await asked.form();
  let acted: Acted = { done: 0, refused: new Map() };
  let refusals: readonly Refusal[] = [];
  if (form) {
    const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
    const batch = batchesFor(database, visitor, now).find(({ id }) => id === textOf(form, 'batch'));
    if (!confirmed.ok) refusals = confirmed.refusals;
    else if (!batch) refusals = [{ code: 'changed-meanwhile' }];
    else if (form.getAll('seen').length === 0) refusals = [{ code: 'none-seen' }];
    else acted = await actOnBatch(database, settings, confirmed.value, batch, form, now);
  }
  const t = labels(locale).office.batches;
  const batches = batchesFor(database, visitor, now).slice(0, 10);
  const left = acted.refused.size;
  return shown(
    {
      said: acted.done > 0 || left > 0 ? fill(left > 0 ? t.saidSome : t.said, { n: acted.done, left }) : null,
      batches: batches.map((batch) => batchOf(database, batch, acted, form, locale, now)),
    },
    refusals.length > 0 ? refusals : [...acted.refused.values()].flat().slice(0, 1),
  );
}

function batchOf(
  database: Database,
  { id, act, from, author, at, drafts }: Batch,
  acted: Acted,
  form: FormData | null,
  locale: Locale,
  now: number,
): BatchesPage['batches'][number] {
  const t = labels(locale).office.batches;
  const more = drafts.length - MOST;
  const ticked = new Set(form?.getAll('seen').map(String));
  return {
    id,
    title: fill(t.titles[act], { n: drafts.length }),
    lead: fill(t.from[from], { name: officerName(database, author), at: shortMinute(at, now) }),
    act: t.acts[act],
    more: more > 0 ? fill(t.more, { n: more }) : null,
    notices: drafts.slice(0, MOST).map((draft) => ({
      ...noticeOf(database, draft, locale, now),
      hash: act === 'publish' ? (draft.approvedHash ?? '') : draft.hash,
      isTicked: ticked.has(draft.id),
      refused: (acted.refused.get(draft.id) ?? []).map((refusal) =>
        sentenceOf(refusal, locale, {
          register: findRegister(draft.register)!,
          kind: findKind(draft.register, draft.kind)!,
        }),
      ),
    })),
  };
}

function noticeOf(
  database: Database,
  draft: Draft,
  locale: Locale,
  now: number,
): Omit<BatchNotice, 'hash' | 'isTicked' | 'refused'> {
  const register = findRegister(draft.register)!;
  const kind = findKind(draft.register, draft.kind)!;
  const { sections } = formOf({ register, kind, input: draft.content as DraftInput, refusals: [], locale });
  const rows = sections.flatMap(({ fields }) => filled(fields)).filter(({ type }) => type !== 'markdown');
  const said = (is: (field: FormField) => boolean) => rows.filter(is).map(({ label, text }) => `${label} ${text}`);
  return {
    id: draft.id,
    href: `/office/drafts/${draft.id}`,
    title: draft.title,
    kind: kindName(draft.register, draft.kind, locale),
    unit: findUnit(database, draft.unit)?.name ?? '',
    sums: said(({ type }) => type === 'money').slice(0, 3),
    dates: said(({ type }) => isDateType(type)).slice(0, 6),
    open: openLinesOf(database, draft, locale, now),
    verdicts: draftVerdicts(database, draft, now, locale).filter(({ tone }) => tone === 'broken' || tone === 'border'),
    files: (draft.content.attachments ?? []).map(({ name }) => name),
    rows: rows.map(({ label, text }) => ({ label, text })),
    body: draft.content.body ?? '',
  };
}

/** Every box in which something stands, as it is read: choices in words, sums and dates as they were typed. */
function filled(fields: readonly FormField[]): (FormField & { text: string })[] {
  return fields.flatMap((field) => {
    const inner = [...(field.members ?? []), ...(field.rows ?? []).flatMap((row) => row.fields)];
    const text = (field.options?.find(({ code }) => code === field.value)?.label ?? field.value) + (field.unit ?? '');
    return [...(field.value === '' ? [] : [{ ...field, text }]), ...filled(inner)];
  });
}
