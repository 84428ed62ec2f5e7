import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { labels, language, type Locale } from '../../locales/labels.ts';
import { cityRegions } from '../../values/region.ts';
import { MOST_ROWS, type TableColumn } from './table.ts';

/** What the library lets one change in the file it makes. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

/** The heads of a table to fill in, `*` where a cell is required. */
export function templateHeads(columns: readonly TableColumn[]): string[] {
  return columns.map(({ head, required }) => (required ? `${head}*` : head));
}

/**
 * The table to fill in as a workbook of three sheets: the rows, with a list to choose from wherever only some words are
 * taken; how each column is written, with its unit and an example; and the words of the lists. Only the first is read
 * when it comes back.
 */
export async function templateBook(columns: readonly TableColumn[], locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const t = labels(locale).office.upload.book;
  const lists = columns.flatMap((column, at) => {
    const words = wordsIn(column, locale);
    return words.length === 0 ? [] : [{ at, head: column.head, words }];
  });
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const plain = (value: string) => ({ value, type: String, wrap: true });
  const heads: SheetData = [templateHeads(columns).map(bold)];
  const how: SheetData = [
    [t.column, t.required, t.how].map(bold),
    ...columns.map((column) =>
      [column.head, column.required ? t.yes : '', wordsIn(column, locale).join('、') || hintOf(column, locale)].map(
        plain,
      ),
    ),
  ];
  const longest = Math.max(0, ...lists.map(({ words }) => words.length));
  const words: SheetData = [
    lists.map(({ head }) => bold(head)),
    ...Array.from({ length: longest }, (_, row) => lists.map((list) => plain(list.words[row] ?? ''))),
  ];
  const sheets = [
    { data: heads, sheet: t.fill, columns: columns.map(({ head }) => ({ width: Math.max(14, head.length * 2) })) },
    { data: how, sheet: t.manual, columns: [{ width: 32 }, { width: 8 }, { width: 80 }] },
    ...(lists.length === 0 ? [] : [{ data: words, sheet: t.words, columns: lists.map(() => ({ width: 24 })) }]),
  ];
  const book = await writeXlsxFile(sheets, { features: [dropDowns(lists, t.words)] }).toBuffer();
  return new Uint8Array(book);
}

/** What may stand in a column, in the reader's language; empty where anything may. */
function wordsIn({ path, choices }: TableColumn, locale: Locale): string[] {
  if (path === 'region') return cityRegions().map(({ name }) => name);
  return choices?.map((choice) => choice[language(locale)]) ?? [];
}

function hintOf({ type }: TableColumn, locale: Locale): string {
  const { hints } = labels(locale).office.form;
  return (type !== undefined && (hints as Record<string, string>)[type]) || '';
}

/** ECMA-376 Part 1 §18.3.1.33: a list to choose from, which lets other words pass with a warning. */
function dropDowns(lists: readonly { at: number; words: readonly string[] }[], sheet: string): Feature {
  const path = 'xl/worksheets/sheet{id}.xml';
  const rules = lists.map(({ at, words }, list) => {
    const rows = `${letters(at)}2:${letters(at)}${MOST_ROWS + 1}`;
    const source = `'${sheet}'!$${letters(list)}$2:$${letters(list)}$${words.length + 1}`;
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${rows}"><formula1>${source}</formula1></dataValidation>`;
  });
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  const order = getOrderOfSiblings(path, 'worksheet')!;
  return {
    files: {
      transform: {
        [path]: {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 && rules.length > 0
              ? insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet')
              : xml,
        },
      },
    },
  };
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  return (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
}
