import { Converter } from 'opencc-js/cn2t';

let convert: ((text: string) => string) | undefined;

/** A page in traditional characters, as used in Hong Kong; words are not replaced. The tables load on first use. */
export function traditional(html: string): string {
  convert ??= Converter({ from: 'cn', to: 'hk' });
  return convert(html);
}
