import { createHash } from 'node:crypto';

/**
 * JSON with keys in code-unit order and no spaces, so that equal content has equal bytes and an equal hash.
 * `undefined` members are left out. (RFC 8785 for the values that zod lets in: strings, safe numbers, booleans, null.)
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonicalJson(item ?? null)}`;
    return `[${text}]`;
  }
  for (const key of inOrder(Object.keys(value))) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** What was canonical once still is, mostly. */
function inOrder(keys: string[]): string[] {
  return keys.every((key, index) => index === 0 || keys[index - 1]! < key) ? keys : keys.sort();
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
