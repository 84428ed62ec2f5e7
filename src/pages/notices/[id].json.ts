import type { APIRoute } from 'astro';
import { json, notFound } from '../../views/faces.ts';
import { noticeId, noticePage } from '../../views/notice/notice-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = noticePage(portal(), noticeId(params['id']!), locals.locale);
  return page ? json(page) : notFound();
};
