// What would a file of claims have cost? Dropped, its columns picked, its result read and downloaded: in a browser and a language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./driver.mjs";
import { wordsIn } from "./words.mjs";

/** Only how long a failure takes to be one. */
const WAIT_MS = 60_000;
const NAME = "soins.csv";
/** The headings say nothing of what was charged; two visits of one person, an osteopath nine times, more often than is paid. */
const HEADER = "Assuré;Code acte;Date de soins;Âge;Praticien;OPTAM;Remboursable;Somme;BR;Taux";
const VISIT = (day, charged) => `anne;GP_VISIT;${day}/03/2025;44;;oui;oui;${charged};30,00;70`;
const SESSION = (day) => `léo;OSTEOPATHY;${day}/04/2025;30;OSTEOPATH;;non;60,00;;`;
const ROWS = [VISIT("04", "30,00"), VISIT("05", "45,50"), ...Array.from({ length: 9 }, (_, day) => SESSION(`1${day}`))];
const TEXT = `${[HEADER, ...ROWS].join("\r\n")}\r\n`;

/** A file that is let go over the page. */
const DROP = `(() => {
  const files = new DataTransfer();
  files.items.add(new File([${JSON.stringify(TEXT)}], ${JSON.stringify(NAME)}));
  for (const type of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
})()`;
/** What is downloaded is kept. */
const KEEP = `(() => {
  window.kept = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => (window.kept.push(blob), make.call(URL, blob));
})()`;

const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();

/** Runs the scenario in one browser, in each language. */
export function scenarios(browserName) {
  let browser;
  before(async () => (browser = await start(browserName)));
  after(() => browser.stop());

  for (const language of ["fr", "en"]) {
    test(`${browserName}, ${language}: a file of claims, from its drop to its result, in at most 6 actions`, async () => {
      const { costs: { costWords: c }, simulate: { fileWords: b } } = await wordsIn(language);
      const person = await browser.open({ fr: "fr-FR", en: "en-GB" }[language], "#simulate");
      await person.see(b.title);
      await person.run(KEEP);
      await person.run(DROP);
      await person.see(NAME);
      await person.click("button", c.parts.costs, { exact: true });
      await person.see(c.columnsNeeded(["charged"]));
      await person.select(b.columns.meansOf("Somme"), { fr: "montant facturé", en: "charged" }[language]);
      await person.see(c.result(NAME));
      await person.see(c.counted(ROWS.length, ROWS.length));
      // Nine sessions are more than the limit pays for.
      await person.see(c.limits.title);
      const cut = plain(await person.run("document.querySelector('.cost-limits tbody').innerText"));
      assert.match(cut, /soft_medicine|médecine|[1-9]\d*/i);
      await person.click("button", c.download);
      const until = Date.now() + WAIT_MS;
      while (!(await person.run("window.kept.length > 0"))) {
        assert.ok(Date.now() < until, "nothing was downloaded");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const text = await person.run("window.kept.at(-1).text()");
      const [header, ...rows] = text.replace("\uFEFF", "").trimEnd().split("\r\n").map((line) => line.split(";"));
      assert.equal(rows.length, ROWS.length);
      assert.deepEqual(rows.map((row) => row.slice(0, 10).join(";")), ROWS);
      const paid = rows.map((row) => Number(row[header.indexOf(b.joined.money.complementary)].replace(",", ".")));
      // The rows are those of one person: what is paid ends with the limit, and they sum to what the page says.
      assert.ok(paid[2] > 0 && paid.at(-1) === 0, paid.join());
      const total = plain(await person.run("document.querySelector('.cost-totals').innerText")).replace(/(?<=\d)[ ,](?=\d{3})/g, "");
      const sum = paid.reduce((all, amount) => all + Math.round(amount * 100), 0);
      const shown = (sum / 100).toFixed(2).replace(".", language === "fr" ? "," : ".");
      assert.ok(total.includes(shown), `${total} has ${shown}`);
      assert.ok(person.actions <= 6, `${person.actions} actions`);
      await person.leave();
    });
  }
}
