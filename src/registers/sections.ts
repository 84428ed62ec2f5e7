/** What sections are called in one word: 采购包 of a field labelled 采购包（标项）. */
export function sectionWord(label: string): string {
  return label.replace(/[（(].*$/, '').trim();
}

/** The letter or number of a section, in capitals; null for any other code, which is a name itself. */
export function sectionNumber(id: unknown): string | null {
  const code = String(id ?? '').toUpperCase();
  return /^(?=.)[A-Z]?\d*$/.test(code) ? code : null;
}
