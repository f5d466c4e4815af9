// Chromium through Playwright, and Firefox through WebDriver BiDi: each launched once, when a cell asks for it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { load, tool } from "./tools.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The oldest Chromium that npm has in a package of its own, as a few compressed files. */
function unpackOldChromium() {
  const folder = mkdtempSync(join(tmpdir(), "care-coverage-chromium-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const unpacked = (name) => brotliDecompressSync(readFileSync(tool("chromium103", "bin", name)));
  writeFileSync(join(folder, "chromium"), unpacked("chromium.br"), { mode: 0o755 });
  execFileSync("tar", ["xf", "-", "-C", folder], { input: unpacked("swiftshader.tar.br") });
  return join(folder, "chromium");
}

const LAUNCH = {
  oldChromium: () => chromium.launch({ executablePath: unpackOldChromium(), args: QUIET }),
  chromium: () => chromium.launch({ executablePath: CHROMIUM, args: QUIET }),
  firefox: async () => (await load("puppeteer-core")).default.launch({ browser: "firefox", executablePath: FIREFOX, headless: true }),
};
const launched = {};

/** What a page left in `globalThis.result`, and the text that it shows. Any error on the way is thrown; a file that is not there may be none. */
export async function visit(name, address, mayLack = false) {
  launched[name] ??= LAUNCH[name]();
  const page = await (await launched[name]).newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const { url } = message.location();
    // No server of the matrix has an icon.
    if (message.type() === "error" && !url?.endsWith("/favicon.ico") && !(mayLack && message.text().includes("404"))) errors.push(`${message.text()} ${url}`);
  });
  try {
    await page.goto(address);
    // A module that awaits is not waited for by the page.
    for (let tries = 0; tries < 200 && errors.length === 0; tries += 1) {
      if (await page.evaluate("globalThis.result !== undefined")) break;
      await setTimeout(100);
    }
    const [result, text] = [await page.evaluate("globalThis.result"), await page.evaluate("document.body.innerText")];
    assert.deepEqual(errors, []);
    assert.ok(result, "the page left no result");
    return { result, text };
  } finally {
    await page.close();
  }
}

export const versionOfBrowser = {
  chromium: () => shortVersion(CHROMIUM),
  firefox: () => shortVersion(FIREFOX),
  oldChromium: () => "103",
};

function shortVersion(command) {
  return /\d+(\.\d+)+/.exec(execFileSync(command, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }))[0];
}

export async function close() {
  for (const browser of Object.values(launched)) await (await browser).close();
}
