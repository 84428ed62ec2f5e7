import type { APIRoute } from 'astro';
import { saveDraft } from '../../../../notices/drafts/write.ts';
import { answerRemarks } from '../../../../notices/drafts/remarks/storage.ts';
import type { DraftContent } from '../../../../notices/drafts/draft.ts';
import { begunFrom } from '../../../../office/clash/clash.ts';
import { readableDraft, repliesIn } from '../../../../office/draft-page.ts';
import { readForm, statusOf } from '../../../../office/door.ts';
import { idOf } from '../../../../office/form/field.ts';
import { inputOf } from '../../../../office/form/input.ts';
import { doubtsByBox, openLinesOf, readingsOf } from '../../../../office/draft-view.ts';
import { shortMinute } from '../../../../office/names.ts';
import { office } from '../../../../office/office.ts';
import { draftVerdicts } from '../../../../office/verdicts.ts';
import { findKind } from '../../../../registers/registers.ts';

/** Saves what is typed while it is typed; the version keeps two tabs from overwriting each other. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { database, now: clock } = office();
  const now = clock();
  const actor = locals.visit!.actor!;
  const found = readableDraft(database, actor, params['id']!, now);
  if (!found.ok) return Response.json(found.refusals, { status: 404 });
  const form = await readForm(request);
  const kind = findKind(found.value.register, found.value.kind)!;
  const saved = saveDraft(
    database,
    actor,
    found.value.id,
    Number(form.get('version')),
    inputOf(form, kind) as DraftContent,
    now,
  );
  if (saved.ok || saved.clash) answerRemarks(database, found.value.id, repliesIn(form));
  if (!saved.ok) return Response.json(saved.refusals, { status: statusOf(saved.refusals) });
  return Response.json({
    version: saved.value.version,
    begun: begunFrom(saved.value),
    at: shortMinute(saved.value.savedAt, now),
    verdicts: draftVerdicts(database, saved.value, now, locals.locale).map(({ path, ...verdict }) => ({
      ...verdict,
      box: path && idOf(path),
    })),
    doubts: doubtsByBox(saved.value, locals.locale),
    readings: readingsOf(saved.value, locals.locale),
    open: openLinesOf(database, saved.value, locals.locale, now),
  });
};
