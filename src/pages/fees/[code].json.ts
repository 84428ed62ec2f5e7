import type { APIRoute } from 'astro';
import { json, notFound } from '../../site/faces.ts';
import { feePage } from '../../site/fees/fee-page.ts';
import { readFeesParameters } from '../../site/fees/fees-page.ts';
import { portal } from '../../site/portal.ts';

export const GET: APIRoute = ({ params, url, locals }) => {
  const page = feePage(portal(), params['code']!, readFeesParameters(url.searchParams).parameters.on, locals.locale);
  return page ? json(page) : notFound();
};
