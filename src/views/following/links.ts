import type { Follow } from '../../following/follow.ts';
import type { FollowerKeys } from '../../following/keys.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { href, withQuery } from '../address.ts';

/** The addresses by which a follower changes and ends it. Whoever has them may: they are in their letters only. */
export function links(
  origin: string,
  keys: FollowerKeys,
  { id, locale }: Pick<Follow, 'id' | 'locale'>,
): { manage: string; stop: string } {
  const token = keys.token(id);
  return {
    manage: new URL(href(locale as Locale, `/follow/${token}`), origin).href,
    // Asked by a program, which reads no page.
    stop: new URL(`/follow/${token}/stop`, origin).href,
  };
}

/** From a page to where it is followed. `page`: its path without a language, with what narrows it. */
export function followLink(page: string, locale: Locale): { href: string; text: string } {
  return { href: withQuery(href(locale, '/follow'), { page }), text: labels(locale).following.follow };
}
