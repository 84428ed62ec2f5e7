import type { APIRoute } from 'astro';
import { xmlFile } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { sitemap } from '../views/sitemap/sitemap.ts';

export const GET: APIRoute = () => xmlFile(sitemap(portal()));
