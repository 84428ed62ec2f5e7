import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { csvMetadataPath } from '../views/bulk/columns.ts';
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
  const answer = csvFile(register.id, streamOf(csvText(table, isCoded, locale)), table.next);
  answer.headers.append('link', `<${csvMetadataPath(register.id)}>; rel="describedby"; type="application/csvm+json"`);
  return answer;
};
