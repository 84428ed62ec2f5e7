import type { APIRoute } from 'astro';
import { jsonFile } from '../views/faces.ts';
import { jsonText, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';
import { statisticsTable } from '../views/complaints/tables.ts';

export const GET: APIRoute = ({ locals: { locale } }) =>
  jsonFile(streamOf(jsonText(statisticsTable(portal(), locale), {})), null);
