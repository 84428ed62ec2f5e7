import type { Actor } from '../accounts/permissions.ts';
import type { Database } from '../database/database.ts';
import type { Locale } from '../locales/labels.ts';
import type { Draft } from '../notices/drafts/draft.ts';
import { portal } from '../views/portal.ts';
import type { Sent } from './draft-page.ts';
import { fill, labels, language } from '../locales/labels.ts';
import { checksOf, type Check } from '../notices/drafts/checks.ts';
import { preview } from '../notices/drafts/preview.ts';
import { checkDraft } from '../notices/drafts/review.ts';
import { lookPermission } from '../notices/drafts/afterwards/afterwards.ts';
import { standingOf } from '../notices/drafts/publisher.ts';
import { findRemarks, isOpen as isOpenRemark } from '../notices/drafts/remarks/storage.ts';
import { minuteOf, parseInstant } from '../values/date.ts';
import { reviewView } from './draft/review-view.ts';
import { findRelease } from '../notices/storage.ts';
import { stepsFor } from './desk-acts.ts';
import { isFresh } from './door.ts';
import { broughtTo } from '../notices/drafts/beginning.ts';
import { arranged } from './form/arrange.ts';
import type { FormDoubt, FormField, FormSection } from './form/field.ts';
import { inputOf, type DraftInput } from './form/input.ts';
import { formOf, type Form } from './form/model.ts';
import { openLine, type OpenLine } from './form/points.ts';
import { withUnits } from './form/sentence.ts';
import { findKind, findRegister } from '../registers/registers.ts';
import { noticePage } from '../views/notice/notice-page.ts';
import { pickerData } from './picker/picker-data.ts';
import { doubtsOf } from '../notices/drafts/doubts.ts';
import { draftVerdicts, recordVerdicts, verdictsByPath, type DraftVerdict } from './verdicts.ts';
import { type Refusal } from '../values/result.ts';

/** What the page of a draft shows to one officer: the form where it can be written, else the notice as it would be. */
export function draftView(
  database: Database,
  {
    actor,
    visit,
    sent,
    asked,
    locale,
    now,
  }: {
    actor: Actor;
    visit: Parameters<typeof isFresh>[0];
    sent: Sent;
    /** What the address asks: to write though it was handed in; what another page refused. */
    asked: { edit: boolean; refusals: Refusal[] };
    locale: Locale;
    now: number;
  },
) {
  const { draft, typed } = sent;
  const register = findRegister(draft.register)!;
  const kind = register.kinds[draft.kind]!;
  const steps = stepsFor(database, actor, draft, now);
  const isOpen =
    draft.state === 'draft' || draft.state === 'returned' || draft.state === 'submitted' || draft.state === 'approved';
  const isWriting =
    isOpen &&
    steps.has('draft.write') &&
    (draft.state === 'draft' || draft.state === 'returned' || asked.edit || typed !== undefined);
  const t = labels(locale).office.draft;
  const refusals: Refusal[] = [...sent.refusals.filter(({ code }) => code !== 'clash'), ...asked.refusals];
  const open = isWriting
    ? checkDraft(database, typed === undefined ? draft : { ...draft, content: typed as typeof draft.content }, now)
    : [];
  const input = (typed ?? { ...draft.content, ...(draft.amends !== null && { amends: draft.amends }) }) as DraftInput;
  const verdicts =
    draft.state === 'published'
      ? []
      : draftVerdicts(database, { ...draft, content: input as typeof draft.content }, now, locale);
  const form = formOf({
    register,
    kind,
    input: draft.amends === null ? input : { ...input, amends: draft.amends },
    refusals: open,
    doubts: doubtsOf({ ...draft, content: input as typeof draft.content }),
    verdicts: verdictsByPath(verdicts),
    rows: sent.rows,
    locale,
  });
  const brought = isWriting
    ? valuesOf(
        formOf({ register, kind, input: broughtTo(database, draft) as DraftInput, refusals: [], locale }).sections,
      )
    : new Map<string, string>();
  const remarks = findRemarks(database, draft.id);
  const stale = !isFresh(visit, now);
  const seen =
    isWriting || draft.state === 'published'
      ? null
      : preview(database, draft, now, (id) => ({
          page: noticePage({ ...portal(), database }, id, locale)!,
          release: findRelease(database, id)!,
        }));
  const page = seen?.ok ? seen.value.seen.page : null;
  const checks: Check[] = seen?.ok
    ? checksOf(database, draft, seen.value.seen.release.ocid, seen.value.warnings, seen.value.seen.release.content)
    : [];
  const stage =
    draft.state === 'published'
      ? 3
      : draft.state === 'approved' || draft.state === 'scheduled'
        ? 3
        : draft.state === 'submitted'
          ? 2
          : 0;
  const kindLabel = register.labels[language(locale)].kinds[draft.kind];
  const fieldLabel = (path: string) => (path === '' ? t.whole : form.pointOf({ code: 'missing', path }).label);
  const checkText = (check: Check) => checkSentence(check, form, locale);
  /** Refusals by the names of their fields; they lead to a box where there is one. */
  const pointsOf = (some: readonly Refusal[]) =>
    some.map(form.pointOf).map((point) => (isWriting ? point : { ...point, href: '' }));
  const explanations = (input['explanations'] ?? []) as { rule: string; text: string }[];
  const explanationOf = (rule: string) => explanations.find((one) => one.rule === rule)?.text ?? '';
  /** What publishing would violate; of an explanation, what the record already violates. */
  const explainable = [
    ...new Map(
      [
        ...verdicts.filter(({ verdict }) => verdict === 'broken'),
        ...(draft.kind === 'explanation' ? recordVerdicts(database, draft, now, locale) : []),
        ...explanations.map(({ rule }) => ({ rule, title: register.labels[language(locale)].periods?.[rule] ?? rule })),
      ].map((one) => [one.rule, one]),
    ).values(),
  ];
  const amended = page?.amends && findRelease(database, page.amends.id);
  return {
    register,
    kind,
    steps,
    isWriting,
    refusals,
    isOpen,
    input,
    form,
    arranged: arranged(form.sections, brought, locale),
    /** The list that was just given a row: its last one is where the writer goes on. */
    added: Object.keys(sent.rows ?? {})[0] ?? null,
    /** What the author is asked to mend, each leading to its box. */
    openRemarks: remarks.filter(isOpenRemark).map(({ id, path, text: said, reply }) => ({
      id,
      said,
      reply,
      label: fieldLabel(path),
      href: path === '' ? '' : form.pointOf({ code: 'missing', path }).href,
    })),
    review: page ? reviewView(database, draft, page, register, locale, now) : null,
    amendedStanding: amended ? standingOf(database, amended) : null,
    moments: momentsOf(database, draft, sent.at, verdicts, locale),
    latest: refusals.find(({ code }) => code === 'not-then-but')?.expected ?? null,
    mayLook: lookPermission(database, actor, draft, now) === 'granted',
    stale,
    picker: isOpen ? JSON.stringify(pickerData(database, now, locale)) : undefined,
    page,
    checks,
    stage,
    kindLabel,
    checkText,
    pointsOf,
    verdicts,
    explanationOf,
    explainable,
    seen,
  };
}

/** The verdicts of now and of an hour that was typed, rule by rule; null where none was, or it is no moment. */
function momentsOf(
  database: Database,
  draft: Draft,
  typed: string | undefined,
  verdicts: readonly DraftVerdict[],
  locale: Locale,
) {
  const at = typed === undefined ? null : parseInstant(typed);
  if (at === null) return null;
  const then = new Map(draftVerdicts(database, draft, at, locale).map((one) => [one.rule, one]));
  const now = new Map(verdicts.map((one) => [one.rule, one]));
  const rows = [...new Set([...now.keys(), ...then.keys()])].map((rule) => {
    const { title, law } = (then.get(rule) ?? now.get(rule))!;
    return { title, law, now: now.get(rule), then: then.get(rule) };
  });
  const differing = rows.filter((row) => row.now?.word !== row.then?.word || row.now?.count !== row.then?.count);
  return { at: minuteOf(at), rows: differing, same: rows.length - differing.length };
}

/** How each filled box of a draft is read, by its id; '' where it is not, for the next save by hand says why. */
export function readingsOf(draft: Draft, locale: Locale): Record<string, string> {
  const register = findRegister(draft.register)!;
  const kind = register.kinds[draft.kind]!;
  const { sections } = formOf({ register, kind, input: draft.content as DraftInput, refusals: [], locale });
  return Object.fromEntries(
    boxesIn(sections.flatMap(({ fields }) => fields)).map(({ id, reading = '' }) => [id, reading]),
  );
}

/** What is odd in a draft as it was saved, by the id of its box. */
export function doubtsByBox(draft: Draft, locale: Locale): Record<string, FormDoubt[]> {
  const register = findRegister(draft.register)!;
  const kind = register.kinds[draft.kind]!;
  const doubts = doubtsOf(draft);
  const { sections } = formOf({ register, kind, input: draft.content as DraftInput, refusals: [], doubts, locale });
  return Object.fromEntries(
    boxesIn(sections.flatMap(({ fields }) => fields)).flatMap(({ id, doubts: own = [] }) =>
      own.length > 0 ? [[id, own]] : [],
    ),
  );
}

/** What is missing, wrong or odd in a draft as it was saved. */
export function openLinesOf(database: Database, draft: Draft, locale: Locale, now: number): OpenLine[] {
  const register = findRegister(draft.register)!;
  const kind = register.kinds[draft.kind]!;
  const { open } = formOf({
    register,
    kind,
    input: { ...draft.content, ...(draft.amends !== null && { amends: draft.amends }) } as DraftInput,
    refusals: checkDraft(database, draft, now),
    locale,
  });
  return open.map((point) => openLine(point, locale));
}

/** What stands in the boxes of a form, by path. */
function valuesOf(sections: readonly FormSection[]): Map<string, string> {
  const boxes = boxesIn(sections.flatMap(({ fields }) => fields));
  return new Map(boxes.filter(({ value }) => value !== '').map(({ path, value }) => [path, value]));
}

function boxesIn(fields: readonly FormField[]): FormField[] {
  return fields.flatMap((field) => [
    field,
    ...boxesIn(field.members ?? []),
    ...(field.rows ?? []).flatMap((row) => boxesIn(row.fields)),
  ]);
}

function checkSentence({ code, path, found = '' }: Check, form: Form, locale: Locale): string {
  const label = path === undefined ? '' : form.pointOf({ code: 'missing', path }).label;
  return fill(labels(locale).office.checks[code], { label, found: withUnits(found, locale) });
}

/** A form that came after the session had ended, as it was filled in. */
export function typedIn(draft: Draft, kept: string): DraftInput {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(kept)) form.set(name, value);
  return inputOf(form, findKind(draft.register, draft.kind)!);
}
