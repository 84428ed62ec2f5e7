import type { APIRoute } from 'astro';
import { permission } from '../../../../accounts/permissions.ts';
import { download } from '../../../../notices/attachments/download.ts';
import { fileSize, keepIncoming } from '../../../../notices/attachments/keep.ts';
import { attachToDraft } from '../../../../notices/drafts/write.ts';
import { statusOf } from '../../../../office/door.ts';
import { readableDraft } from '../../../../office/draft-page.ts';
import { refusalPath } from '../../../../office/refusal-path.ts';
import { office } from '../../../../office/office.ts';
import { receiveFile } from '../../../../office/posting/receive.ts';
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

/** One file a request; what is refused is told on the draft's page. */
export const POST: APIRoute = async ({ params, request, locals, redirect }) => {
  const { database, settings, now } = office();
  const actor = locals.visit!.actor!;
  const page = `/office/drafts/${params['id']}`;
  const found = readableDraft(database, actor, params['id']!, now());
  const subject = found.ok && { unit: found.value.unit, register: found.value.register };
  if (!subject || permission(actor, 'draft.write', subject, now()) !== 'granted')
    return new Response(null, { status: 404 });
  // Nothing of it is kept before this: who sends it is known, and may.
  const upload = await receiveFile(request, settings.data);
  if (!upload.ok) return redirect(refusalPath(page, upload.refusals), 303);
  const { name, file } = upload.value;
  const kept = await keepIncoming(database, settings, name, file, now());
  if (!kept.ok) return redirect(refusalPath(page, kept.refusals), 303);
  const { unread, unscanned, ...attachment } = kept.value;
  if (unscanned !== undefined) logFailure({ id: 'clamd', error: unscanned });
  const attached = attachToDraft(database, actor, params['id']!, attachment, now());
  if (!attached.ok)
    return redirect(refusalPath(page, attached.refusals), statusOf(attached.refusals) === 404 ? 302 : 303);
  const note = unscanned !== undefined ? 'file-kept-unscanned' : unread && 'file-unread';
  return redirect(note ? refusalPath(page, [{ code: note, found: name }]) : `${page}#files`, 303);
};
