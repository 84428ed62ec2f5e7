import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/approvals/pages.ts';
import { approvalsPage } from '../views/approvals/approvals-page.ts';
import { readApprovalsParameters } from '../views/approvals/values.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) => {
  const { parameters } = readApprovalsParameters(url.searchParams, LIST_PARAMETERS);
  return json(approvalsPage(portal(), parameters, locals.locale));
};
