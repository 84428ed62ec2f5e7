/** The machine faces of pages: the page's own data object as JSON, its rows as CSV. */

/** What readers of feeds look for in the head of a page. */
export const ATOM = 'application/atom+xml';

/** A workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Anybody's page may read it, and by which headers it goes on. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Link, ETag, Retry-After',
};

export function json(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), {
    status,
    headers: { ...OPEN, 'content-type': 'application/json; charset=utf-8' },
  });
}

/** Told in words by whoever sends it, in the language of the address; see `problem.ts`. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** What was named is not there any more, and will not be. */
export function gone(): Response {
  return new Response(null, { status: 410 });
}

/** To the face of the record that has the notices now; 404 where there is none. */
export function movedOrNotFound(path: string | undefined): Response {
  return path === undefined ? notFound() : new Response(null, { status: 308, headers: { ...OPEN, location: path } });
}

export function csvFile(name: string, text: string | ReadableStream, next: string | null): Response {
  return new Response(text, {
    headers: {
      ...OPEN,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      ...(next && { link: `<${next}>; rel="next"` }),
    },
  });
}

/** JSON with the address of the next piece in its `Link` header. */
export function jsonPage(data: unknown, next: string | null): Response {
  const answer = json(data);
  if (next) answer.headers.set('link', `<${next}>; rel="next"`);
  return answer;
}

/** A file that others' programs read, of whatever type. */
export function openFile(text: string, type: string): Response {
  return new Response(text, { headers: { ...OPEN, 'content-type': `${type}; charset=utf-8` } });
}

/** The same with the addresses beside it in its `Link` header, which pages of other sites may read as well. */
export function linked(answer: Response, links: Record<string, string | null>): Response {
  const said = Object.entries(links).flatMap(([rel, path]) => (path === null ? [] : [`<${path}>; rel="${rel}"`]));
  if (said.length > 0) answer.headers.set('link', said.join(', '));
  return answer;
}

/** A feed, as `atomText` writes it. */
export function atomFile(text: string): Response {
  return openFile(text, ATOM);
}

/** JSON that is sent while it is written. */
export function jsonFile(text: ReadableStream, next: string | null): Response {
  return new Response(text, {
    headers: {
      ...OPEN,
      'content-type': 'application/json; charset=utf-8',
      ...(next && { link: `<${next}>; rel="next"` }),
    },
  });
}

export function xlsxFile(name: string, book: Uint8Array, next: string | null): Response {
  return new Response(book as Uint8Array<ArrayBuffer>, {
    headers: {
      ...OPEN,
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      ...(next && { link: `<${next}>; rel="next"` }),
    },
  });
}

export function xmlFile(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
