import type { APIRoute } from 'astro';
import { csvMetadata } from '../views/bulk/csv-metadata.ts';
import { LISTED } from '../views/bulk/data-page.ts';
import { notFound, openFile } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ params }) => {
  const register = LISTED.find(({ id }) => id === params['register']);
  return register ? openFile(JSON.stringify(csvMetadata(portal(), register)), 'application/csvm+json') : notFound();
};
