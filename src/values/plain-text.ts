/**
 * Characters that no reader sees and that change what others see: controls but for tab and line feed, and those that turn
 * the direction of writing. A name with one inside looks like another and is not found.
 */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ALL_UNSEEN = new RegExp(UNSEEN.source, 'g');

/** A value with every text inside it freed of them; the value itself where there are none. A line ends with a line feed alone. */
export function plainTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return plainText(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const plain = value.map((item: unknown) => plainTexts(item));
    return plain.some((item, index) => item !== value[index]) ? (plain as Value) : value;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [key, member] of Object.entries(value)) {
    const plain: unknown = plainTexts(member);
    if (plain !== member) {
      changed ??= { ...(value as Record<string, unknown>) };
      changed[key] = plain;
    }
  }
  return (changed as Value | undefined) ?? value;
}

function plainText(text: string): string {
  return UNSEEN.test(text) ? text.replace(/\r\n?/g, '\n').replace(ALL_UNSEEN, '') : text;
}
