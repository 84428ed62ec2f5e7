/**
 * What a process is started with. Without bounds (MB) the engine lets garbage stand as long as the machine has room. On
 * 2026-11-28, over 100,000 notices, records went out as fast with half-spaces of 4 MB as with 8, from 20 to 36 MB less.
 */
export const SPARING = ['--max-semi-space-size=4', '--max-old-space-size=384'];
