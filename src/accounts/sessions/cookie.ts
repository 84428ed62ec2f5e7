/** A cookie's name and attributes, as Astro's `cookies.set` and `cookies.delete` take them. */
export interface Cookie {
  name: string;
  options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean; maxAge?: number };
}

/**
 * Ends with the browser; the server ends it sooner. `__Host-` keeps other hosts of the domain from setting it and
 * needs `Secure`. On plain http (the demo, a test in the local network) browsers differ: Chromium 156 and Firefox take
 * it from 127.0.0.1 and localhost, Safari does not, and no browser takes it from 192.168.… So a plain http origin has
 * a plain cookie, or nobody could sign in; whoever listens on such a line reads it either way.
 */
export function sessionCookie(origin: string): Cookie {
  return cookie('session', origin);
}

/** Says that an officer has signed in here before. Opens nothing by itself. */
export function deviceCookie(origin: string): Cookie {
  const { name, options } = cookie('device', origin);
  return { name, options: { ...options, maxAge: DEVICE_FOR / 1000 } };
}

/** How long a browser stays known. */
export const DEVICE_FOR = 90 * 24 * 3_600_000;

function cookie(noun: string, origin: string): Cookie {
  const secure = origin.startsWith('https:');
  return { name: secure ? `__Host-${noun}` : noun, options: { path: '/', httpOnly: true, sameSite: 'lax', secure } };
}
