import { day, group, list, text } from './fields.ts';

/** A document on which something rests: a fee, an item of approval, a benchmark. One that was repealed says since when. */
export interface Basis {
  document?: string;
  /** 文号: 发改价格规〔2016〕2559号. */
  documentNumber?: string;
  article?: string;
  issuedOn?: string;
  url?: string;
  repealedOn?: string;
}

export const bases = () =>
  list(
    group({
      document: text().optional(),
      documentNumber: text().optional(),
      article: text().optional(),
      issuedOn: day().optional(),
      url: text().optional(),
      repealedOn: day().optional(),
    }),
  );

/** The documents of a list in words: 《民法典》、财税〔2014〕77号. */
export function documentsOf(documents: readonly Basis[]): string[] {
  return documents
    .map(({ document, documentNumber, article }) =>
      [
        document && documentNumber ? `${document}（${documentNumber}）` : (document ?? documentNumber ?? ''),
        article ?? '',
      ].join(''),
    )
    .filter(Boolean);
}
