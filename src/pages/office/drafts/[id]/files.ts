import type { APIRoute } from 'astro';
import { permission } from '../../../../accounts/permissions.ts';
import { download } from '../../../../notices/attachments/download.ts';
import { keepFile, readFile } from '../../../../notices/attachments/keep.ts';
import { attachToDraft } from '../../../../notices/drafts/write.ts';
import { readForm, statusOf } from '../../../../office/door.ts';
import { readableDraft } from '../../../../office/draft-page.ts';
import { refusalPath } from '../../../../office/refusal-path.ts';
import { office } from '../../../../office/office.ts';

/** A draft's file, for who may read the draft. */
export const GET: APIRoute = ({ params, url, locals }) => {
  const { database, settings, now } = office();
  const found = readableDraft(database, locals.visit!.actor!, params['id']!, now());
  const file = found.ok
    ? found.value.content.attachments?.find(({ name }) => name === url.searchParams.get('name'))
    : undefined;
  const bytes = file?.sha256 ? readFile(settings.data, file.sha256) : null;
  return bytes ? download(file!, bytes) : new Response(null, { status: 404 });
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
  const upload = (await readForm(request)).get('file');
  if (!(upload instanceof File) || upload.name === '')
    return redirect(refusalPath(page, [{ code: 'file-empty', found: '' }]), 303);
  const kept = await keepFile(database, settings.data, upload.name, Buffer.from(await upload.arrayBuffer()), now());
  const attached = kept.ok ? attachToDraft(database, actor, params['id']!, kept.value, now()) : kept;
  if (attached.ok) return redirect(`${page}#files`, 303);
  return redirect(refusalPath(page, attached.refusals), statusOf(attached.refusals) === 404 ? 302 : 303);
};
