/** So many characters of an address are searched for. */
const LONGEST = 60;

/** Words of our own addresses, which nobody looks for. */
const OURS = new Set(['records', 'notices', 'parties', 'units', 'html', 'htm', 'index', 'php', 'aspx', 'jsp']);

/** What an unknown address may have been meant to find: its words, without what only programs write. */
export function wordsOf(path: string): string {
  return decoded(path)
    .split(/[/._\-+\s?=&#,;:|]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !OURS.has(part.toLowerCase()))
    .join(' ')
    .slice(0, LONGEST)
    .trim();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
