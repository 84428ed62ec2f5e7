const startedAt = Date.now();
const beganAt = performance.now();

/** By how much the clock on the wall was moved since this process began, ms; backwards is negative. */
export function clockJump(): number {
  return Date.now() - startedAt - (performance.now() - beganAt);
}
