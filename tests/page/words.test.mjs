// Every word of the page is in every language: nothing is missing, and nothing is left in another.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { wordsIn } from "./scenarios/words.mjs";

const [en, fr] = await Promise.all(["en", "fr"].map(wordsIn));

/** Each word with where it is; a function is called with numbers and texts, which its parts take. */
function* wordsOf(value, path = "") {
  if (typeof value === "object" && value !== null) for (const [name, part] of Object.entries(value)) yield* wordsOf(part, `${path}/${name}`);
  else yield [path, value];
}

const english = new Map(wordsOf(en));
const french = new Map(wordsOf(fr));

/** The editor's own words are English; and other words of a text are terms. */
const OF_ONE_LANGUAGE = /^\/text\/editorWords\/phrases\/|^\/glossary\/termsInText\//;

test("both languages have the same words, of the same kinds", () => {
  assert.ok(english.size > 1000, `${english.size} words`);
  assert.deepEqual([...french.keys()].filter((path) => !english.has(path) && !OF_ONE_LANGUAGE.test(path)), []);
  assert.deepEqual([...english.keys()].filter((path) => !french.has(path)), []);
  for (const [path, word] of english) assert.equal(typeof french.get(path), typeof word, path);
});

test("no word is empty", () => {
  for (const words of [english, french]) for (const [path, word] of words) if (typeof word === "string") assert.notEqual(word.trim(), "", path);
});

/** French terms of art stay French, and so does a table that is pasted from a French spreadsheet. */
const FRENCH_IN_BOTH = /^\/values\/valueLabels\/nature_de_soins\/|^\/simulate\/fileWords\/csvExample$/;
/** Names, terms of art, and words that are spelled alike. */
const ALIKE = /^(?:[A-Z0-9 _./%+–-]+|.{0,3})$/;

test("French is French: few texts are those of English", () => {
  const same = [...french].filter(([path, word]) => typeof word === "string" && word === english.get(path) && !ALIKE.test(word) && !FRENCH_IN_BOTH.test(path)).map(([path, word]) => `${path}: ${word}`);
  // A text that is not translated is a sentence; what is alike is a word or two.
  assert.deepEqual(same.filter((line) => line.split(": ")[1].split(" ").length > 3), []);
  assert.ok(same.length < 80, same.join("\n"));
});

test("a function that says something in French takes what the English one takes", () => {
  for (const [path, word] of english) if (typeof word === "function") assert.ok(french.get(path).length <= word.length, path);
});

test("each file of words is in what is fetched", async () => {
  const source = fileURLToPath(new URL("../../www/src/features/", import.meta.url));
  const files = (await readdir(source, { recursive: true })).filter((name) => name.endsWith(".en.ts"));
  const { readFile } = await import("node:fs/promises");
  const lists = await Promise.all(["language.en", "views.en"].map((name) => readFile(new URL(`../../www/src/shell/${name}.ts`, import.meta.url), "utf8")));
  for (const name of files) assert.ok(lists.some((list) => list.includes(`features/${name.replaceAll("\\", "/").replace(/\.ts$/, "")}"`)), name);
});
