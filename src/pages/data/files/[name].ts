import type { APIRoute } from 'astro';
import { bulkDownload } from '../../../views/bulk/download.ts';
import { portal } from '../../../views/portal.ts';

export const GET: APIRoute = ({ params, rewrite }) => bulkDownload(portal(), params['name']!) ?? rewrite('/404');
