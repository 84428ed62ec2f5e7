import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { qualityPage } from '../../views/ocds/quality-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ url }) => json(qualityPage(portal(), url.searchParams.get('before')));
