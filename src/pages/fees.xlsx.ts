import type { APIRoute } from 'astro';
import writeXlsxFile from 'write-excel-file/node';
import { xlsxFile } from '../views/faces.ts';
import { readFeesParameters } from '../views/fees/fees-page.ts';
import { catalogueTable } from '../views/fees/published.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const [heads = [], ...rows] = catalogueTable(
    portal(),
    readFeesParameters(url.searchParams).parameters,
    locals.locale,
  );
  const cells = [
    heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ value, type: String }))),
  ];
  const book = await (await writeXlsxFile(cells, {})).toBuffer();
  return xlsxFile('fees', book, null);
};
