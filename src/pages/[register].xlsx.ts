import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { notFound, xlsxFile } from '../views/faces.ts';
import { readListParameters } from '../views/list/parameters.ts';
import { isCodedIn, takeAway } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ params, url, locals: { locale } }) => {
  const register = findRegister(params['register']!);
  if (!register) return notFound();
  const { parameters } = readListParameters(register, url.searchParams);
  const isCoded = isCodedIn(url.searchParams);
  const table = await takeAway(portal(), register, parameters, { locale, isCoded, face: 'xlsx' });
  return xlsxFile(register.id, await workbook(table, isCoded, locale), table.next);
};
