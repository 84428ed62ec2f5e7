import type { APIRoute } from 'astro';
import { catalogue } from '../../views/bulk/catalogue.ts';
import { openFile } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = () => openFile(JSON.stringify(catalogue(portal())), 'application/ld+json');
