/**
 * What a process is started with. Without bounds (MB) the engine lets garbage stand as long as the machine has room. On
 * 2026-11-28, over 20,000 notices, a list took as long with them and a record a tenth longer.
 */
export const SPARING = ['--max-semi-space-size=8', '--max-old-space-size=384'];
