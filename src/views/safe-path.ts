/** Without query and fragment. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}

/** What follows is a secret: whoever has it may come in, or is told what waits for an officer. */
const SECRET = /^((?:\/+[^/]+)?\/+(?:office\/+(?:invitations|desk)|follow)\/+).+$/is;
/** A secret of 256 bits, wherever it stands in an address. */
const TOKEN = /[\w-]{43,}/g;

/** The path of an address for a log or a problem: without its query, and without what opens a door. */
export function safePath(url: string): string {
  const path = pathOf(url);
  let plain = path;
  try {
    // As Astro will understand it: `/office/%69nvitations/…` is an invitation too.
    if (path.includes('%')) plain = decodeURIComponent(path);
  } catch {
    // No page has such an address.
  }
  const found = SECRET.exec(plain);
  return (found ? `${found[1]}…` : path).replace(TOKEN, '…');
}
