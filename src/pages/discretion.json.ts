import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/discretion/pages.ts';
import { discretionPage } from '../views/discretion/discretion-page.ts';
import { readDiscretionParameters } from '../views/discretion/values.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) => {
  const { parameters } = readDiscretionParameters(url.searchParams, LIST_PARAMETERS);
  return json(discretionPage(portal(), parameters, locals.locale));
};
