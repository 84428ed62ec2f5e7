import { Converter } from 'opencc-js/t2cn';

/**
 * Folding for search and comparison: traditional → simplified, NFKC, lower case, no accents; one UTF-16 unit stays one
 * unit, so an offset in folded text is an offset in the text as published. What was published is stored and
 * shown unfolded. Characters are merged generously on purpose (發 and 髮 both become 发): both sides fold.
 */
let table: Uint16Array | undefined;

function foldTable(): Uint16Array {
  if (table) return table;
  const simplify = Converter({ from: 't', to: 'cn' });
  const built = new Uint16Array(65_536);
  for (let code = 0; code < 65_536; code++) {
    built[code] = code;
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const normal = plainLetter(String.fromCharCode(code).normalize('NFKC').toLowerCase());
    const one = normal.length === 1 ? normal : String.fromCharCode(code);
    const simple = one >= '\u3400' ? simplify(one) : one;
    built[code] = (simple.length === 1 ? simple : one).charCodeAt(0);
  }
  for (const [index, character] of [...RADICALS].entries())
    if (character !== '　') built[0x2e80 + index] = character.charCodeAt(0);
  for (const open of '〔［【(（') built[open.charCodeAt(0)] = 0x5b;
  for (const close of '〕］】)）') built[close.charCodeAt(0)] = 0x5d;
  table = built;
  return built;
}

/** A Latin letter without its accents: é is searched for as e. */
function plainLetter(letter: string): string {
  const [first = '', ...marks] = letter.normalize('NFD');
  return /^[a-z]$/.test(first) && marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark)) ? first : letter;
}

/**
 * U+2E80–U+2EF2 by the character each looks like: what is copied out of a PDF holds ⻓ for 长, and NFKC knows only the
 * other block of radicals.
 */
const RADICALS =
  '　厂　　乙亻冂　刀刂卜　小小兀尣尢尢巳幺彑彐忄心扌攵　旡日月歹　' +
  '民氵水灬爪爫丬牛犭王疋目示礻竹糸纟罓罒　　网羊羊羊老肀聿肉臼艹艹' +
  '艹虎衤西西见角角讠贝足车辶辶辶邑钅长长长门阜阝雨青韦页风飞食食食' +
  '饣首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟';

/** The folded form, of the same length. Brackets of every shape become `[` and `]`. */
export function fold(text: string): string {
  const map = foldTable();
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = map[text.charCodeAt(index)]!;
  return decode(units);
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

function decode(units: Uint16Array): string {
  // A lone surrogate would be replaced by the decoder; the slow way keeps it.
  const text = decoder.decode(units);
  return text.includes('\ufffd') ? Array.from(units, (unit) => String.fromCharCode(unit)).join('') : text;
}

/** Folded, with everything but letters and digits removed: for keys by which names and codes are matched. */
export function matchKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
