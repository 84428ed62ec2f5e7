import type { APIRoute } from 'astro';
import { directoryFace } from '../views/party/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) =>
  directoryFace(portal(), 'units', { search: url.searchParams, face: 'json', locale });
