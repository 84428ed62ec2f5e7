import { pinyin } from 'pinyin-pro';

/** How a Chinese text sounds, without tones: pairs of syllables that follow each other, and initials in threes. */
export interface Sounds {
  /** `hu bin`, `bin lu` of 湖滨路. */
  pairs: string[];
  /** `hbl`, `blg` of 湖滨路改造. */
  initials: string[];
}

/** Initials typed in a row: fewer tell nothing. */
export const FEWEST_INITIALS = 3;

const CHINESE = /[\u4e00-\u9fff]{2,}/g;

/** Of every run of Chinese in a folded text. The readings are those of the words that stand there: 重庆 is chongqing. */
export function soundsOf(folded: string): Sounds {
  const sounds: Sounds = { pairs: [], initials: [] };
  for (const [run] of folded.matchAll(CHINESE)) {
    const syllables = read(run);
    for (let index = 1; index < syllables.length; index++)
      sounds.pairs.push(`${syllables[index - 1]!} ${syllables[index]!}`);
    const first = syllables.map((syllable) => syllable[0]!).join('');
    for (let index = FEWEST_INITIALS; index <= first.length; index++)
      sounds.initials.push(first.slice(index - FEWEST_INITIALS, index));
  }
  return sounds;
}

/** The syllables of a text of Chinese alone; empty for any other. */
export function syllablesOf(folded: string): string[] {
  return /^[\u4e00-\u9fff]{2,}$/.test(folded) ? read(folded) : [];
}

/** A folded text as it is spelt: a syllable for each Chinese character, and whatever else stands there as it stands. */
export function speltOut(folded: string): string[] {
  return (folded.match(/[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    /^[\u4e00-\u9fff]/.test(run) ? read(run) : [run],
  );
}

const read = (chinese: string) => pinyin(chinese, { type: 'array' }).map(withoutTone);

/** There are some thousand syllables with their tones; the library would take nine looks at each one it meets. */
const plain = new Map<string, string>();

function withoutTone(syllable: string): string {
  const known = plain.get(syllable);
  if (known !== undefined) return known;
  const bare = syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .replace('u\u0308', 'v')
    .normalize('NFC');
  plain.set(syllable, bare);
  return bare;
}

/** A longer run of letters is no pinyin that a person types. */
const LONGEST = 60;
const MOST_READINGS = 4;

/** What typed letters may be when they are pinyin: the pairs of every way to cut them, fewest syllables first. */
export function pairsTyped(letters: string): string[][] {
  if (!/^[a-z]+$/.test(letters) || letters.length > LONGEST) return [];
  return cuts(letters)
    .filter((syllables) => syllables.length >= 2)
    .map((syllables) => syllables.slice(1).map((syllable, index) => `${syllables[index]!} ${syllable}`));
}

/** Whether letters can be read as syllables. */
export function isPinyin(letters: string): boolean {
  return /^[a-z]+$/.test(letters) && letters.length <= LONGEST && cuts(letters).length > 0;
}

/** The initials in threes of letters that may be nothing but initials. */
export function initialsTyped(letters: string): string[] {
  if (!/^[a-z]+$/.test(letters) || letters.length < FEWEST_INITIALS || letters.length > LONGEST / 2) return [];
  return Array.from({ length: letters.length - FEWEST_INITIALS + 1 }, (_, index) =>
    letters.slice(index, index + FEWEST_INITIALS),
  );
}

/** The ways with the fewest syllables to cut letters into syllables: xian is one, or xi an. */
function cuts(letters: string): string[][] {
  const syllables = allSyllables();
  /** Of every beginning of the letters. */
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end++) {
    const here: string[][] = [];
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const syllable = letters.slice(start, end);
      if (syllables.has(syllable)) here.push(...ways[start]!.map((before) => [...before, syllable]));
    }
    ways.push(here.sort((a, b) => a.length - b.length).slice(0, MOST_READINGS));
  }
  return ways.at(-1)!;
}

let syllables: Set<string> | undefined;

function allSyllables(): Set<string> {
  if (syllables) return syllables;
  const characters = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, index) => String.fromCharCode(0x4e00 + index));
  const all = pinyin(characters.join('\n'), { type: 'array', nonZh: 'removed' }).map(withoutTone);
  // Sounds of one letter that are no syllables of words: m, n, ng.
  return (syllables = new Set(all.filter((syllable) => /[aeiouv]/.test(syllable))));
}
