import type { APIRoute } from 'astro';
import { partyFace } from '../../views/party/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals: { locale } }) =>
  partyFace(portal(), { id: params['id']!, asUnit: false, search: url.searchParams, face: 'json', locale });
