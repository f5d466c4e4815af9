/** The words of a page whose engine cannot start: apart, because nothing else is fetched then. */

export const startFailureWords = {
  title: "The engine could not be started",
  lead: "The rules run as WebAssembly in this browser, and it did not load. Nothing you had here is lost. Please check:",
  noWebAssembly: "WebAssembly is switched off in this browser, by a setting, an extension or a company policy. Switch it on for this page.",
  checkNetwork: "The page was loaded completely: reload it, and look for an extension or a proxy that blocks script files.",
  checkPolicy: "If you host this page yourself: the server must deliver the files in assets/, and its content security policy must allow 'wasm-unsafe-eval'.",
  cause: (message: string) => `What the browser says: ${message}`,
  retry: "Try again",
};
