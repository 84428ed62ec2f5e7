import type { APIRoute } from 'astro';
import { office } from '../../../office/office.ts';
import { askedAt, machineOf, otherType, refused, unknownToken } from '../../../office/posting/machine.ts';
import { takeUpload } from '../../../office/posting/upload.ts';
import { logFailure } from '../../../views/error-log.ts';

/**
 * `POST /api/office/attachments`: one file of a form (`multipart/form-data`), checked as on the page of a draft. 201 with
 * the `upload` by which a notice of the same unit names it within a day.
 */
export const POST: APIRoute = async ({ request, url, locals }) => {
  const at = askedAt({ url, locals });
  const actor = machineOf(office(), request);
  if (!actor) return unknownToken(at);
  if (!/^multipart\/form-data;/i.test(request.headers.get('content-type') ?? ''))
    return otherType(at, 'multipart/form-data');
  const taken = await takeUpload(office(), actor, request);
  if (!taken.ok) return refused(taken.refusals, at);
  const { unscanned, ...upload } = taken.value;
  if (unscanned !== undefined) logFailure({ id: 'clamd', error: unscanned });
  return Response.json({ ...upload, ...(unscanned !== undefined && { unscanned: true }) }, { status: 201 });
};
