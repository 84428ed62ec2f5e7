import type { APIRoute } from 'astro';
import { office } from '../../office/office.ts';
import { columnsOf } from '../../office/posting/table.ts';
import { templateBook, templateHeads } from '../../office/posting/template.ts';
import { findKind, findRegister } from '../../registers/registers.ts';

/** The template of a kind, `?kind=land grant&format=csv|xlsx`: heads in the reader's language; the workbook helps to fill it in. */
export const GET: APIRoute = async ({ url, locals }) => {
  office();
  const [registerId = '', kindId = ''] = (url.searchParams.get('kind') ?? '').split(' ');
  const register = findRegister(registerId);
  const kind = findKind(registerId, kindId);
  if (!register || !kind) return new Response(null, { status: 404 });
  const columns = columnsOf(register, kind, locals.locale);
  const named = (format: string) => ({
    'content-disposition': `attachment; filename="${registerId}-${kindId}.${format}"`,
  });
  if (url.searchParams.get('format') !== 'xlsx')
    return new Response(
      `\ufeff${templateHeads(columns)
        .map((head) => `"${head.replaceAll('"', '""')}"`)
        .join(',')}\r\n`,
      {
        headers: { 'content-type': 'text/csv; charset=utf-8', ...named('csv') },
      },
    );
  return new Response(await templateBook(columns, locals.locale), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ...named('xlsx') },
  });
};
