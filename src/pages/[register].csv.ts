import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { csvFile, notFound } from '../views/faces.ts';
import { readListParameters } from '../views/list/parameters.ts';
import { csvText, isCodedIn, streamOf, takeAway } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ params, url, locals: { locale } }) => {
  const register = findRegister(params['register']!);
  if (!register) return notFound();
  const { parameters } = readListParameters(register, url.searchParams);
  const isCoded = isCodedIn(url.searchParams);
  const table = await takeAway(portal(), register, parameters, { locale, isCoded, face: 'csv' });
  return csvFile(register.id, streamOf(csvText(table, isCoded, locale)), table.next);
};
