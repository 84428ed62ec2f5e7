import type { APIRoute } from 'astro';
import { ITEM_PARAMETERS } from '../../registers/discretion/pages.ts';
import { benchmarkPage } from '../../views/discretion/discretion-page.ts';
import { readDiscretionParameters } from '../../views/discretion/values.ts';
import { json, notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals }) => {
  const { on } = readDiscretionParameters(url.searchParams, ITEM_PARAMETERS).parameters;
  const page = benchmarkPage(portal(), params['code']!, on, locals.locale);
  return page ? json(page) : notFound();
};
