const DIGITS = [...'〇一二三四五六七八九'];

/** Numbers to 999 as laws write them: 20 → 二十, 105 → 一百零五. */
export function inWords(text: string): string {
  return text.replace(/\d+/g, (digits) => {
    const number = Number(digits);
    return number > 0 && number < 1_000 ? wordsOf(number) : digits;
  });
}

function wordsOf(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const above = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : above && ones > 0 ? '零' : '';
  return above + middle + (ones > 0 ? DIGITS[ones] : '');
}

const NUMBERS = new Map(Array.from({ length: 999 }, (_, index) => [wordsOf(index + 1), index + 1]));

/** The other way round: 四十四 → 44; undefined where it is no number below a thousand. */
export function numberInWords(words: string): number | undefined {
  return NUMBERS.get(words);
}
