/** Numbers and lists for the French words. */
import { speech } from "../../kit/speech";

export const { bytes, count, date, digits, euros, list, percent, plainNumber } = speech("fr-FR");
