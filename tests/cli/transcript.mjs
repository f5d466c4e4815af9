// A transcript: files, calls, what each answers, and the files after them.
//
//     What it shows, in a sentence.
//     +++ coverages/ONE.yaml              a file, until the next mark; `+++ catalog.json < examples/catalog.json` is a copy
//     name: ONE
//     $ care-coverage check               a call of a shell without a terminal; below it standard output,
//     2| 1 file: nothing to report        standard error,
//     ? 0                                 and the exit code
//     % care-coverage check               a call at a terminal of 80 columns; below it what the terminal gets (␛: escape, ␍: carriage return)
//     === coverages/ONE.yaml              what a file says after the calls; `=== x.json absent` where it is not there
//
// UPDATE=1 writes what is answered now into the file.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export function parsed(text) {
  const parts = [];
  for (const line of text.split("\n")) {
    const [, mark, rest] = /^(\+\+\+|===|\$|%|\?) (.*)$/.exec(line) ?? [];
    if (mark === "?") parts.at(-1).code = Number(rest);
    else if (mark) parts.push({ mark, head: rest, lines: [] });
    else if (parts.length > 0) parts.at(-1).lines.push(line);
    else parts.push({ mark: "", head: line, lines: [] });
  }
  return parts;
}

/** The text as it is now. */
export function played(text, { bin, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "transcript-"));
  const path = (name) => join(folder, name);
  try {
    const parts = parsed(text.replace(/\n$/, ""));
    const now = parts.map(({ mark, head, lines }) => {
      if (mark === "+++") {
        const [name, copied] = head.split(" < ");
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), copied ? readFileSync(copied) : withEnd(lines));
        return [`+++ ${head}`, ...lines];
      }
      if (mark === "$") {
        const { status, stdout, stderr } = spawnSync("sh", ["-c", head], {
          cwd: folder, encoding: "utf8",
          env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, LANG: "C.UTF-8", TZ: "UTC", ...env },
        });
        const said = (out, before) => (out === "" ? [] : out.replace(/\n$/, "").split("\n").map((line) => `${before}${line}`.replace(/\s+$/, "").replaceAll(folder, "FOLDER").replaceAll("\u001b", "␛")));
        return [`$ ${head}`, ...said(stdout, ""), ...said(stderr, "2| "), `? ${status}`];
      }
      if (mark === "%") {
        const { status, said } = atTerminal(head, { cwd: folder, env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, LANG: "C.UTF-8", TZ: "UTC", ...env } });
        const text = said.replaceAll("\u001b", "␛").replaceAll("\r", "␍").replaceAll(folder, "FOLDER").replace(/\n$/, "");
        return [`% ${head}`, ...(text === "" ? [] : text.split("\n").map((line) => line.trimEnd())), `? ${status}`];
      }
      if (mark === "===") {
        const name = head.replace(/ absent$/, "");
        return existsSync(path(name)) ? [`=== ${name}`, ...readFileSync(path(name), "utf8").replace(/\n$/, "").split("\n")] : [`=== ${name} absent`];
      }
      return [head, ...lines];
    });
    return `${now.flat().join("\n")}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A call of a shell at a pseudo-terminal of 80 columns, by `script` of util-linux; \n ends a line there. */
export function atTerminal(call, { cwd, env, columns = 80 }) {
  const { status, stdout, error } = spawnSync("script", ["--quiet", "--return", "--command", `stty cols ${columns} rows 24; ${call}`, "/dev/null"], {
    cwd, env: { TERM: "xterm-256color", SHELL: "/bin/sh", ...env }, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28,
  });
  if (error) throw new Error("calls at a terminal need `script` of util-linux", { cause: error });
  return { status, said: stdout.replaceAll("\r\n", "\n") };
}

const withEnd = (lines) => (lines.length === 0 ? "" : `${lines.join("\n")}\n`);
