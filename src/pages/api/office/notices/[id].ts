import type { APIRoute } from 'astro';
import { office } from '../../../../office/office.ts';
import { handedInState } from '../../../../office/posting/handed-in.ts';
import { askedAt, machineOf, refused, unknownToken } from '../../../../office/posting/machine.ts';

/** `GET /api/office/notices/{id}`: what became of what this unit's systems handed in; 404 for everything else. */
export const GET: APIRoute = ({ params, request, url, locals }) => {
  const at = askedAt({ url, locals });
  const { locale } = locals;
  const { database, settings, now } = office();
  const actor = machineOf(office(), request);
  if (!actor) return unknownToken(at);
  const state = handedInState(database, actor, params['id']!, { origin: settings.origin, locale }, now());
  return state ? Response.json(state) : refused([{ code: 'hidden' }], at);
};
