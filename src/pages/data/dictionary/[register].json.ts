import type { APIRoute } from 'astro';
import { findRegister } from '../../../registers/registers.ts';
import { dictionaryPage } from '../../../views/dictionary/dictionary-page.ts';
import { json, notFound } from '../../../views/faces.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const register = findRegister(params['register']!);
  return register ? json(dictionaryPage(register, locals.locale)) : notFound();
};
