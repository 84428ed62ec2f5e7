import type { APIRoute } from 'astro';
import { permission, type Actor } from '../../../../accounts/permissions.ts';
import type { Database } from '../../../../database/database.ts';
import { download } from '../../../../notices/attachments/download.ts';
import { fileSize, keepIncoming } from '../../../../notices/attachments/keep.ts';
import type { Draft } from '../../../../notices/drafts/draft.ts';
import { attachToDraft, detachFromDraft } from '../../../../notices/drafts/write.ts';
import { statusOf } from '../../../../office/door.ts';
import { readableDraft } from '../../../../office/draft-page.ts';
import { sentenceOf } from '../../../../office/form/sentence.ts';
import { refusalPath } from '../../../../office/refusal-path.ts';
import { office } from '../../../../office/office.ts';
import { receiveFile } from '../../../../office/posting/receive.ts';
import type { Refusal } from '../../../../values/result.ts';
import { logFailure } from '../../../../views/error-log.ts';

/** A draft's file, for who may read the draft. */
export const GET: APIRoute = ({ params, url, locals }) => {
  const { database, settings, now } = office();
  const found = readableDraft(database, locals.visit!.actor!, params['id']!, now());
  const file = found.ok
    ? found.value.content.attachments?.find(({ name }) => name === url.searchParams.get('name'))
    : undefined;
  const isThere = file?.sha256 !== undefined && fileSize(settings.data, file.sha256) !== null;
  return isThere ? download({ name: file.name, sha256: file.sha256! }) : new Response(null, { status: 404 });
};

/** One file a request; a script is told what became of it, a reader without sees it on the draft's page. */
export const POST: APIRoute = async ({ params, request, url, locals, redirect }) => {
  const { database, settings, now } = office();
  const actor = locals.visit!.actor!;
  const page = `/office/drafts/${params['id']}`;
  const found = writableDraft(locals, params['id']!);
  if (!found) return new Response(null, { status: 404 });
  const removed = url.searchParams.get('remove');
  if (removed !== null) return remove(database, actor, found, removed, now());
  const isScript = request.headers.get('accept') === 'application/json';
  const told = (refusal: Refusal | undefined, status: number) =>
    isScript
      ? Response.json(
          { name: refusal?.found ?? '', said: sentenceOf(refusal ?? { code: 'broken' }, locals.locale) },
          { status: 422 },
        )
      : redirect(refusalPath(page, refusal ? [refusal] : []), status as 303);
  // Nothing of it is kept before this: who sends it is known, and may.
  const upload = await receiveFile(request, settings.data);
  if (!upload.ok) return told(upload.refusals[0], 303);
  const { name, file } = upload.value;
  const kept = await keepIncoming(database, settings, name, file, now());
  if (!kept.ok) return told(kept.refusals[0], 303);
  const { unread, unscanned, ...attachment } = kept.value;
  if (unscanned !== undefined) logFailure({ id: 'clamd', error: unscanned });
  const attached = attachToDraft(database, actor, params['id']!, attachment, now());
  if (!attached.ok) return told(attached.refusals[0], statusOf(attached.refusals) === 404 ? 302 : 303);
  const note = unscanned !== undefined ? 'file-kept-unscanned' : unread && 'file-unread';
  const remark = note ? { code: note, found: attachment.name } : undefined;
  if (!isScript) return redirect(remark ? refusalPath(page, [remark]) : `${page}#files`, 303);
  return Response.json({
    name: attachment.name,
    href: `${page}/files?name=${encodeURIComponent(attachment.name)}`,
    ...(remark && { said: sentenceOf(remark, locals.locale) }),
    before: found.version,
    version: attached.value.version,
  });
};

/** Takes a file from the draft, where scripts run. */
function remove(database: Database, actor: Actor, draft: Draft, name: string, now: number): Response {
  const left = detachFromDraft(database, actor, draft.id, name, now);
  return left.ok
    ? Response.json({ name, before: draft.version, version: left.value.version })
    : new Response(null, { status: statusOf(left.refusals) });
}

function writableDraft(locals: App.Locals, id: string): Draft | null {
  const { database, now } = office();
  const actor = locals.visit!.actor!;
  const found = readableDraft(database, actor, id, now());
  const subject = found.ok && { unit: found.value.unit, register: found.value.register };
  return subject && permission(actor, 'draft.write', subject, now()) === 'granted' ? found.value : null;
}
