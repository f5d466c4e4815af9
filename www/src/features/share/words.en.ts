/** The words of links, and of texts that are too large. */
import { LARGEST_TEXT } from "../../store/limits";
import { bytes, count, digits } from "../common/english";
import type { SharedText } from "./judge";
import type { ReadLink } from "./read-link";

const nothing = "Nothing was loaded from it.";

const failures: Record<Extract<ReadLink, { ok: false }>["reason"], string> = {
  damaged: "This share link is damaged or incomplete: nothing was loaded from it. Copy the whole link again.",
  too_large: `This share link is too large: it unpacks to more than ${bytes(LARGEST_TEXT)}, which is all that this page holds. ${nothing} Ask for the files instead.`,
  too_slow: `What is in this share link takes too long to read. ${nothing} Ask for the files instead, or for a smaller part.`,
  failed: `What is in this share link could not be read; perhaps this device is short of memory. ${nothing} Close other tabs or reload, then open the link again.`,
  unsupported: `This browser cannot unpack share links. ${nothing} Open it in a newer browser, or ask for the files instead.`,
};

const texts: Record<SharedText, string> = {
  catalog: "The catalogue", coverage: "The coverage", otherCatalog: "The catalogue to compare with", otherCoverage: "The coverage to compare with", dispense: "The dispense",
};

export const linkWords = {
  failures,
  opened: "The shared work is open. The work you had in this tab can be brought back.",
  openedFresh: "The shared work is open.",
  reading: "This share link holds much: it is being read, and the page can be used meanwhile.",
  large: (size: number, milliseconds: number) =>
    `The shared work is large: ${bytes(size)}. Once you open it, the page may not answer for about ${count(Math.max(1, Math.ceil(milliseconds / 1000)), "second", "seconds")}.`,
  broken: (text: SharedText, mistake: string) => `${texts[text]} in it is not valid JSON. ${mistake}`,
  refused: (text: SharedText, problems: number) => `${texts[text]} in it cannot be used: ${count(problems, "problem", "problems")}.`,
  open: "Open it",
  opening: "Opening the shared work…",
};

export const shareWords = {
  title: "Share",
  making: "Making the link…",
  link: "Link",
  copy: "Copy",
  copied: "Copied.",
  refused: "The browser did not allow it: select the link and copy it yourself.",
  failed: "The link could not be made; perhaps this device is short of memory. Close other tabs and try again, or send the files instead.",
  contents: "The link holds the catalogue, the coverage, the version it is compared with, the act with its dates and amounts, the acts of the year, and the dispense. Anyone who has the link can read them.",
  privacy: "Nothing is sent anywhere: what follows the # in a link stays in the browser that opens it.",
  tooLong: (length: number, longest: number) =>
    `This is too large for a link: it would have ${digits.format(length)} characters, and links over ${digits.format(longest)} break in some programs. Send the files instead.`,
  tooLarge: (size: number) => `This is too large for a link: it is ${bytes(size)}, and a link holds at most ${bytes(LARGEST_TEXT)}. Send the files instead.`,
  unsupported: "This browser cannot compress data, so it cannot make a link. Send the files instead.",
  close: "Close",
};
