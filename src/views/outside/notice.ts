import { labels, type Locale } from '../../locales/labels.ts';
import type { NoticePage } from '../notice/notice-page.ts';
import { article } from './structured.ts';
import { datedTitle, described, type Outside } from './outside.ts';

/** A notice by its headline; of one that does not stand any more, that it does not. */
export function noticeOutside(page: NoticePage, origin: string, locale: Locale): Outside {
  const t = labels(locale).record;
  const { headline, unit, line, kicker, number, publishedAt, amendedBy } = page;
  const modified = amendedBy.at(-1)?.at ?? publishedAt;
  return {
    title: datedTitle(headline, [], publishedAt.slice(0, 10), locale),
    description: described(
      [
        unit?.name,
        line.find(({ id }) => id === page.id)?.summary,
        page.firstPublished && t.firstMedium + t.colon + page.firstPublished.medium,
        kicker.join(t.dot),
        number,
      ],
      locale,
    ),
    data: article(page, modified, origin, locale),
    times: { published: publishedAt, modified },
  };
}
