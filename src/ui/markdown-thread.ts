import { renderMarkdown, type MarkdownOptions } from './markdown.ts';

/** Long texts, which a stranger may have made to take long: run it `confined`. */
export function work({ text, options }: { text: string; options: Omit<MarkdownOptions, 'path'> }): string {
  return renderMarkdown(text, options);
}
