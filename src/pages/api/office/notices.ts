import type { APIRoute } from 'astro';
import { askedAt, machineOf, otherType, refused, unknownToken } from '../../../office/posting/machine.ts';
import { office } from '../../../office/office.ts';
import { postNotice } from '../../../office/posting/post.ts';

/**
 * `POST /api/office/notices`: a unit's system hands in a notice for review. `Authorization: Bearer gongshi_…`,
 * `Idempotency-Key`, a JSON body as `import --schema` describes, without what the office itself knows; files by the
 * `upload` that `/api/office/attachments` gave. 201 the first time, 200 when it is sent again; 401, 403, 409, 415 and
 * 422 with every refusal and the path of its member. What became of it tells `GET /api/office/notices/{id}`.
 */
export const POST: APIRoute = async ({ request, url, locals }) => {
  const at = askedAt({ url, locals });
  const { database, settings, now } = office();
  const actor = machineOf(office(), request);
  if (!actor) return unknownToken(at);
  if (!/^application\/json(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    return otherType(at, 'application/json');
  const sent = { body: await request.text(), key: request.headers.get('idempotency-key') };
  const result = postNotice(database, actor, sent, now());
  if (!result.ok) return refused(result.refusals, at);
  const { draft, isNew } = result.value;
  return Response.json(
    {
      draft: draft.id,
      state: draft.state,
      hash: draft.hash,
      status: new URL(`/api/office/notices/${draft.id}`, settings.origin).href,
      review: new URL(`/office/drafts/${draft.id}`, settings.origin).href,
    },
    { status: isNew ? 201 : 200 },
  );
};
