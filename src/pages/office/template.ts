import type { APIRoute } from 'astro';
import writeXlsxFile from 'write-excel-file/node';
import { office } from '../../office/office.ts';
import { columnsOf } from '../../office/posting/table.ts';
import { findKind, findRegister } from '../../registers/registers.ts';

/** The template of a kind, `?kind=land grant&format=csv|xlsx`: heads in the reader's language, `*` where required. */
export const GET: APIRoute = async ({ url, locals }) => {
  office();
  const [registerId = '', kindId = ''] = (url.searchParams.get('kind') ?? '').split(' ');
  const register = findRegister(registerId);
  const kind = findKind(registerId, kindId);
  if (!register || !kind) return new Response(null, { status: 404 });
  const heads = columnsOf(register, kind, locals.locale).map(({ head, required }) => (required ? `${head}*` : head));
  const named = (format: string) => ({
    'content-disposition': `attachment; filename="${registerId}-${kindId}.${format}"`,
  });
  if (url.searchParams.get('format') !== 'xlsx')
    return new Response(`\ufeff${heads.map((head) => `"${head.replaceAll('"', '""')}"`).join(',')}\r\n`, {
      headers: { 'content-type': 'text/csv; charset=utf-8', ...named('csv') },
    });
  const book = await (
    await writeXlsxFile([heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))], {})
  ).toBuffer();
  return new Response(new Uint8Array(book), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ...named('xlsx') },
  });
};
