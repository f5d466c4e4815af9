// What git has of a file, at a revision.
import { execFileSync } from "node:child_process";
import { relative } from "node:path";
import picomatch from "picomatch";
import { Failure } from "../kit/failure.ts";
import { DOCUMENT_EXTENSIONS, isYamlName } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";

const MOST_BYTES = 2 ** 28;

function git(...given: string[]): Buffer {
  try {
    return execFileSync("git", given, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: MOST_BYTES });
  } catch (error) {
    const { stderr, code } = error as { stderr?: Buffer; code?: string };
    throw new Failure(stderr?.length ? String(stderr).trim() : `git: ${code ?? (error as Error).message}`);
  }
}

/** Null for what is no revision. Throws outside of a repository. */
export function commitOf(revision: string): string | null {
  git("rev-parse", "--git-dir");
  try {
    return String(git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)).trim();
  } catch {
    return null;
  }
}

/** Names as they are from the working folder. */
export function filesAt(commit: string, globs: readonly string[]): string[] {
  const isNamed = picomatch(globs.filter((glob) => !glob.startsWith("!")).map(clean), { ignore: globs.filter((glob) => glob.startsWith("!")).map((glob) => clean(glob.slice(1))) });
  const listed = String(git("ls-tree", "-r", "-z", "--name-only", "--full-name", commit)).split("\0").filter(Boolean);
  const prefix = String(git("rev-parse", "--show-prefix")).trim();
  const here = listed.map((file) => relative(`/${prefix}`, `/${file}`));
  return here.filter((file) => DOCUMENT_EXTENSIONS.some((extension) => file.endsWith(`.${extension}`)) && isNamed(file));
}

const clean = (glob: string) => glob.replace(/^\.\//, "");

/** Null where it was not there. */
export function sourceAt(commit: string, file: string, shown: string): Source | null {
  let bytes: Buffer;
  try {
    bytes = execFileSync("git", ["show", `${commit}:./${file}`], { stdio: ["ignore", "pipe", "pipe"], maxBuffer: MOST_BYTES });
  } catch (error) {
    if (/does not exist|exists on disk, but not in/.test(String((error as { stderr?: Buffer }).stderr))) return null;
    throw new Failure(String((error as { stderr?: Buffer }).stderr ?? (error as Error).message).trim());
  }
  return { file: `${shown}:${file}`, text: bytes.toString("utf8"), bytes, isYaml: isYamlName(file) };
}
