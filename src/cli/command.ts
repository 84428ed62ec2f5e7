import type { Locale } from '../locales/labels.ts';
import type { Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';

/** What a verb is asked. */
export interface Command {
  settings: Settings;
  /** What stands after the verb. */
  words: string[];
  /** The operator's language. */
  locale: Locale;
}

/** Does its work, and gives the exit status. Refusals are printed by `gongshi.ts` and end with status 1. */
export type Verb = (command: Command) => Result<number> | Promise<Result<number>>;
