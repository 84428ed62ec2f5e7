import type { APIRoute } from 'astro';
import { ITEM_PARAMETERS } from '../../registers/fees/pages.ts';
import { atomFile, notFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { feeFeed } from '../../views/feeds/single-feeds.ts';
import { feePage } from '../../views/fees/fee-page.ts';
import { readFeesParameters } from '../../views/fees/fees-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals: { locale } }) => {
  const { on } = readFeesParameters(url.searchParams, ITEM_PARAMETERS).parameters;
  const page = feePage(portal(), params['code']!, on, locale);
  return page ? atomFile(atomText(feeFeed(portal(), page, locale), portal(), locale)) : notFound();
};
