/** How are numbers, amounts, dates and lists written, in the language of the page? */
import { type Speech, speech } from "../../kit/speech";
import { language, type Language } from "../../store/language";

const speeches: Record<Language, Speech> = { en: speech("en-GB"), fr: speech("fr-FR") };

const now = () => speeches[language()];

export const bytes: Speech["bytes"] = (number) => now().bytes(number);
export const list: Speech["list"] = (words, word) => now().list(words, word);
export const date: Speech["date"] = (iso) => now().date(iso);
export const moment: Speech["moment"] = (iso) => now().moment(iso);
export const euros: Speech["euros"] = (amount) => now().euros(amount);
/** Of a difference: with its sign, `+12.30 €`. */
export function signedEuros(amount: string): string {
  const isBelow = amount.startsWith("-");
  const isNothing = /^-?0*(\.0*)?$/.test(amount);
  return `${isNothing ? "" : isBelow ? "−" : "+"}${euros(amount.replace(/^-/, ""))}`;
}

export const plainNumber: Speech["plainNumber"] = (number) => now().plainNumber(number);
export const wholeNumber = (number: number): string => now().digits.format(number);
/** An exact decimal as a field shows it: digit by digit and without groups, so that it can be read back. */
export const fieldNumber = (value: string): string => (/^-?\d+\.\d+$/.test(value) ? value.replace(".", now().decimalMark) : value);

/** The decimals within a sentence of the engine, for reading. */
export function withGroups(sentence: string): string {
  return sentence.replace(/\d{4,}(?=\.\d)/g, (digits) => wholeNumber(Number(digits)));
}
