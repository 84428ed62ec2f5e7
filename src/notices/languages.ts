/**
 * OCDS may write a text in several languages: `title`, and beside it `title_en`, `title_zh`. Where the plain member is
 * absent, ours is taken from Chinese, else English, else whatever language there is.
 */
const WORDS = ['title', 'description', 'name', 'rationale'];
const TRANSLATED = /^([a-zA-Z]+)_([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)$/;

/** A text of an object in the language it has. */
export function wordsOf(value: Readonly<Record<string, unknown>>, member: string): string | undefined {
  const plain = written(value[member]);
  if (plain !== undefined) return plain;
  const languages = Object.keys(value).flatMap((key) => {
    const [, name, language] = TRANSLATED.exec(key) ?? [];
    return name === member && written(value[key]) !== undefined ? [{ key, rank: rankOf(language!) }] : [];
  });
  const best = languages.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))[0];
  return best && written(value[best.key]);
}

/** The same with the plain members filled in, everywhere inside. */
export function withPlainWords<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => withPlainWords(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const filled: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) filled[key] = withPlainWords(member);
  for (const member of WORDS) {
    const words = wordsOf(filled, member);
    if (written(filled[member]) === undefined && words !== undefined) filled[member] = words;
  }
  return filled as Value;
}

function rankOf(language: string): number {
  const order = ['zh', 'en'].findIndex((one) => language.toLowerCase().startsWith(one));
  return order < 0 ? 2 : order;
}

function written(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
