import type { APIRoute } from 'astro';
import { findRegister } from '../registers/registers.ts';
import { notFound } from '../views/faces.ts';

/** A register's dates are those of the calendar, narrowed to it. */
export const GET: APIRoute = ({ params, redirect }) =>
  findRegister(params['register']!) ? redirect(`/calendar.ics?register=${params['register']}`, 302) : notFound();
