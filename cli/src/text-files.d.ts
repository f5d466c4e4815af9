declare module "*.md" {
  const text: string;
  export default text;
}

declare module "picomatch" {
  export default function picomatch(globs: readonly string[], options?: { ignore?: readonly string[]; dot?: boolean }): (name: string) => boolean;
}
