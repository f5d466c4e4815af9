// What ends the program, and with which code: 0 nothing to report, 1 findings, 2 a wrong call or what cannot be read.
export const FINE = 0;
export const FINDINGS = 1;
export const UNUSABLE = 2;

/** A wrong call, or something that cannot be read. The message is for people, in their language. */
export class Failure extends Error {}

/** A file that cannot be read or written: said in the language at the end. */
export class FileFailure extends Failure {
  readonly code: string;
  constructor(readonly file: string, error: unknown) {
    const { code, message } = error as NodeJS.ErrnoException;
    super(message);
    this.code = code ?? message;
  }
}

/** What `--out` names cannot be written: what is not there is its folder. */
export class OutFailure extends FileFailure {
  constructor(file: string, error: unknown) {
    const { code } = error as NodeJS.ErrnoException;
    super(file, code === "ENOENT" ? { code: "NO_FOLDER" } : error);
  }
}
