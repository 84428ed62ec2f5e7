import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { fundsPage } from '../views/funds/funds-page.ts';
import { readFundsParameters } from '../views/funds/values.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(fundsPage(portal(), readFundsParameters(url.searchParams).parameters, locals.locale));
