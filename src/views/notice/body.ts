import { wordDifference, type TextPart } from './difference.ts';

/** A piece of a notice's body: Markdown as it stands, or a text with what changed marked. */
export type BodyBlock =
  | { type: 'markdown'; text: string }
  | { type: 'changed'; level: 'heading' | 'text'; parts: TextPart[] }
  /** A table of which cells changed: rows of cells of parts, the first row the head. */
  | { type: 'table'; rows: TextPart[][][] };

/** A numbered point: 一、（一）1、1.（1）①第一条. Signs that Markdown would read stand behind a backslash. */
const POINT =
  /^(?:第?[一二三四五六七八九十]{1,3}[、．.章节条]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}(?:\\?[.．、)）])|[①-⑳●◆■※])/;
const SENTENCE_ENDED = /[。；：！？;:]$/;

/**
 * A captured text, whose lines are all that is left of its layout, as a document: a paragraph begins with each numbered
 * point and after each sentence; other line ends stay.
 */
export function asDocument(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => (/^\s*(?:[|>#]|[-*+] |```)/.test(block) ? block : paragraphsOf(block)))
    .join('\n\n');
}

function paragraphsOf(block: string): string {
  return block.replace(/[ \t]{2,}\n(?=(.*))/g, (lineEnd, next: string, at: number) =>
    POINT.test(next.trim()) || SENTENCE_ENDED.test(block.slice(0, at).trimEnd()) ? '\n\n' : lineEnd,
  );
}

/** Lines of a phone that a body may take where its facts stand above it, and where some of them must be sought in it. */
const LINES = { factsAbove: 200, factsWithin: 330 };
const CHARACTERS_A_LINE = 21;

/** How a body is shown: its beginning, and what is folded away with its length in characters. */
export interface FoldedBody {
  shown: BodyBlock[];
  rest: BodyBlock[];
  length: number;
}

/**
 * Folds the end of a very long body where the facts of the notice stand above it. A text with changes marked in it is
 * never folded: what changed must not hide.
 */
export function foldedBody(body: readonly BodyBlock[], facts: 'none' | keyof typeof LINES): FoldedBody {
  const whole = { shown: [...body], rest: [], length: 0 };
  if (facts === 'none' || body.some(({ type }) => type !== 'markdown')) return whole;
  const text = body.map((block) => (block.type === 'markdown' ? block.text : '')).join('\n\n');
  const [shown, rest] = cut(text, LINES[facts]);
  // A fold that hides a line or two hides more than it spares.
  if (linesOf(rest) < 20) return whole;
  return {
    shown: [{ type: 'markdown', text: shown }],
    rest: [{ type: 'markdown', text: rest }],
    length: rest.replace(/[\s|#*\\-]/g, '').length,
  };
}

function cut(text: string, lines: number): [string, string] {
  const blocks = blocksOf(text);
  let left = lines;
  for (const [index, block] of blocks.entries()) {
    const taken = linesOf(block);
    if (taken > left) {
      const [head, tail] = cutBlock(block, left);
      return [
        [...blocks.slice(0, index), head].filter(Boolean).join('\n\n'),
        [tail, ...blocks.slice(index + 1)].filter(Boolean).join('\n\n'),
      ];
    }
    left -= taken;
  }
  return [text, ''];
}

/** Within a block a line is the least; the head of a table stands over both parts of it. */
function cutBlock(block: string, lines: number): [string, string] {
  const rows = block.split('\n');
  const isTable = tableOf(block) !== undefined;
  const head = isTable ? rows.slice(0, 2) : [];
  const body = rows.slice(head.length);
  let left = lines;
  const at = body.findIndex((row) => (left -= isTable ? rowLines(row) : linesOf(row)) < 0);
  if (at <= 0) return ['', block];
  return [[...head, ...body.slice(0, at)].join('\n'), [...head, ...body.slice(at)].join('\n')];
}

/** What a block takes on a phone, about. */
function linesOf(block: string): number {
  if (block === '') return 0;
  const isTable = tableOf(block) !== undefined;
  return block
    .split('\n')
    .reduce((sum, line) => sum + (isTable ? rowLines(line) : Math.ceil(line.length / CHARACTERS_A_LINE)), 0.5);
}

/** A row is a block of labelled cells there, two beside each other. */
function rowLines(row: string): number {
  const cells = row.split('|').slice(1, -1);
  return 1 + cells.reduce((sum, cell) => sum + 0.9 + Math.ceil(cell.trim().length / 10) / 2, 0);
}

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
