import type { APIRoute } from 'astro';
import { changesPage, readChangesQuery } from '../../views/changes/changes-page.ts';
import { gone, json, linked, notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ url }) => {
  const query = readChangesQuery(url.searchParams);
  if (!query) return notFound();
  const page = changesPage(portal(), query);
  return page ? linked(json(page), { next: page.next, prev: page.previous }) : gone();
};
