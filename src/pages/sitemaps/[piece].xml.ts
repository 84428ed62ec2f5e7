import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { notFound, xmlFile } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { sitemapPiece } from '../../views/sitemap/sitemap.ts';

export const GET: APIRoute = async ({ params }) => {
  const laws = await getCollection('laws');
  const piece = sitemapPiece(
    portal(),
    params['piece']!,
    laws.map(({ id }) => id),
  );
  return piece === undefined ? notFound() : xmlFile(piece);
};
