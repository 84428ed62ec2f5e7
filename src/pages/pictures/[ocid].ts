import type { APIRoute } from 'astro';
import { ocidIn } from '../../views/address.ts';
import { notFound, OPEN } from '../../views/faces.ts';
import { recordPicture } from '../../views/pictures/record-picture.ts';
import { portal } from '../../views/portal.ts';
import { recordPage } from '../../views/record/record-page.ts';

/** The picture of a record in previews of its address. */
export const GET: APIRoute = async ({ params, locals: { locale } }) => {
  const page = recordPage(portal(), ocidIn(params.ocid!), locale);
  if (!page || !('title' in page)) return notFound();
  const picture = await recordPicture(page, locale);
  if (!picture.ok) return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
  return new Response(new Uint8Array(picture.value), { headers: { ...OPEN, 'content-type': 'image/png' } });
};
