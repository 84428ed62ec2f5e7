import type { APIRoute } from 'astro';
import { jsonPage, notFound } from '../../../../views/faces.ts';
import { readCursor, releasePackage } from '../../../../views/ocds/packages.ts';
import { portal } from '../../../../views/portal.ts';

export const GET: APIRoute = ({ url }) => {
  const cursor = readCursor(url.searchParams);
  const page = cursor && releasePackage(portal(), cursor);
  return page ? jsonPage(page.json, page.next) : notFound();
};
