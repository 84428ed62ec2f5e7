/** A box of a row: its name within the row, and what stands above it. */
export interface Column {
  name: string;
  label: string;
}

export interface Placed {
  /** What goes where, row by row: the name of a column and its text. Blank cells are not there. */
  rows: (readonly [name: string, text: string])[][];
  /** Headings that no box is called, or how many columns stood beyond the last box. */
  strange: string[];
  beyond: number;
}

/**
 * Rows of cells as spreadsheets and Word put them on the clipboard: parted by tabs, and a cell that holds lines in quotes.
 * Null where it is one cell or no table: that is pasted as ever.
 */
export function cellsOf(text: string, isTable: boolean): string[][] | null {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  if (plain === '' || !(plain.includes('\t') || isTable)) return null;
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  for (let end: string | undefined; end !== '';) {
    const [, quoted, bare, mark] = cell.exec(plain)!;
    end = mark!;
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare!).trim());
    if (end === '\n') rows.push([]);
  }
  return rows.length === 1 && rows[0]!.length === 1 ? null : rows.filter((row) => row.some((one) => one !== ''));
}

/**
 * Cells by the names of their boxes: by the headings where the first row is one, else from box number `from` on, to the right.
 * A heading that names a unit (`面积（㎡）`) lends it to bare numbers below, or they would be read in the unit of the box.
 */
export function placed(cells: readonly (readonly string[])[], columns: readonly Column[], from: number): Placed {
  const heads = headsOf(cells[0] ?? [], columns);
  if (heads === null) {
    const names = columns.slice(from).map(({ name }) => name);
    const beyond = Math.max(0, ...cells.map((row) => row.findLastIndex((text) => text !== '') + 1)) - names.length;
    return { rows: cells.map((row) => filled(row, names)), strange: [], beyond: Math.max(0, beyond) };
  }
  const names = heads.map((head) => head?.name);
  const rows = cells.slice(1).map((row) =>
    filled(
      row.map((text, at) => (isBareNumber(text) ? text + (heads[at]?.unit ?? '') : text)),
      names,
    ),
  );
  const strange = cells[0]!.filter((text, at) => text !== '' && heads[at] === null);
  return { rows, strange, beyond: 0 };
}

function filled(row: readonly string[], names: readonly (string | undefined)[]): (readonly [string, string])[] {
  return row.flatMap((text, at) => (text !== '' && names[at] !== undefined ? [[names[at], text] as const] : []));
}

type Head = { name: string; unit: string } | null;

/** Null where the first row is no heading: less than half of it are names of boxes. */
function headsOf(row: readonly string[], columns: readonly Column[]): Head[] | null {
  const heads = row.map((text): Head => {
    const [, name = '', bracket = ''] = /^(.*?)(?:[（(]([^（()）]*)[)）])?$/s.exec(text.replaceAll(/\s/g, ''))!;
    const found =
      columns.find(({ label }) => plain(label) === plain(text)) ??
      columns.find(({ label }) => plain(label).replace(/[（(].*$/, '') === plain(name));
    return found && name !== '' ? { name: found.name, unit: UNIT.test(bracket) ? bracket : '' } : null;
  });
  const known = heads.filter((head) => head !== null).length;
  return known > 0 && known * 2 >= row.filter((text) => text !== '').length ? heads : null;
}

const UNIT = /^(?:㎡|m²|m2|平方米|平米|平方公里|亩|公顷|[万亿]?元(?:\/\S+)?)$/;
const isBareNumber = (text: string) => /^[\d,]+(?:\.\d+)?$/.test(text);
const plain = (text: string) => text.replaceAll(/\s/g, '');
