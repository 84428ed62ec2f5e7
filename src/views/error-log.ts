/** What failed, for the operator. The path stands without its query: what people search for is not kept. */
export interface Failure {
  /** The number the reader was given. */
  id: string;
  method?: string;
  path?: string;
  error: unknown;
}

/** A secret of 256 bits: an invitation, the token of a feed. */
const SECRET = /[\w-]{43,}/g;

/** One JSON line on stderr; JSON escapes the control characters that would forge another line. */
export function logFailure({ id, method, path, error }: Failure): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level: 'error', id, method, path: path?.replace(SECRET, '…'), error: text })}\n`,
  );
}
