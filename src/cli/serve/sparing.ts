/**
 * What a process is started with. Without bounds (MB) the engine lets garbage stand as long as the machine has room; with
 * them a page is as fast, measured by `npm run bench -- --only pages,load`.
 */
export const SPARING = ['--max-semi-space-size=8', '--max-old-space-size=384'];
