import type { APIRoute } from 'astro';
import { beginPasskeySignIn, finishPasskeySignIn } from '../../accounts/factors/passkey-sign-in.ts';
import { letIn, settingsAt, statusOf, visitOf } from '../../office/door.ts';
import { office } from '../../office/office.ts';

/** The two halves of a passkey sign-in: `{}` asks for a challenge, `{response}` answers it. */
export const POST: APIRoute = async ({ request, cookies }) => {
  const { database, settings, now } = office();
  const { response } = (await request.json().catch(() => ({}))) as { response?: unknown };
  if (response === undefined) {
    const begun = await beginPasskeySignIn(settings.origin, now());
    return begun.ok ? Response.json(begun.value) : Response.json(begun.refusals, { status: statusOf(begun.refusals) });
  }
  const { address, agent, token, device } = visitOf(office(), cookies, request.headers);
  const entered = await finishPasskeySignIn(
    database,
    { response, address, agent, ...(token && { token }), ...(device && { device }) },
    settingsAt(settings, request.headers),
    now(),
  );
  if (!entered.ok) return Response.json(entered.refusals, { status: statusOf(entered.refusals) });
  letIn(office(), cookies, entered.value);
  return Response.json({});
};
