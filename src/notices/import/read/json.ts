import { DEEPEST, tooDeep } from '../../../values/depth.ts';
import { shown, UnreadableFile, type Item } from '../item.ts';
import { itemsOf } from './values.ts';
import { isBroken, lines, LONGEST_LINE, nearBroken, readable, wholeText, type TextSource } from './text-source.ts';

/** Rows of a document that is one JSON value. What is cut off or broken anywhere goes in nowhere. */
export function* documentItems(source: TextSource, forced?: string): Generator<Item> {
  const text = wholeText(source);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile({ code: 'broken-json', found: placeOf(text, error as Error) });
  }
  const deep = tooDeep(value);
  if (deep !== null) throw new UnreadableFile({ code: 'document-too-deep', found: deep, expected: String(DEEPEST) });
  if (!isBroken(text)) return yield* itemsOf(value, null, forced);
  for (const item of itemsOf(value, null, forced)) yield isBroken(JSON.stringify(item.raw)) ? unread(item) : item;
}

/** Rows of JSON Lines, one line held at a time. */
export async function* lineItems(source: TextSource, forced?: string): AsyncGenerator<Item> {
  for await (const { line, text } of lines(source)) {
    if (text === null) {
      yield {
        row: line,
        format: forced ?? 'native',
        problems: [{ code: 'line-too-long', expected: String(LONGEST_LINE) }],
        raw: null,
      };
      continue;
    }
    if (isBroken(text)) {
      yield unread({ row: line, format: forced ?? 'native', raw: { text: text.slice(0, 100_000) } });
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      yield {
        row: line,
        format: forced ?? 'native',
        problems: [{ code: 'broken-json-line', found: placeOf(text, error as Error) }],
        raw: { text: text.slice(0, 100_000) },
      };
      continue;
    }
    const deep = tooDeep(value);
    if (deep === null) yield* itemsOf(value, line, forced);
    else
      yield {
        row: line,
        format: forced ?? 'native',
        problems: [{ code: 'too-deep', path: deep, expected: String(DEEPEST) }],
        raw: { text: text.slice(0, 100_000) },
      };
  }
}

/** A row that holds bytes which are no characters. */
function unread({ row, format, raw }: Pick<Item, 'row' | 'format' | 'raw'>): Item {
  const text = JSON.stringify(raw);
  return {
    row,
    format,
    problems: [{ code: 'broken-bytes', found: nearBroken(text) }],
    raw: JSON.parse(readable(text)),
  };
}

/** Where reading stopped: line, column and what stands there. */
function placeOf(text: string, error: Error): string {
  const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  const near = text
    .slice(Math.max(0, position - 20), position + 20)
    .replace(/\s+/g, ' ')
    .trim();
  return `${before.length}:${before.at(-1)!.length + 1} …${shown(near)}…`;
}
