// What this program says in English.
const several = (number: number, one: string, more = `${one}s`) => `${number.toLocaleString("en-US")} ${number === 1 ? one : more}`;

export const en = {
  summary: (files: number, { error, warning, info }: { error: number; warning: number; info: number }, fixed: number) =>
    `${several(files, "file")}: ${error + warning + info === 0 ? "nothing to report" : [several(error, "error"), several(warning, "warning"), several(info, "hint")].join(", ")}${fixed > 0 ? `; ${fixed} fixed` : ""}`,
  tooManyWarnings: (warnings: number, most: number) => `${several(warnings, "warning")}, and ${most} may be there (--max-warnings)`,
  staleAcceptance: (file: string, position: number) => `${file}#/accept/${position}: accepts nothing in any coverage`,
  noFile: (glob: string) => `no file is called ${glob}`,
  stdinAlone: "- (standard input) is checked alone",
  anObject: "expected an object",
  aList: "expected a list",
  aText: "expected a text",
  unknownField: (fields: readonly string[]) => `unknown field; there are ${fields.filter((field) => field !== "$schema").join(", ")}`,
  oneOf: (values: readonly string[]) => `expected one of ${values.join(", ")}`,
  help: {
    usage: "Usage:", options: "Options:", commands: "Commands:", arguments: "Arguments:", examples: "Examples:",
    default: "default", choices: "choices",
    program: "Health coverages in git: checked, compared and explained.\n\nExit codes: 0 nothing to report, 1 findings, 2 a wrong call or a file that cannot be read.",
    help: "show this", version: "show the version",
    config: "the configuration (default: care-coverage.config.json or .yaml, here or in a folder above)",
    catalog: "the catalogue of care types, JSON or YAML (default: that of the configuration, or catalog.json)",
    language: "of all sentences (default: that of the configuration, or of the environment)",
    quiet: "nothing but the answer: no summary, no progress",
    color: "colours (default: on a terminal, unless NO_COLOR is set)", noColor: "no colours",
    out: "write the answer to a file",
    globs: "files, folders or globs (default: those of the configuration, or coverages/)",
    check: "every problem of coverages, with its place",
    format: "of the answer", fix: "mend what needs no choice, and keep the layout",
    maxWarnings: "exit with 1 for more warnings", stdinFilename: "the name of what comes on standard input",
  },
  errors: {
    unknownOption: (name: string) => `unknown option ${name}`,
    unknownCommand: (name: string) => `unknown command ${name}`,
    missingArgument: (name: string) => `${name} is missing`,
    optionMissingArgument: (name: string) => `${name} needs a value`,
    excessArguments: () => "too many arguments",
    invalidArgument: (name: string) => `${name} cannot be used`,
    conflictingOption: (name: string) => `${name} cannot be used together`,
    seeHelp: (command: string) => `${command} --help says what there is`,
  },
  reasons: {
    ENOENT: "there is no such file", EISDIR: "is a folder", EACCES: "may not be read or written", EPERM: "may not be read or written",
    ENOTDIR: "is in something that is no folder", ENOSPC: "no space is left", EROFS: "may not be written",
  },
  aCount: "expected a whole number, 0 or more",
};
