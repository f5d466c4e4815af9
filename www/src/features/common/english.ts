/** Numbers and lists for the English words. */
import { speech } from "../../kit/speech";

export const { bytes, count, date, digits, euros, list, percent, plainNumber } = speech("en-GB");
