/** Spreadsheets run what begins so as a formula, some also behind spaces or in full width: a quote before it makes it text. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

type Value = string | number | null | undefined;

/** CSV as spreadsheets open it without asking: UTF-8 with BOM, every cell quoted, CRLF. */
export function csv(rows: readonly (readonly Value[])[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}

/** One line with its end. */
export function csvLine(row: readonly Value[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: Value): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
