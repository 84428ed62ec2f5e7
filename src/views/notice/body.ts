import { wordDifference, type TextPart } from './difference.ts';

/** A piece of a notice's body: Markdown as it stands, or a text with what changed marked. */
export type BodyBlock =
  | { type: 'markdown'; text: string }
  | { type: 'changed'; level: 'heading' | 'text'; parts: TextPart[] }
  /** A table of which cells changed: rows of cells of parts, the first row the head. */
  | { type: 'table'; rows: TextPart[][][] };

/** The body against the earlier one: paragraphs that stayed are Markdown, those that changed are compared word by word. */
export function comparedBody(before: string, after: string): BodyBlock[] {
  const [old, now] = [blocksOf(before), blocksOf(after)];
  const blocks: BodyBlock[] = [];
  for (const pair of paired(old, now)) {
    if (pair.before === pair.after) pushMarkdown(blocks, pair.after!);
    else blocks.push(changedBlock(pair.before, pair.after));
  }
  return blocks;
}

function blocksOf(body: string): string[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.trim())
    .filter(Boolean);
}

interface Pair {
  before?: string | undefined;
  after?: string | undefined;
}

/** Blocks that stand in both, in order; between them old and new ones side by side. */
function paired(old: string[], now: string[]): Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [nextOld, nextNow] = nextSame(old, now, i, j);
    const [gone, come] = [old.slice(i, nextOld), now.slice(j, nextNow)];
    for (let index = 0; index < Math.max(gone.length, come.length); index++)
      pairs.push({ before: gone[index], after: come[index] });
    if (nextNow < now.length) pairs.push({ before: now[nextNow], after: now[nextNow] });
    [i, j] = [nextOld + 1, nextNow + 1];
  }
  return pairs;
}

/** The nearest block from here on that both have. */
function nextSame(old: string[], now: string[], i: number, j: number): [number, number] {
  for (let distance = 0; distance < old.length - i + now.length - j; distance++) {
    for (let ahead = 0; ahead <= distance; ahead++) {
      const [a, b] = [i + ahead, j + distance - ahead];
      if (a < old.length && b < now.length && old[a] === now[b]) return [a, b];
    }
  }
  return [old.length, now.length];
}

function pushMarkdown(blocks: BodyBlock[], text: string): void {
  const last = blocks.at(-1);
  if (last?.type === 'markdown') last.text += `\n\n${text}`;
  else blocks.push({ type: 'markdown', text });
}

function changedBlock(before = '', after = ''): BodyBlock {
  const [old, now] = [tableOf(before), tableOf(after)];
  if (now && old?.length === now.length && now.every((row, index) => row.length === old[index]!.length)) {
    return {
      type: 'table',
      rows: now.map((row, at) => row.map((cell, column) => wordDifference(old[at]![column]!, cell))),
    };
  }
  const isHeading = /^#{1,6} /.test(after || before);
  return {
    type: 'changed',
    level: isHeading ? 'heading' : 'text',
    parts: readable(wordDifference(plain(before), plain(after))),
  };
}

/** What of a paragraph must have stayed for single words to be marked in it. */
const STAYED = 0.6;

/** A paragraph written anew is shown whole, old and new: crumbs that happened to stay are no help to read. */
function readable(parts: TextPart[]): TextPart[] {
  const textOf = (...changes: TextPart['change'][]) =>
    parts
      .filter(({ change }) => changes.includes(change))
      .map(({ text }) => text)
      .join('');
  const [stayed, before, after] = [textOf('same').length, textOf('same', 'removed'), textOf('same', 'added')];
  if (stayed < STAYED * Math.max(before.length, after.length)) {
    return [
      { text: before, change: 'removed' as const },
      { text: after, change: 'added' as const },
    ].filter(({ text }) => text !== '');
  }
  return parts;
}

/** The cells of a Markdown table without its ruling; undefined for other blocks. */
function tableOf(block: string): string[][] | undefined {
  const lines = block.split('\n').map((line) => line.trim());
  if (lines.length < 3 || !lines.every((line) => line.startsWith('|'))) return undefined;
  return lines
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => plain(cell.trim())),
    );
}

/** Without the signs of headings, quotation and emphasis. */
function plain(block: string): string {
  return block.replace(/^ {0,3}(?:#{1,6} |> ?)/gm, '').replace(/\*{1,3}|`/g, '');
}
