import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { xmlFile } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { sitemap } from '../views/sitemap/sitemap.ts';

export const GET: APIRoute = async () => {
  const laws = await getCollection('laws');
  return xmlFile(
    sitemap(
      portal(),
      laws.map(({ id }) => id),
    ),
  );
};
