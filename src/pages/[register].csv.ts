import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { href, withQuery } from '../views/address.ts';
import { csv } from '../views/csv.ts';
import { CSV_ROWS, csvFile, notFound } from '../views/faces.ts';
import { listPage } from '../views/list/list-page.ts';
import { listQuery, readListParameters } from '../views/list/parameters.ts';
import { portal } from '../views/portal.ts';
import { listTable } from '../views/list/tables.ts';

export const GET: APIRoute = async ({ params, url, locals }) => {
  const register = findRegister(params['register']!);
  if (!register) return notFound();
  const { parameters } = readListParameters(register, url.searchParams);
  const list = await listPage(
    portal(),
    register,
    { ...parameters, limit: parameters.limit ?? CSV_ROWS },
    locals.locale,
  );
  const next =
    list.next &&
    withQuery(
      href(locals.locale, `/${register.id}.csv`),
      listQuery(parameters, { limit: parameters.limit, before: list.next }),
    );
  return csvFile(register.id, csv(listTable(list, locals.locale)), next);
};
