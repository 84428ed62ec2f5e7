/**
 * A copy of plain objects, however deep, that holds its own keys and nothing else: whoever looks up a stranger's word
 * (`constructor`, `__proto__`) finds nothing. What is no plain object (a schema, a function, a list) stays itself.
 */
export function tableOf<Value>(value: Value): Value {
  if (!isPlain(value)) return value;
  const table = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) table[key] = tableOf(member);
  return table as Value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
