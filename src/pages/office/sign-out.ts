import type { APIRoute } from 'astro';
import { signOut } from '../../accounts/sessions/sessions.ts';
import { letOut } from '../../office/door.ts';
import { office } from '../../office/office.ts';

export const POST: APIRoute = ({ cookies, redirect, locals }) => {
  const { database, now } = office();
  const { token, address } = locals.visit!;
  if (token) signOut(database, token, address, now());
  letOut(office(), cookies);
  return redirect('/office/sign-in?out=', 303);
};
