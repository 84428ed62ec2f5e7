import type { APIRoute } from 'astro';
import { rectification } from '../registers/rectification/register.ts';
import { atomFile } from '../views/faces.ts';
import { atomText } from '../views/feeds/feed.ts';
import { keptFeed } from '../views/feeds/kept-feed.ts';
import { portal } from '../views/portal.ts';
import { chosenMatters } from '../views/rectification/kept-matters.ts';
import { readRectificationParameters } from '../views/rectification/values.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readRectificationParameters(url.searchParams);
  const records = chosenMatters(portal(), parameters).map(({ record }) => record);
  return atomFile(atomText(keptFeed(portal(), rectification, records, { ...parameters }, locale), portal(), locale));
};
