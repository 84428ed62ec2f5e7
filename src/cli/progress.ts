/** A line on stderr for anything longer than two seconds: how much, how fast, how long still. */
export function progressLine(
  label: string,
  started: number = Date.now(),
): { update(done: number, total?: number): void; end(): void } {
  let shown = 0;
  const write = (done: number, total: number | undefined, now: number) => {
    const rate = done / ((now - started) / 1000);
    const share = total ? ` / ${total} (${Math.floor((done / total) * 100)}%)` : '';
    const left = total && rate > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : '';
    const line = `${label}: ${done}${share}, ${Math.round(rate)}/s${left}`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    shown = now;
  };
  return {
    update(done, total) {
      const now = Date.now();
      if (now - started >= 2000 && now - shown >= (process.stderr.isTTY ? 200 : 2000)) write(done, total, now);
    },
    end() {
      if (shown && process.stderr.isTTY) process.stderr.write('\n');
    },
  };
}
