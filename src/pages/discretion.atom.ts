import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/discretion/pages.ts';
import { discretion } from '../registers/discretion/register.ts';
import { chosenBenchmarks } from '../views/discretion/discretion-page.ts';
import { readDiscretionParameters } from '../views/discretion/values.ts';
import { atomFile } from '../views/faces.ts';
import { atomText } from '../views/feeds/feed.ts';
import { keptFeed } from '../views/feeds/kept-feed.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readDiscretionParameters(url.searchParams, LIST_PARAMETERS);
  const records = chosenBenchmarks(portal(), parameters).map(({ record }) => record);
  return atomFile(atomText(keptFeed(portal(), discretion, records, { ...parameters }, locale), portal(), locale));
};
