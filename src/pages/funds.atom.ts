import type { APIRoute } from 'astro';
import { funds } from '../registers/funds/register.ts';
import { atomFile } from '../views/faces.ts';
import { keptFeed } from '../views/feeds/kept-feed.ts';
import { atomText } from '../views/feeds/feed.ts';
import { chosenFunds } from '../views/funds/kept-funds.ts';
import { readFundsParameters } from '../views/funds/values.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readFundsParameters(url.searchParams);
  const records = chosenFunds(portal(), parameters).kept.map(({ record }) => record);
  return atomFile(atomText(keptFeed(portal(), funds, records, { ...parameters }, locale), portal(), locale));
};
