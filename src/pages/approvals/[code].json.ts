import type { APIRoute } from 'astro';
import { ITEM_PARAMETERS } from '../../registers/approvals/pages.ts';
import { approvalPage } from '../../views/approvals/approval-page.ts';
import { readApprovalsParameters } from '../../views/approvals/values.ts';
import { json, notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals }) => {
  const { on } = readApprovalsParameters(url.searchParams, ITEM_PARAMETERS).parameters;
  const page = approvalPage(portal(), params['code']!, on, locals.locale);
  return page ? json(page) : notFound();
};
