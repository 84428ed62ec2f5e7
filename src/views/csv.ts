/** Spreadsheets run what begins so as a formula: a quote before it makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

/** CSV as spreadsheets open it without asking: UTF-8 with BOM, every cell quoted, CRLF. */
export function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
