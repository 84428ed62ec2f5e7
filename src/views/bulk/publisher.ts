import { labels } from '../../locales/labels.ts';
import type { Portal } from '../portal.ts';

/** The unit that runs the site (主办单位); where it was not set, that is what stands there. */
export function publisherOf({ settings }: Portal): string {
  return settings.footer.organiser ?? labels('zh').shell.unset;
}

/** The licence that was set, or where the portal says what the law says. */
export function licenceOf({ settings }: Portal): string {
  return settings.licence ?? `${settings.origin}/data/quality#licence`;
}
