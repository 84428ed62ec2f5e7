import type { APIRoute } from 'astro';
import { casePage } from '../../views/cases/case-page.ts';
import { json, notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = casePage(portal(), params['code']!, locals.locale);
  return page ? json(page) : notFound();
};
