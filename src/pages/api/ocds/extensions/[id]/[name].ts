import type { APIRoute } from 'astro';
import { notFound, openFile } from '../../../../../views/faces.ts';
import { extensionFile } from '../../../../../views/ocds/extension-files.ts';
import { portal } from '../../../../../views/portal.ts';

export const GET: APIRoute = ({ params }) => {
  const file = extensionFile(portal(), params['id']!, params['name']!);
  return file ? openFile(file.text, file.type) : notFound();
};
