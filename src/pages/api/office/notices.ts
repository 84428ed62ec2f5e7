import type { APIRoute } from 'astro';
import { actorOfToken } from '../../../accounts/tokens/token.ts';
import { addressOf, settingsAt, statusOf } from '../../../office/door.ts';
import { sentenceOf } from '../../../office/form/sentence.ts';
import { office } from '../../../office/office.ts';
import { postNotice } from '../../../office/posting/post.ts';
import type { Refusal } from '../../../values/result.ts';

/**
 * `POST /api/office/notices`: a unit's system hands in a notice for review. `Authorization: Bearer gongshi_…`,
 * `Idempotency-Key`, a JSON body as `import --schema` describes, without `id`, `unit` and `publishedAt`. 201 the first
 * time, 200 when it is sent again; 401, 403, 409, 415 and 422 with every refusal and the path of its field.
 */
export const POST: APIRoute = async ({ request }) => {
  const { database, settings, now } = office();
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const actor =
    token === undefined
      ? null
      : actorOfToken(database, token, addressOf(request.headers), settingsAt(settings, request.headers), now());
  if (!actor) return told([{ code: 'token-wrong' }], 401, { 'www-authenticate': 'Bearer' });
  if (!/^application\/json(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    return told([{ code: 'not-json-type', expected: 'application/json' }], 415);
  const result = postNotice(
    database,
    actor,
    { body: await request.text(), key: request.headers.get('idempotency-key') },
    now(),
  );
  if (!result.ok)
    return told(
      result.refusals,
      result.refusals.some(({ code }) => code === 'key-reused') ? 409 : statusOf(result.refusals),
    );
  const { draft, isNew } = result.value;
  return Response.json(
    {
      draft: draft.id,
      state: draft.state,
      hash: draft.hash,
      review: new URL(`/office/drafts/${draft.id}`, settings.origin).href,
    },
    { status: isNew ? 201 : 200 },
  );
};

function told(refusals: readonly Refusal[], status: number, headers: Record<string, string> = {}): Response {
  return Response.json(
    { refusals: refusals.map((refusal) => ({ ...refusal, sentence: sentenceOf(refusal, 'zh') })) },
    { status, headers },
  );
}
