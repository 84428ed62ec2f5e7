import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { atomFile, notFound } from '../views/faces.ts';
import { atomText } from '../views/feeds/feed.ts';
import { listFeed } from '../views/feeds/list-feed.ts';
import { readListParameters } from '../views/list/parameters.ts';
import { portal } from '../views/portal.ts';
import { hasList } from '../views/routes.ts';

export const GET: APIRoute = async ({ params, url, locals: { locale } }) => {
  const register = findRegister(params['register']!);
  if (!register || !hasList(register)) return notFound();
  const { parameters } = readListParameters(register, url.searchParams);
  return atomFile(atomText(await listFeed(portal(), register, parameters, locale), portal(), locale));
};
