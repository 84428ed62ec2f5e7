import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { href } from '../views/address.ts';
import { icsFile } from '../views/clock/ics.ts';
import { notFound } from '../views/faces.ts';
import { listHappenings } from '../views/list/happenings.ts';
import { readListParameters } from '../views/list/parameters.ts';
import { portal } from '../views/portal.ts';
import { hasList } from '../views/routes.ts';

/** The dates of the records that a list shows; a register without a list has the calendar, narrowed to it. */
export const GET: APIRoute = async ({ params, url, locals: { locale }, redirect }) => {
  const register = findRegister(params['register']!);
  if (!register) return notFound();
  if (!hasList(register)) return redirect(href(locale, `/calendar.ics?register=${register.id}`), 302);
  const { parameters } = readListParameters(register, url.searchParams);
  return icsFile(await listHappenings(portal(), register, parameters, locale), register.id);
};
