import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { electronicPage } from '../../views/procurement/electronic-page.ts';
import { readPurchaseParameters } from '../../views/procurement/values.ts';

export const GET: APIRoute = ({ url }) =>
  json(electronicPage(portal(), readPurchaseParameters(url.searchParams).parameters));
