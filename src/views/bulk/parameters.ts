/** What `/data` may be asked: the files of one register, of all its spans. */
export const DATA_PARAMETERS: readonly string[] = ['register'];
