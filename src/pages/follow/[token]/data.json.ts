import type { APIRoute } from 'astro';
import { FollowerKeys } from '../../../following/keys.ts';
import { followerData } from '../../../views/following/manage-page.ts';
import { portal } from '../../../views/portal.ts';

/** Everything that is kept of whoever holds the link. */
export const GET: APIRoute = ({ params }) => {
  const { key } = portal().settings;
  const data = key && followerData(portal(), new FollowerKeys(key), params['token'] ?? '');
  if (!data) return new Response(null, { status: 404 });
  return Response.json(data, { headers: { 'content-disposition': 'attachment; filename="gongshi-follow.json"' } });
};
