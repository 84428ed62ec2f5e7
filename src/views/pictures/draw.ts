import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';

/** What stands on a picture, each line without markup. */
export interface Drawn {
  /** Small, above: the register and the place. */
  above: string;
  title: string;
  /** What is known: 中标 某公司, ¥3,214,500.00. */
  facts: readonly string[];
  /** Small, below: the day and the portal. */
  below: string;
}

export const WIDTH = 1200;
export const HEIGHT = 630;

/**
 * A PNG of what a shared address is about, for previews (Open Graph). The font is drawn as outlines: nothing hangs on what
 * the machine has installed. It runs on a thread of its own (`jobs/confined.ts`), which gives its memory back.
 */
export async function work({ above, title, facts, below }: Drawn): Promise<Uint8Array> {
  const small = { fontSize: 30, color: '#4a4a4a' };
  const svg = await satori(
    box(
      { ...FRAME, flexDirection: 'column', justifyContent: 'space-between' },
      box(small, above),
      box({ fontSize: [...title].length > 40 ? 46 : 58, lineHeight: 1.35, maxHeight: 250, overflow: 'hidden' }, title),
      box(
        { flexDirection: 'column', fontSize: 38, color: '#12429b' },
        ...facts.slice(0, 3).map((fact) => box({}, fact)),
      ),
      box(small, below),
    ),
    { width: WIDTH, height: HEIGHT, fonts: [font('chinese-simplified', 'Han'), font('latin', 'Latin')] },
  );
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer());
}

const FRAME = {
  width: WIDTH,
  height: HEIGHT,
  boxSizing: 'border-box',
  padding: '64px',
  background: '#ffffff',
  color: '#111111',
  fontFamily: 'Han, Latin',
};

type Drawing = Parameters<typeof satori>[0];

function box(style: object, ...children: (Drawing | string)[]): Drawing {
  return {
    type: 'div',
    key: null,
    props: { style: { display: 'flex', ...style }, children: children.length === 1 ? children[0] : children },
  } as Drawing;
}

function font(script: string, name: string) {
  const path = `@fontsource/noto-sans-sc/files/noto-sans-sc-${script}-500-normal.woff`;
  return {
    name,
    data: readFileSync(createRequire(import.meta.url).resolve(path)),
    weight: 500,
    style: 'normal',
  } as const;
}
