// Help and errors of a call, in the language: the parser says them in English.
import type { Command, CommanderError, Option } from "commander";
import type { Words } from "./kit/words.ts";

export function inWords(command: Command, { help }: Words): Command {
  const titles: { [title: string]: string } = { "Usage:": help.usage, "Options:": help.options, "Commands:": help.commands, "Arguments:": help.arguments };
  return command
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option: Option) => option.description + extra(option, help),
      subcommandTerm: (sub) => sub.name(),
    })
    .configureOutput({ outputError: () => {} })
    .helpOption("-h, --help", help.help)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride();
}

function extra({ argChoices, defaultValue }: Option, help: Words["help"]): string {
  const said = [
    ...(argChoices ? [`${help.choices} : ${argChoices.join(", ")}`] : []),
    ...(defaultValue !== undefined && typeof defaultValue !== "boolean" ? [`${help.default} : ${defaultValue}`] : []),
  ].map((one) => (help.default === "default" ? one.replace(" :", ":") : one));
  return said.length > 0 ? ` (${said.join("; ")})` : "";
}

/** What is wrong with the call. */
export function saidOf(error: CommanderError, { errors, help }: Words): string {
  const kind = error.code.replace("commander.", "") as keyof typeof errors;
  const [first, ...suggestion] = error.message.replace(/^error: /, "").split("\n");
  const names = [...first!.matchAll(/'([^']*)'/g)].map(([, name]) => name!);
  if (kind === "seeHelp" || typeof errors[kind] !== "function") return error.message;
  const rest = /(?:invalid|is invalid)\. (.*)$/.exec(first!)?.[1];
  const choices = rest && /^Allowed choices are (.*)\.$/.exec(rest)?.[1];
  const near = /Did you mean (.*)\?\)/.exec(suggestion.join(" "))?.[1];
  return [errors[kind](kind === "conflictingOption" ? names.join(", ") : (names[0] ?? "")), ...(choices ? [`${help.choices}: ${choices}`] : rest ? [rest] : []), ...(near ? [`${near} ?`] : [])].join("\n");
}

/** Calls, each with what it does. */
export function examples({ help }: Words, calls: readonly string[]): string {
  return `\n${help.examples}\n${calls.map((call) => `  care-coverage ${call}`).join("\n")}\n`;
}
