import { fold } from '../values/script.ts';
import type { SearchDocument } from './engine.ts';
import { soundTokens } from './sound-tokens.ts';

/**
 * What the index holds of a text. Chinese is cut into every character and every pair of neighbours, so that a
 * word of any length is found wherever it stands; letters and digits are cut into parts at each change between
 * the two (`GC0012` → `gc`, `0012`, `gc0012`), so that a code is found by its year as well. Pairs never reach
 * across a space or a bracket, nor from Chinese to digits: `第 3 标段` and `第3标段` must find each other.
 */
export type Field = 'title' | 'unit' | 'supplier' | 'code' | 'medium';

/** The tokens of a field stand in the same table, marked by a control character that no folded word holds. */
export const MARK: Record<Field, string> = {
  title: '\u0080',
  unit: '\u0081',
  supplier: '\u0082',
  code: '\u0083',
  medium: '\u0086',
};

/** A part longer than this is cut, here and in queries. */
const LONGEST = 64;

type Words = Pick<SearchDocument, 'title' | 'units' | 'suppliers' | 'codes' | 'media' | 'text'>;

/** All tokens of a document, each once, separated by spaces. */
export function documentTokens(document: Words): string {
  const sounding = [document.title, ...document.units, ...document.suppliers].map(fold);
  return `${wordTokens(document)}${soundTokens(sounding).join(' ')}`;
}

/** Those of its words alone. */
export function wordTokens(document: Words): string {
  const title = [fold(document.title)];
  const units = document.units.map(fold);
  const suppliers = document.suppliers.map(fold);
  const codes = document.codes.map(fold);
  const media = document.media.map(fold);
  writer.clear();
  writer.add('', [...title, ...units, ...suppliers, ...codes, ...media, fold(document.text)]);
  writer.add(MARK.title, title);
  writer.add(MARK.unit, units);
  writer.add(MARK.supplier, suppliers);
  writer.add(MARK.code, codes);
  writer.add(MARK.medium, media);
  return writer.text();
}

/** A stretch of Chinese, or of letters and digits, with its atoms: characters, or parts. */
export interface Run {
  script: 'chinese' | 'latin';
  atoms: string[];
}

/** The runs of a folded text. */
export function runs(folded: string): Run[] {
  const found: Run[] = [];
  let script: Run['script'] | null = null;
  for (let index = 0; index < folded.length;) {
    const kind = kindAt(folded, index);
    const end = atomEnd(folded, index, kind);
    const before: Run['script'] | null = script;
    script = kind === SEPARATOR ? null : kind === LETTER || kind === DIGIT ? 'latin' : 'chinese';
    if (script && script !== before) found.push({ script, atoms: [] });
    if (script) found.at(-1)!.atoms.push(folded.slice(index, end));
    index = end;
  }
  return found;
}

/** The fewest tokens a document must hold to contain these runs. */
export function queryTokens(parts: Run[]): string[] {
  const tokens = new Set<string>();
  for (const { atoms } of parts) {
    if (atoms.length === 1) tokens.add(cut(atoms[0]!));
    for (let index = 1; index < atoms.length; index++) tokens.add(cut(atoms[index - 1]!) + cut(atoms[index]!));
  }
  return [...tokens];
}

/** The scripts written in words; everything else with letters is taken character by character. */
export const WORD_LETTERS = '\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}';

const SEPARATOR = 0;
const DIGIT = 1;
const LETTER = 2;
const CHARACTER = 3;
const SURROGATE = 4;

let kinds: Uint8Array | undefined;

function kindTable(): Uint8Array {
  if (kinds) return kinds;
  const built = new Uint8Array(65_536);
  const readable = /[\p{L}\p{N}]/u;
  const word = new RegExp(`[${WORD_LETTERS}]`, 'u');
  for (let code = 0; code < 65_536; code++) {
    const text = String.fromCharCode(code);
    if (code >= 0xd800 && code <= 0xdfff) built[code] = SURROGATE;
    else if (code >= 0x30 && code <= 0x39) built[code] = DIGIT;
    else if (readable.test(text)) built[code] = word.test(text) ? LETTER : CHARACTER;
  }
  return (kinds = built);
}

/** The kind of what stands at an index; a surrogate pair is judged as one character, half of one is nothing. */
function kindAt(text: string, index: number): number {
  const kind = kindTable()[text.charCodeAt(index)]!;
  if (kind !== SURROGATE) return kind;
  const point = text.codePointAt(index)!;
  return point > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point)) ? SURROGATE : SEPARATOR;
}

function atomEnd(text: string, index: number, kind: number): number {
  if (kind === SURROGATE) return index + 2;
  let end = index + 1;
  if (kind !== DIGIT && kind !== LETTER) return end;
  const table = kindTable();
  while (end < text.length && table[text.charCodeAt(end)] === kind) end++;
  return end;
}

const cut = (part: string) => (part.length > LONGEST ? part.slice(0, LONGEST) : part);

/** Writes each token once. Chinese pairs are told apart as numbers: a set of strings would take longer than SQLite. */
class TokenWriter {
  #units = new Uint16Array(1 << 16);
  #length = 0;
  #keys = new Uint32Array(1 << 13);
  #stamps = new Uint32Array(1 << 13);
  #stamp = 0;
  #held = 0;
  #words = new Set<string>();

  clear(): void {
    this.#length = 0;
  }

  add(mark: string, texts: string[]): void {
    this.#stamp++;
    this.#held = 0;
    this.#words.clear();
    for (const text of texts) this.#addText(mark, text);
  }

  text(): string {
    return decoder.decode(this.#units.subarray(0, this.#length));
  }

  #addText(mark: string, text: string): void {
    const table = kindTable();
    /** The character before, when it was Chinese; the part before, when it was letters or digits. */
    let character = 0;
    let part = '';
    let rare = '';
    for (let index = 0; index < text.length;) {
      const unit = text.charCodeAt(index);
      let kind = table[unit]!;
      if (kind === CHARACTER) {
        if (this.#isNew(unit)) this.#write(mark, unit, 0);
        if (character !== 0 && this.#isNew(character * 65_536 + unit)) this.#write(mark, character, unit);
        if (rare) this.#addWord(mark, rare + text[index]);
        character = unit;
        part = rare = '';
        index++;
        continue;
      }
      if (kind === SURROGATE) kind = kindAt(text, index);
      const end = atomEnd(text, index, kind);
      if (kind === SEPARATOR) part = rare = '';
      else if (kind === SURROGATE) {
        const atom = text.slice(index, end);
        this.#addWord(mark, atom);
        if (rare || character) this.#addWord(mark, (rare || String.fromCharCode(character)) + atom);
        rare = atom;
        part = '';
      } else {
        const atom = cut(text.slice(index, end));
        this.#addWord(mark, atom);
        if (part) this.#addWord(mark, part + atom);
        part = atom;
        rare = '';
      }
      character = 0;
      index = end;
    }
  }

  #addWord(mark: string, word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    this.#reserve(word.length + 2);
    if (mark) this.#units[this.#length++] = mark.charCodeAt(0);
    for (let index = 0; index < word.length; index++) this.#units[this.#length++] = word.charCodeAt(index);
    this.#units[this.#length++] = 0x20;
  }

  #write(mark: string, first: number, second: number): void {
    this.#reserve(4);
    if (mark) this.#units[this.#length++] = mark.charCodeAt(0);
    this.#units[this.#length++] = first;
    if (second) this.#units[this.#length++] = second;
    this.#units[this.#length++] = 0x20;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#units.length) return;
    const larger = new Uint16Array(this.#units.length * 2);
    larger.set(this.#units);
    this.#units = larger;
  }

  #isNew(key: number): boolean {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & mask;
    while (this.#stamps[slot] === this.#stamp) {
      if (this.#keys[slot] === key) return false;
      slot = (slot + 1) & mask;
    }
    this.#stamps[slot] = this.#stamp;
    this.#keys[slot] = key;
    if (++this.#held * 2 > mask) this.#widen();
    return true;
  }

  #widen(): void {
    const keys = this.#keys.filter((_, slot) => this.#stamps[slot] === this.#stamp);
    const size = this.#keys.length * 2;
    this.#keys = new Uint32Array(size);
    this.#stamps = new Uint32Array(size);
    this.#stamp = 1;
    this.#held = 0;
    for (const key of keys) this.#isNew(key);
  }
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const writer = new TokenWriter();
