/** The machine faces of pages: the page's own data object as JSON, its rows as CSV. */

/** Rows of one CSV unless `limit` asks for fewer; the next ones are named by the `Link` header. */
export const CSV_ROWS = 500;

/** Anybody's page may read it. */
const OPEN = { 'access-control-allow-origin': '*' };

export function json(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), {
    status,
    headers: { ...OPEN, 'content-type': 'application/json; charset=utf-8' },
  });
}

export function notFound(): Response {
  return json({ error: 'not-found' }, 404);
}

export function csvFile(name: string, text: string, next: string | null): Response {
  return new Response(text, {
    headers: {
      ...OPEN,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      ...(next && { link: `<${next}>; rel="next"` }),
    },
  });
}
