import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { rectificationPage } from '../views/rectification/rectification-page.ts';
import { readRectificationParameters } from '../views/rectification/values.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(rectificationPage(portal(), readRectificationParameters(url.searchParams).parameters, locals.locale));
