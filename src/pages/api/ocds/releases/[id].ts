import type { APIRoute } from 'astro';
import { json, notFound } from '../../../../views/faces.ts';
import { noticeId } from '../../../../views/notice/notice-page.ts';
import { packageOfRelease } from '../../../../views/ocds/packages.ts';
import { portal } from '../../../../views/portal.ts';

export const GET: APIRoute = ({ params }) => {
  const found = packageOfRelease(portal(), noticeId(params['id']!));
  return found ? json(found) : notFound();
};
