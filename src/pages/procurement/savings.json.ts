import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { savingsPage } from '../../views/procurement/savings-page.ts';
import { readPurchaseParameters } from '../../views/procurement/values.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(savingsPage(portal(), readPurchaseParameters(url.searchParams).parameters, locals.locale));
