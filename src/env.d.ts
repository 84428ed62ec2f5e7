/// <reference types="astro/client" />

declare namespace App {
  /** What the middleware knows of a request before a page is asked. */
  interface Locals {
    /** From the path's prefix; pages see the path without it. */
    locale: import('./locales/labels.ts').Locale;
    /** The path as it was asked, without the language: an error page is another address by then. */
    asked: string;
    /** 长者版: from the cookie `print`. */
    print: 'normal' | 'large';
    /** Stands in the error log and on the 500 page, so that a reader can name what failed. */
    requestId: string;
    /** In the back office: who asks. */
    visit?: import('./office/door.ts').Visit & { unitName: string | undefined };
  }
}
