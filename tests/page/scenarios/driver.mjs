// A person at the page, in Chromium (Playwright) and in Firefox (puppeteer over WebDriver BiDi): what is done by mouse or keyboard is
// counted, and everything is found by its role and name, as a screen reader says them.
import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { launch } from "../browser.mjs";
import { serve } from "../server.mjs";

/** Only how long a failure takes to be one. */
const WAIT_MS = 60_000;
const SIZE = { width: 1280, height: 900 };

/** In the page: what is seen there with a role and a name. Both browsers are asked alike, so that both find the same. */
function findAll({ role, name, within, exact }) {
  const ROLES = {
    button: "button, summary, [role=button]", link: "a[href], [role=link]", textbox: "input:not([type]), input[type=text], textarea, [role=textbox]",
    combobox: "[role=combobox], select", option: "[role=option], option", checkbox: "input[type=checkbox], [role=checkbox]", radio: "input[type=radio], [role=radio]",
    heading: "h1, h2, h3, h4, [role=heading]", dialog: "dialog, [role=dialog]", menuitem: "[role=menuitem]", treeitem: "[role=treeitem]", group: "fieldset, [role=group], details",
    region: "section[aria-label], section[aria-labelledby], article, [role=region]", tab: "[role=tab]", status: "[role=status]", spinbutton: "input[type=number], [role=spinbutton]", listitem: "li, [role=listitem]",
  };
  const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const textOf = (element) => plain((element.innerText || element.textContent) ?? "");
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return plain(by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
    if (element.hasAttribute("aria-label")) return plain(element.getAttribute("aria-label"));
    const labels = element.labels ? [...element.labels].map((label) => plain(label.textContent)).join(" ") : "";
    if (labels) return labels;
    if (element.localName === "fieldset") return plain(element.querySelector("legend")?.textContent ?? "");
    if (element.localName === "details") return textOf(element.querySelector("summary"));
    return textOf(element) || plain(element.getAttribute("title") ?? "");
  };
  const isThere = (element) => element.checkVisibility({ visibilityProperty: true }) || element.matches("input[type=file], input[type=radio], input[type=checkbox]");
  const matches = (given) => (exact ? plain(given) === plain(name) : plain(given).toLowerCase().includes(plain(name).toLowerCase()));
  const root = within ? findAll({ ...within, exact: within.exact })[within.nth ?? 0] : document;
  if (!root) return [];
  return [...root.querySelectorAll(ROLES[role])].filter((element) => isThere(element) && !element.closest("[inert], [aria-hidden=true]") && (name === undefined || matches(nameOf(element))));
}
const FIND = `globalThis.findAll ??= ${findAll}`;

/** The steps that both browsers take alike; `at`: how one of them points and types. */
class Person {
  /** Clicks, keys and typed texts so far. */
  actions = 0;

  constructor(at) {
    this.at = at;
  }

  /** Waits for the first that has the role and the name, until it stays where it is for three looks, and gives its middle. */
  async find(what) {
    const until = Date.now() + WAIT_MS;
    for (let before = null, same = 0; ; ) {
      const box = await this.at.run(`(() => { ${FIND}; const element = findAll(${JSON.stringify(what)})[${what.nth ?? 0}]; if (!element) return null;
        element.scrollIntoView({ block: "center", inline: "nearest" }); const target = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element;
        const { x, y, width, height } = target.getBoundingClientRect(); return { x: x + Math.min(width / 2, 200), y: y + height / 2 }; })()`);
      same = box && before && box.x === before.x && box.y === before.y ? same + 1 : 0;
      if (same === 2) return box;
      before = box;
      if (Date.now() > until) throw new Error(`not found: ${JSON.stringify(what)}\n${await this.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The first that a selector finds, where a list has many of one name. */
  async clickFirst(selector) {
    const isThere = await this.at.run(`document.querySelector(${JSON.stringify(selector)}) !== null`);
    if (!isThere) return false;
    this.actions += 1;
    await this.at.run(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: "center" })`);
    await this.settled();
    const { x, y } = await this.at.run(`(() => { const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 }; })()`);
    await this.at.click(x, y);
    await this.settled();
    return true;
  }

  /** Who sees that another place took the click, because the page moved, clicks again. */
  async click(role, name, options = {}) {
    this.actions += 1;
    const what = { role, name, ...options };
    // A choice is made when it is pressed, and may be gone by the click.
    const event = role === "option" ? "pointerdown" : "click";
    const until = Date.now() + WAIT_MS;
    for (let isTaken = false; !isTaken; ) {
      const { x, y } = await this.find(what);
      await this.at.run(`(() => { ${FIND}; globalThis.isTaken = false; findAll(${JSON.stringify(what)})[${options.nth ?? 0}]?.addEventListener("${event}", () => (globalThis.isTaken = true), { capture: true, once: true }); })()`);
      await this.at.click(x, y);
      await this.settled();
      isTaken = (await this.at.run("globalThis.isTaken")) !== false;
      if (!isTaken && Date.now() > until) throw new Error(`not clicked: ${JSON.stringify(what)}\n${await this.text()}`);
    }
  }

  /** By the Tab key alone, as somebody does who has no mouse; the keys are not counted. */
  async tabTo(role, name, options = {}) {
    await this.find({ role, name, ...options });
    const isThere = `(() => { ${FIND}; return findAll(${JSON.stringify({ role, name, ...options })})[${options.nth ?? 0}] === document.activeElement; })()`;
    for (let keys = 0; keys < 400; keys += 1) {
      if (await this.at.run(isThere)) return;
      await this.at.press("Tab");
    }
    throw new Error(`no Tab leads to ${role} ${name}`);
  }

  /** Puts a text in place of what a field has. Who sees that another place took the click, because the page moved, clicks again. */
  async fill(role, name, text, options = {}) {
    this.actions += 1;
    const isHere = `(() => { ${FIND}; return findAll(${JSON.stringify({ role, name, ...options })})[${options.nth ?? 0}] === document.activeElement; })()`;
    const until = Date.now() + WAIT_MS;
    do {
      const { x, y } = await this.find({ role, name, ...options });
      await this.at.click(x, y);
      await this.settled();
    } while (!(await this.at.run(isHere)) && Date.now() < until);
    await this.at.press("Control+a");
    await this.at.type(text);
    await this.settled();
  }

  /** Chooses in a list of the browser's own. */
  async select(name, option, options = {}) {
    this.actions += 1;
    await this.find({ role: "combobox", name, ...options });
    await this.at.run(`(() => { ${FIND}; const list = findAll(${JSON.stringify({ role: "combobox", name, ...options })})[${options.nth ?? 0}];
      const found = [...list.options].find((entry) => entry.text.replace(/[\\s\\u00a0\\u202f]+/g, " ").includes(${JSON.stringify(option)})); if (!found) throw new Error("no option");
      list.value = found.value; list.dispatchEvent(new Event("input", { bubbles: true })); list.dispatchEvent(new Event("change", { bubbles: true })); })()`);
    await this.settled();
  }

  /** Keys as they are named by `KeyboardEvent.key`, with modifiers: "Control+z". */
  async press(...keys) {
    for (const key of keys) {
      this.actions += 1;
      await this.at.press(key);
    }
    await this.settled();
  }

  async type(text) {
    this.actions += 1;
    await this.at.type(text);
    await this.settled();
  }

  text() {
    return this.at.run("document.body.innerText");
  }

  /** Waits until the page says this. */
  async see(words) {
    const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ");
    const until = Date.now() + WAIT_MS;
    while (!plain(await this.text()).includes(plain(words))) {
      if (Date.now() > until) throw new Error(`not seen: ${words}\n${await this.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  count(role, name, options = {}) {
    return this.at.run(`(() => { ${FIND}; return findAll(${JSON.stringify({ role, name, ...options })}).length; })()`);
  }

  /** What has the focus, as a screen reader names it; "body" where nothing has. */
  focused() {
    return this.at.run("document.activeElement === document.body ? 'body' : (document.activeElement.getAttribute('aria-label') ?? document.activeElement.id ?? document.activeElement.textContent)");
  }

  run(script) {
    return this.at.run(script);
  }

  /** Until what was done is drawn and read. */
  settled() {
    return this.at.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))");
  }

  /** No error on the way. */
  async leave() {
    const { errors } = this.at;
    await this.at.close();
    assert.deepEqual(errors, []);
  }
}

const watch = (page, errors) => {
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
};

async function chromiumAt(browser, address, language) {
  const context = await browser.newContext({ viewport: SIZE, locale: language });
  const page = await context.newPage();
  const errors = [];
  watch(page, errors);
  await page.goto(address);
  return {
    errors,
    run: (script) => page.evaluate(script),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    close: () => context.close(),
  };
}

async function firefoxAt(browser, address, language) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  watch(page, errors);
  await page.setViewport(SIZE);
  // Firefox has one language for all contexts: the page is told by what a person chose before.
  await page.evaluateOnNewDocument((language) => localStorage.setItem("care-coverage:language", language), language.slice(0, 2));
  await page.goto(address);
  return {
    errors,
    run: (script) => page.evaluate(script),
    click: (x, y) => page.mouse.click(x, y),
    press: async (key) => {
      const names = key.split("+");
      const last = names.pop();
      for (const name of names) await page.keyboard.down(name);
      await page.keyboard.press(last);
      for (const name of names.reverse()) await page.keyboard.up(name);
    },
    type: (text) => page.keyboard.type(text),
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    close: () => context.close(),
  };
}

const BROWSERS = {
  chromium: { launch, at: chromiumAt },
  firefox: {
    launch: () => puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true }),
    at: firefoxAt,
  },
};

/** Starts a browser and the server of the built page. `open(language, fragment)` gives a person at a fresh page. */
export async function start(name) {
  const server = await serve();
  const browser = await BROWSERS[name].launch();
  return {
    open: async (language, fragment = "") => new Person(await BROWSERS[name].at(browser, server.address + fragment, language)),
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
