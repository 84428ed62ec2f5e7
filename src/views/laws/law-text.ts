import titles from '../../../db/seeds/reference/law-titles.json' with { type: 'json' };
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { numberInWords } from '../../values/money.ts';

/** The name of a law that has a page here, in the reader's language; undefined in that of the law itself. */
export function lawTitle(page: string | undefined, locale: Locale): string | undefined {
  const known = (titles as Record<string, Record<string, string>>)[page ?? ''];
  return known?.[language(locale)];
}

/** The names of a law that has a page here in all languages but its own. */
export function lawTitles(page: string): string[] {
  return Object.values((titles as Record<string, Record<string, string>>)[page] ?? {});
}

/** A provision as it is cited: 《招标投标法》第二十四条; to readers of another language its law by name: Bidding Law, art. 24. */
export function lawText(
  { law, article, page }: { law: string; article: string; page?: string | undefined },
  locale: Locale,
): string {
  const title = lawTitle(page, locale);
  return title === undefined ? law + article : title + labels(locale).record.comma + articleText(article, locale);
}

const ARTICLE =
  /第([〇零一二三四五六七八九十百]+)条(?:第([一二三四五六七八九十]+)款)?(?:第([一二三四五六七八九十]+)项)?/g;

/** 第四十四条第一款 is art. 44(1); whatever else stands there stays. */
export function articleText(article: string, locale: Locale): string {
  const { articleNumber: pattern } = labels(locale).pages;
  if (pattern === '') return article;
  // ；《政府采购法》第四十六条 is of another law: it stays as it is cited.
  const [own = '', ...others] = article.split(/(?=；)/);
  return (
    own
      .replace(ARTICLE, (_, number: string, ...parts: (string | undefined)[]) => {
        const within = parts.slice(0, 2).map((part) => (part ? `(${numberInWords(part)})` : ''));
        return fill(pattern, { n: String(numberInWords(number)) + within.join('') });
      })
      .replaceAll('、', labels(locale).record.comma) + others.join('').replace(/^；/, labels(locale).record.semicolon)
  );
}
