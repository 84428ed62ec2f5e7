import type { APIRoute } from 'astro';
import { json, notFound } from '../../views/faces.ts';
import { fundPage } from '../../views/funds/fund-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = fundPage(portal(), params['code']!, locals.locale);
  return page ? json(page) : notFound();
};
