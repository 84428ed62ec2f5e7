/** As much of a description as search engines show. */
export const CARD_CHARACTERS = 155;

/** A text as far as it is shown, and that it goes on. */
export function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= CARD_CHARACTERS ? text : `${characters.slice(0, CARD_CHARACTERS - 1).join('')}…`;
}
