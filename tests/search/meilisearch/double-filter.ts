/** The filter language, as far as it is used: comparisons, `IN`, `NOT IN`, `IS NULL`, `AND`, `OR`, brackets. */
export function passes(filter: string, document: Record<string, unknown>): boolean {
  const tokens = [...filter.matchAll(/"((?:[^"\\]|\\.)*)"|[()[\],]|[<>]=?|=|[\w.-]+/g)].map(([token, text]) =>
    text === undefined ? token : { text: text.replace(/\\(.)/g, '$1') },
  );
  let at = 0;
  const take = () => tokens[at++];
  const value = () => {
    const token = take();
    return typeof token === 'string' ? token : token!.text;
  };
  const list = () => {
    const values: string[] = [];
    for (take(); tokens[at] !== ']';) tokens[at] === ',' ? take() : values.push(value()!);
    take();
    return values;
  };
  const condition = (): boolean => {
    if (tokens[at] === '(') {
      take();
      const inner = any();
      take();
      return inner;
    }
    const known = document[value()!];
    const sign = take();
    if (sign === 'IS') return value() === 'NULL' && known === null;
    if (sign === 'IN') return list().includes(String(known));
    if (sign === 'NOT') return take() === 'IN' && !list().includes(String(known));
    const asked = value()!;
    if (sign === '=') return String(known) === asked;
    if (typeof known !== 'number') return false;
    return sign === '<'
      ? known < Number(asked)
      : sign === '<='
        ? known <= Number(asked)
        : sign === '>'
          ? known > Number(asked)
          : known >= Number(asked);
  };
  const all = (): boolean => {
    let holds = condition();
    while (tokens[at] === 'AND') {
      take();
      holds = condition() && holds;
    }
    return holds;
  };
  const any = (): boolean => {
    let holds = all();
    while (tokens[at] === 'OR') {
      take();
      holds = all() || holds;
    }
    return holds;
  };
  const holds = any();
  if (at !== tokens.length) throw new Error(`not understood: ${filter}`);
  return holds;
}
