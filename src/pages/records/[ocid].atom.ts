import type { APIRoute } from 'astro';
import { href, ocidIn } from '../../views/address.ts';
import { atomFile, movedOrNotFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { recordFeed } from '../../views/feeds/single-feeds.ts';
import { portal } from '../../views/portal.ts';
import { movedPath } from '../../views/record/moved.ts';
import { recordPage } from '../../views/record/record-page.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const ocid = ocidIn(params['ocid']!);
  const page = recordPage(portal(), ocid, locale);
  if (page) return atomFile(atomText(recordFeed(portal(), page, locale), portal(), locale));
  const path = movedPath(portal(), ocid);
  return movedOrNotFound(path && href(locale, `${path}.atom`));
};
