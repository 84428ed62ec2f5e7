import type { APIRoute } from 'astro';
import { json, notFound } from '../../site/faces.ts';
import { portal } from '../../site/portal.ts';
import { recordPage } from '../../site/record-page.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = recordPage(portal(), params['ocid']!, locals.locale);
  return page ? json(page) : notFound();
};
