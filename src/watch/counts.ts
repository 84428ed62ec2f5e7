/** What was answered, counted: by lane how many of each class of status, and how long they took. */

/** `static`: files and what the door answers without a page. */
export const LANES = ['fast', 'slow', 'file', 'office', 'static'] as const;
export type Lane = (typeof LANES)[number];

/** Upper bounds in ms; what took longer stands in one more place. Never changed: rows of the database are counted by them. */
export const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] as const;

const CLASSES = 5;
/** Of one lane: five classes of status, the steps and what is beyond, and the sum of ms. */
const PLACES = CLASSES + STEPS.length + 2;
const SUM = PLACES - 1;

/** A list of numbers, so that it can be sent between processes as it is. */
export type Counts = number[];

export function noCounts(): Counts {
  return new Array<number>(LANES.length * PLACES).fill(0);
}

/** On the way of every request: nothing is made here. */
export function count(counts: Counts, lane: number, status: number, ms: number): void {
  const at = lane * PLACES;
  let step = 0;
  while (step < STEPS.length && ms > STEPS[step]!) step++;
  counts[at + Math.min(Math.max(Math.floor(status / 100), 1), CLASSES) - 1]!++;
  counts[at + CLASSES + step]!++;
  counts[at + SUM]! += ms;
}

export function add(to: Counts, more: Counts): void {
  for (let place = 0; place < to.length; place++) to[place]! += more[place] ?? 0;
}

/** How many of a lane were answered with 1xx to 5xx. */
export function classesOf(counts: Counts, lane: Lane): number[] {
  const at = LANES.indexOf(lane) * PLACES;
  return counts.slice(at, at + CLASSES);
}

/** How many of a lane took up to each step, and longer than the last. */
export function durationsOf(counts: Counts, lane: Lane): number[] {
  const at = LANES.indexOf(lane) * PLACES + CLASSES;
  return counts.slice(at, at + STEPS.length + 1);
}

/** ms. */
export function sumOf(counts: Counts, lane: Lane): number {
  return counts[LANES.indexOf(lane) * PLACES + SUM]!;
}

export function requestsOf(counts: Counts): number {
  return LANES.reduce((sum, lane) => sum + total(classesOf(counts, lane)), 0);
}

export function failuresOf(counts: Counts): number {
  return LANES.reduce((sum, lane) => sum + classesOf(counts, lane)[4]!, 0);
}

/** By lane; lanes that nobody asked for are left out. */
export type Durations = Partial<Record<Lane, number[]>>;

export function allDurations(counts: Counts): Durations {
  return Object.fromEntries(
    LANES.map((lane) => [lane, durationsOf(counts, lane)] as const).filter(([, steps]) => total(steps) > 0),
  );
}

export function sumDurations(many: readonly Durations[]): Durations {
  const sum: Durations = {};
  for (const one of many)
    for (const lane of LANES) {
      const steps = one[lane];
      if (steps) sum[lane] = steps.map((n, index) => n + (sum[lane]?.[index] ?? 0));
    }
  return sum;
}

/**
 * Within how many ms a share of the answers came: an estimate, as if answers lay evenly between two steps. Null where
 * nothing was answered; what took longer than the last step counts as that.
 */
export function quantile(steps: readonly number[], share: number): number | null {
  const all = total(steps);
  if (all === 0) return null;
  let left = share * all;
  for (const [index, n] of steps.entries()) {
    const upper = STEPS[index];
    if (upper === undefined) break;
    if (left <= n && n > 0) {
      const lower = STEPS[index - 1] ?? 0;
      return lower + ((upper - lower) * left) / n;
    }
    left -= n;
  }
  return STEPS.at(-1)!;
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
