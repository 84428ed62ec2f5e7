import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { json, notFound } from '../views/faces.ts';
import { listPage } from '../views/list/list-page.ts';
import { readListParameters } from '../views/list/parameters.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ params, url, locals }) => {
  const register = findRegister(params['register']!);
  if (!register) return notFound();
  const { parameters, dropped } = readListParameters(register, url.searchParams);
  return json({ ...(await listPage(portal(), register, parameters, locals.locale)), dropped });
};
