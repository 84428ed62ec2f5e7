import type { APIRoute } from 'astro';
import { ocidIn } from '../../views/address.ts';
import { json, notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { recordPage } from '../../views/record/record-page.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = recordPage(portal(), ocidIn(params['ocid']!), locals.locale);
  return page ? json(page) : notFound();
};
