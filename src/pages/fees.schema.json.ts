import type { APIRoute } from 'astro';
import { catalogueSchema } from '../views/fees/published.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(catalogueSchema(portal()), null, 2), {
    headers: { 'content-type': 'application/schema+json', 'access-control-allow-origin': '*' },
  });
