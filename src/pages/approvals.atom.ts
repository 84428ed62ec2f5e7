import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/approvals/pages.ts';
import { approvals } from '../registers/approvals/register.ts';
import { chosenApprovals } from '../views/approvals/kept-items.ts';
import { readApprovalsParameters } from '../views/approvals/values.ts';
import { atomFile } from '../views/faces.ts';
import { atomText } from '../views/feeds/feed.ts';
import { keptFeed } from '../views/feeds/kept-feed.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readApprovalsParameters(url.searchParams, LIST_PARAMETERS);
  const records = chosenApprovals(portal(), parameters).map(({ record }) => record);
  return atomFile(atomText(keptFeed(portal(), approvals, records, { ...parameters }, locale), portal(), locale));
};
