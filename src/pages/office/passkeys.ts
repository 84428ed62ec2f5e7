import type { APIRoute } from 'astro';
import { beginPasskey, finishPasskey } from '../../accounts/factors/passkeys.ts';
import { statusOf } from '../../office/door.ts';
import { office } from '../../office/office.ts';

/** The two halves of adding a passkey: `{}` asks for a challenge, `{response, name}` answers it. */
export const POST: APIRoute = async ({ request, locals }) => {
  const { database, settings, now } = office();
  const actor = locals.visit!.actor!;
  const { response, name } = (await request.json().catch(() => ({}))) as { response?: unknown; name?: string };
  const result =
    response === undefined
      ? await beginPasskey(database, actor, settings.origin, now())
      : await finishPasskey(database, actor, { response, name: String(name ?? '') }, settings.origin, now());
  if (!result.ok) return Response.json(result.refusals, { status: statusOf(result.refusals) });
  return Response.json(response === undefined ? result.value : {});
};
