import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { jsonFile, notFound } from '../views/faces.ts';
import { listQuery, readListParameters } from '../views/list/parameters.ts';
import { jsonText, streamOf, takeAway } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

/** Programs read codes: why a value is missing is a code here, whatever the language. */
export const GET: APIRoute = async ({ params, url, locals: { locale } }) => {
  const register = findRegister(params['register']!);
  if (!register) return notFound();
  const { parameters, dropped } = readListParameters(register, url.searchParams);
  const table = await takeAway(portal(), register, parameters, { locale, isCoded: true, face: 'json' });
  return jsonFile(
    streamOf(jsonText(table, { register: register.id, asked: listQuery(parameters), dropped })),
    table.next,
  );
};
