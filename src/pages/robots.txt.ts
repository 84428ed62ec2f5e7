import type { APIRoute } from 'astro';
import { portal } from '../views/portal.ts';

/** RFC 9309. Searching is for people: its addresses are endless. While demo stories are shown nothing is to be found elsewhere. */
export const GET: APIRoute = () => {
  const { origin, demo } = portal().settings;
  const rules = demo ? ['Disallow: /'] : ['Disallow: /search', 'Disallow: /en/search', 'Disallow: /hant/search'];
  const lines = ['User-agent: *', ...rules, '', `Sitemap: ${origin}/sitemap.xml`, ''];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
