import type { APIRoute } from 'astro';
import { download, FILE_HEADER } from '../../../../../notices/attachments/download.ts';
import { evidenceOf } from '../../../../../office/pages/complaints-page.ts';
import { office } from '../../../../../office/office.ts';

/** A file of evidence, opened for who handles the case; always a download. */
export const GET: APIRoute = ({ params, locals, rewrite }) => {
  const asked = { office: office(), actor: locals.visit!.actor!, now: office().now() };
  const found = evidenceOf(asked, params['id'] ?? '', params['file'] ?? '');
  if (!found) return rewrite('/404');
  const headers = new Headers(download({ name: found.name, sha256: '' }).headers);
  // It stands in the database, sealed, and not among the attachments.
  headers.delete(FILE_HEADER);
  return new Response(found.bytes as Uint8Array<ArrayBuffer>, { headers });
};
