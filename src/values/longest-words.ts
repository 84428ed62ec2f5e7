/** No word of a dictionary may be longer: a number has so many bits. */
const MOST = 31;

/**
 * Replaces at each place the longest word it knows, as OpenCC does. Dictionaries are those of `opencc-js`, which keeps a
 * `Map` for every character of every word: on 2026-11-28 41 MB in each thread that wrote a traditional page, and 8 so
 * (`node --heap-prof`).
 */
export class LongestWords {
  readonly #words = new Map<string, string>();
  /** By the code unit that words begin with, a bit for each of their lengths. */
  readonly #lengths = new Uint32Array(0x10000);
  #word = '';

  /** `word replacement|word replacement|…`; the first that knows a word is followed. */
  constructor(dictionaries: readonly string[]) {
    for (const dictionary of dictionaries.toReversed())
      for (const entry of dictionary.split('|')) {
        const [word = '', replacement = ''] = entry.split(' ');
        if (word === '') continue;
        if (word.length > MOST) throw new Error(`${word} is longer than ${MOST}`);
        this.#words.set(word, replacement);
        this.#lengths[word.charCodeAt(0)]! |= 1 << word.length;
      }
  }

  /** The text in words that are known and what stands between them. */
  pieces(text: string): string[] {
    const pieces: string[] = [];
    let from = 0;
    for (let at = this.#next(text, 0); at < text.length; at = this.#next(text, from)) {
      if (from < at) pieces.push(text.slice(from, at));
      from = at + this.#word.length;
      pieces.push(this.#word);
    }
    if (from < text.length) pieces.push(text.slice(from));
    return pieces;
  }

  replaced(text: string): string {
    let replaced = '';
    let from = 0;
    for (let at = this.#next(text, 0); at < text.length; at = this.#next(text, from)) {
      replaced += text.slice(from, at) + this.#words.get(this.#word)!;
      from = at + this.#word.length;
    }
    return from === 0 ? text : replaced + text.slice(from);
  }

  /** Where the next word begins, which is then `#word`; the end of the text when there is none. */
  #next(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const lengths = this.#lengths[text.charCodeAt(at)]!;
      if (lengths !== 0 && (this.#word = this.#wordAt(text, at, lengths)) !== '') return at;
    }
    return text.length;
  }

  #wordAt(text: string, at: number, lengths: number): string {
    for (let length = Math.min(MOST, text.length - at); length > 0; length--) {
      if ((lengths & (1 << length)) === 0) continue;
      const word = text.slice(at, at + length);
      if (this.#words.has(word)) return word;
    }
    return '';
  }
}
