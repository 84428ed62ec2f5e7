import { ITEM_PARAMETERS } from '../../registers/fees/pages.ts';
import type { APIRoute } from 'astro';
import { json, notFound } from '../../views/faces.ts';
import { feePage } from '../../views/fees/fee-page.ts';
import { readFeesParameters } from '../../views/fees/fees-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals }) => {
  const page = feePage(
    portal(),
    params['code']!,
    readFeesParameters(url.searchParams, ITEM_PARAMETERS).parameters.on,
    locals.locale,
  );
  return page ? json(page) : notFound();
};
