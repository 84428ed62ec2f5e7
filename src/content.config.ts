import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

/** What people read beside the notices. `x.en.md` is the English twin of `x.md`, so in any language; a page without one is shown in Chinese. */
const article = {
  title: z.string(),
  /** In other languages. */
  titles: z.record(z.string(), z.string()).default({}),
  order: z.number(),
  updated: z.coerce.date(),
  summary: z.string(),
};

/** File names are ids as they stand: the default would turn `about.en` into `abouten`. */
const files = (folder: string) =>
  glob({ base: `./content/${folder}`, pattern: '*.md', generateId: ({ entry }) => entry.replace(/\.md$/, '') });

const about = defineCollection({ loader: files('about'), schema: z.strictObject(article) });
const help = defineCollection({ loader: files('help'), schema: z.strictObject(article) });

/** Law is data: versions with their days, provisions article by article. Not `verified` is shown as 待核. */
const laws = defineCollection({
  loader: files('laws'),
  schema: z.strictObject({
    ...article,
    registers: z.array(z.string()).min(1),
    versions: z
      .array(
        z.strictObject({
          name: z.string(),
          from: z.coerce.date().optional(),
          to: z.coerce.date().optional(),
          verified: z.boolean(),
        }),
      )
      .min(1),
    provisions: z.array(z.strictObject({ article: z.string(), requires: z.string(), verified: z.boolean() })).min(1),
  }),
});

export const collections = { about, help, laws };
