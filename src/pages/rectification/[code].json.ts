import type { APIRoute } from 'astro';
import { json, notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { matterPage } from '../../views/rectification/matter-page.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = matterPage(portal(), params['code']!, locals.locale);
  return page ? json(page) : notFound();
};
