import type { APIRoute } from 'astro';
import { json, notFound } from '../../site/faces.ts';
import { noticeId, noticePage } from '../../site/notice-page.ts';
import { portal } from '../../site/portal.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const page = noticePage(portal(), noticeId(params['id']!), locals.locale);
  return page ? json(page) : notFound();
};
