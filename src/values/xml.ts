import { escapeHtml } from './html.ts';

/** What XML 1.0 allows in no document, not even escaped (§2.2): one such character in a title breaks a whole feed. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(FORBIDDEN, ''));
}
