import type { Item } from '../item.ts';
import { tableItems, unusedHeads } from './table.ts';
import { documentItems, lineItems } from './json.ts';
import { recognise } from './recognise.ts';
import { openSource, type TextSource } from './text-source.ts';

/** A file opened for import: where reading has come to, and its rows as a stream. */
export interface OpenedFile {
  source: TextSource;
  unusedColumns: string[];
  items: Iterable<Item> | AsyncIterable<Item>;
}

/** Opens a file and recognises what it holds by its content. Throws `UnreadableFile`, or the error of the disk. */
export function readFile(path: string, forced?: string): OpenedFile {
  const source = openSource(path);
  const layout = recognise(source, forced);
  switch (layout.layout) {
    case 'table':
      return {
        source,
        unusedColumns: unusedHeads(source, layout.delimiter, layout.format),
        items: tableItems(source, layout),
      };
    case 'lines':
      return { source, unusedColumns: [], items: lineItems(source, forced) };
    case 'document':
      return { source, unusedColumns: [], items: documentItems(source, forced) };
  }
}
