import type { SearchEngine } from './engine.ts';

/** Failures in a row after which the server is left alone. */
const MOST_FAILURES = 5;
/** For how long, ms; then one question tries it again. */
const REST = 5_000;

export interface FallbackOptions {
  /** Whether the first engine knows all that was published: one that lags would hide what another process just published. */
  isCaughtUp(): boolean;
  /** What went wrong, for the log; said when it begins to rest. */
  onFailure(error: unknown): void;
  /** Time elapsed, ms. */
  clock?: () => number;
}

/**
 * Asks the first engine while it can be relied on, the second otherwise, at once and for the same question. A page that
 * the first failed to answer says so (`fallback`). No failure of the first reaches a reader.
 */
export function withFallback(
  first: SearchEngine,
  second: SearchEngine,
  { isCaughtUp, onFailure, clock = () => performance.now() }: FallbackOptions,
): SearchEngine {
  let failures = 0;
  let restsUntil = 0;
  return {
    nearest: (request) => second.nearest(request),
    async search(request) {
      if (clock() < restsUntil) return { ...(await second.search(request)), fallback: true };
      if (!isCaughtUp()) return second.search(request);
      try {
        const page = await first.search(request);
        failures = 0;
        return page;
      } catch (error) {
        failures++;
        if (failures >= MOST_FAILURES) {
          restsUntil = clock() + REST;
          onFailure(error);
        }
        return { ...(await second.search(request)), fallback: true };
      }
    },
  };
}
