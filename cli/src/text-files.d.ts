declare module "*.md" {
  const text: string;
  export default text;
}

declare module "picomatch" {
  export default function picomatch(globs: readonly string[], options?: { ignore?: readonly string[]; dot?: boolean }): (name: string) => boolean;
}

/** What of it is used: the types of Node do not declare it, and those of browsers are not here. */
declare namespace WebAssembly {
  function compile(bytes: Uint8Array): Promise<object>;
}
