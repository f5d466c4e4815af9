// How are the phrases of one reading put together?
//
//     part       [RSS +] term { + term } with modifiers anywhere behind a term
//     modifier   − RSS · y compris RSS · en complément de RSS · a limit · a minimum · a price cap · au-delà, part · what is only noted
import { type Limit, type Part, type Plain, type Term, isAllCosts, isMoney, isOfMoney, isPlainMoney, isScope, newPart, newTerm, scopeOf, speaksOfPmss } from "./cell.ts";
import { complementOf } from "./complement.ts";
import type { Cursor } from "./cursor.ts";
import { AMOUNT, type For, eurosAt, forAt, isPlainAhead, plainAt, summedAt, termAt, unitOf, withUnit, YEAR, yearAt } from "./terms.ts";

export function partAt(cursor: Cursor, isBeyond = false): Part {
  const part = { ...newPart(), isBeyond };
  const reading = new Reading(cursor, part, isBeyond);
  reading.first();
  while (!cursor.isAtEnd && !(isBeyond && cursor.is("close"))) reading.next();
  return part;
}

class Reading {
  /** Whether a comma or the end of a parenthesis is between the last term and what comes. */
  private isApart = false;
  private isInParenthesis = false;
  private lastLimit: Limit | null = null;
  /** Whether it is of what the Sécu leaves, which two terms say: a bound would be of both. */
  private isOfRest = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly part: Part,
    private readonly isBeyond: boolean,
  ) {}

  first(): void {
    const { cursor } = this;
    // "Prise en charge de 25 € par consultation", but "Enfant : 200 €" is for whom.
    if (cursor.is("unit:act", "unit:equipment") && cursor.isAhead(1, "figure") && !/^enfants?$/.test(cursor.text)) cursor.skip(1);
    if (cursor.take("rss", "secu")) {
      cursor.need("plus");
      this.part.share = "excluded";
      if (!this.restOfCosts()) this.add(termAt(cursor), true);
      return;
    }
    if (cursor.is("on_top", "including", "secu_included", "secu_excluded")) {
      this.share();
      cursor.take("comma");
    }
    const isWhole = cursor.text === "100" && cursor.isAhead(1, "percent");
    if (cursor.isAhead(isWhole ? 2 : 0, "hlf", "plv")) {
      cursor.skip(isWhole ? 2 : 0);
      return this.capAlone();
    }
    if (cursor.is("within", "at_most", "limited_to")) return this.boundAlone();
    if (this.sessions() || this.restOfCosts()) return;
    this.add(termAt(cursor), false);
  }

  /** "3 séances par an à 25 €", "4 séances/an dans la limite de 30 € par séance", "3 x 30 € par an" */
  private sessions(): boolean {
    const { cursor } = this;
    if (!cursor.is("figure") || !cursor.isAhead(1, "unit:session", "unit:day", "unit:act", "unit:equipment", "times")) return false;
    const unit = cursor.isAhead(1, "times") ? null : unitOf(cursor, cursor.meaning(1)!);
    const maximum = cursor.need("figure").text;
    if (!AMOUNT.test(maximum)) cursor.fail();
    const start = cursor.place;
    cursor.skip(1);
    const before = forAt(cursor);
    const how = cursor.take("comma", "at", "within", "limited_to", "at_most");
    const term = termAt(cursor);
    const period = before.period ?? term.period;
    // "4 séances par an dans la limite de 120 €": of all of them, maybe.
    const isOfEach = term.unit !== null || maximum === "1" || (how ? how.meaning === "at" : unit === null);
    if (!period || !isOfEach) {
      cursor.place = start;
      return cursor.fail(before.period || term.period ? undefined : "period");
    }
    const isOther = unit !== null && (before.unit ?? term.unit ?? unit) !== unit;
    if (!isMoney(term) || isOther || before.isFamily || term.isFamily || (before.period && term.period)) cursor.fail();
    this.add({ ...term, unit: unit ?? term.unit, period: null }, false);
    this.part.limits.push({ of: unit === "day" ? "days" : "count", maximum, period, scope: "beneficiary", countsTotal: false });
    return true;
  }

  /** "100 % PLV", "HLF", "dans la limite des PLV" */
  private capAlone(): void {
    this.add(newTerm([{ kind: "actual_costs", decimal: "100", per: "act" }]), false);
    this.cap();
  }

  /** "Dans la limite d'un forfait de 60 €", "dans la limite de 5 séances par an : 30 € par séance" */
  private boundAlone(): void {
    const { cursor } = this;
    cursor.skip(1);
    if (cursor.is("hlf", "plv")) return this.capAlone();
    if (this.sessions()) return;
    if (!cursor.is("figure", "flat", "ceiling", "credit", "annual", "tm")) cursor.fail();
    this.add(termAt(cursor), false);
  }

  next(): void {
    const { cursor, part } = this;
    if (cursor.take("comma", "semicolon")) {
      this.isApart = true;
      return;
    }
    if (cursor.is("plus")) return this.plus();
    // "30 €/séance – 4 séances/an"
    if (cursor.is("less") && cursor.isAhead(1, "figure", "within", "limited_to", "at_most", "ceiling")) {
      cursor.skip(1);
      this.isApart = true;
    }
    // "150 €/ dent/ × 3/ an", "30 €/séance / 5 séances/an"
    if (cursor.is("per") && cursor.isAhead(1, "times", "figure", "within", "limited_to", "at_most")) cursor.skip(1);
    if (cursor.is("less", "deducting", "including", "on_top", "secu_included", "secu_excluded")) return this.share();
    if (cursor.is("counting_secu") && this.lastLimit) {
      cursor.skip(1);
      this.lastLimit.countsTotal = true;
      return;
    }
    if (cursor.take("pathway")) {
      if (part.isPathwayCovered || this.isBeyond) cursor.fail();
      part.isPathwayCovered = true;
      return;
    }
    if (cursor.take("beyond")) return this.beyond();
    if (cursor.take("currently")) return this.currently();
    if (cursor.is("open")) return this.parenthesis();
    if (cursor.is("at_least") || this.isTrailingMinimum()) return this.minimum();
    if (cursor.is("of_which", "frame")) cursor.fail();
    if (!this.lateFor()) this.limit();
  }

  /** "1 700 € (RSS inclus) par oreille" */
  private lateFor(): boolean {
    const { cursor, part } = this;
    const last = part.terms.at(-1)!;
    if (!cursor.is("per", "every") || part.terms.length > 1 || part.limits.length > 0 || !isMoney(last) || last.unit !== null || last.period || last.isFamily) return false;
    const start = cursor.place;
    const { unit, period, isFamily } = forAt(cursor);
    [last.unit, last.period, last.isFamily] = [unit, period, isFamily];
    return cursor.place > start;
  }

  private isTrailingMinimum(): boolean {
    return this.cursor.is("tm") && this.cursor.isAhead(1, "at_least");
  }

  private plus(): void {
    const { cursor, part } = this;
    cursor.skip(1);
    if (cursor.is("rss", "secu") && !cursor.isAhead(1, "plus")) {
      cursor.skip(1);
      this.setShare("excluded");
      return;
    }
    if (part.limits.length > 0 || part.beyond || this.isOfBound()) cursor.fail();
    this.add(termAt(cursor), true);
  }

  /** "80 % FR limité à 100 % BR + TM": the bound may be the sum. Excess fees are no part of one, and the ticket modérateur is limited alone. */
  private isOfBound(): boolean {
    const { cursor, part } = this;
    const { isBounded, isBoundOfCosts } = part.terms.at(-1)!;
    const isExcess = cursor.isAhead(2, "excess") || (cursor.isAhead(2, "br") && cursor.isAhead(3, "excess"));
    return (isBounded || isBoundOfCosts) && !this.isApart && isPlainAhead(cursor) && !isExcess;
  }

  /** "50 % des frais restant à charge", "50 % (FR – RSS)": of the costs, and what is left of the RSS. */
  private restOfCosts(): boolean {
    const { cursor, part } = this;
    const isDifference = ["open", "fr", "less", "rss", "close"].every((meaning, at) => cursor.meaning(at + 2)?.replace("secu", "rss") === meaning);
    if (!cursor.is("figure") || !cursor.isAhead(1, "percent") || !(isDifference || cursor.isAhead(2, "rest"))) return false;
    const percent = cursor.need("figure").text;
    cursor.skip(isDifference ? 6 : 2);
    const left = complementOf(percent) ?? cursor.fail();
    part.share = "included";
    this.isOfRest = true;
    this.add(newTerm([{ kind: "actual_costs", decimal: percent, per: "act" }]), true);
    if (left !== "0") this.add(newTerm([{ kind: "rss_percent", decimal: left, per: "act" }]), true);
    return true;
  }

  private add(term: Term, isBehindPlus: boolean): void {
    term.isBehindPlus = isBehindPlus;
    this.part.terms.push(term);
    [this.isApart, this.lastLimit] = [false, null];
  }

  private setShare(share: "included" | "excluded"): void {
    const { part } = this;
    if (part.share !== null && part.share !== share) this.cursor.fail();
    part.share = share;
  }

  private share(): void {
    const { cursor, part } = this;
    if (cursor.take("secu_excluded")) return this.setShare("excluded");
    // "RSS inclus" names it already.
    const isNamed = cursor.take("secu_included") !== null;
    const how = isNamed ? "including" : cursor.need("less", "deducting", "including", "on_top").meaning;
    if (!isNamed) cursor.need("rss", "secu");
    // A limit is followed by what it counts: "plafond de 400 € par an, y compris le remboursement de la Sécu".
    const isOfLimit = this.lastLimit !== null && (isOfMoney(this.lastLimit) || part.share !== null);
    if (how === "including" && this.lastLimit && isOfLimit) {
      this.lastLimit.countsTotal = true;
      return;
    }
    this.setShare(how === "on_top" ? "excluded" : "included");
    if (how === "on_top") return;
    part.isTotal = true;
    part.isTotalOfFirst = part.terms.length === 1;
    for (const limit of part.limits) limit.countsTotal ||= isOfMoney(limit);
  }

  private beyond(): void {
    const { cursor, part } = this;
    if (this.isBeyond || part.beyond) cursor.fail();
    cursor.take("comma");
    part.beyond = partAt(cursor, true);
  }

  /** "actuellement : 18 € par jour": what is true today, which the rule does not need. */
  private currently(): void {
    const { cursor, part } = this;
    const amount = cursor.need("figure");
    cursor.need("euro");
    // "2 % PMSS soit 77 € par jour": both are.
    if (!this.lateFor()) {
      const last = part.terms.at(-1)!;
      const isOpen = last.choice ? !last.isUnitSaid : isMoney(last) && last.unit === null && !last.period;
      const { unit, period } = forAt(cursor);
      if (period || (unit !== null && isOpen)) cursor.fail();
    }
    yearAt(cursor);
    cursor.notes.push({ code: speaksOfPmss(part) ? "pmss_in_euros" : "currently", amount: amount.text });
  }

  private parenthesis(): void {
    const { cursor } = this;
    if (this.isInParenthesis) cursor.fail();
    if (speaksOfPmss(this.part) && eurosAt(cursor)) return;
    cursor.skip(1);
    this.isInParenthesis = true;
    while (!cursor.take("close")) {
      if (cursor.isAtEnd) cursor.fail();
      if (cursor.is("plus", "open")) cursor.fail();
      this.next();
    }
    this.isInParenthesis = false;
  }

  /** Behind a limit it is paid beyond it; without one it is the greater that counts. */
  private minimum(): void {
    const { cursor, part } = this;
    const isBefore = cursor.take("at_least") !== null;
    const isClosed = cursor.is("open");
    const { options, isUnitSaid } = cursor.is("open") ? { options: summedAt(cursor), isUnitSaid: false } : this.boundPlain();
    if (!isBefore) cursor.need("at_least");
    const last = part.terms.at(-1)!;
    if (part.limits.length > 0 || last.limits.length > 0 || last.period) {
      if (part.beyond || this.isBeyond || options.length !== 1) cursor.fail();
      part.beyond = { ...newPart(), terms: [newTerm(options)], share: options[0]!.kind === "ticket_moderateur" ? "excluded" : null };
      return;
    }
    this.choose("greatest_of", options, isUnitSaid, isClosed);
  }

  private boundPlain(): { options: Plain[]; isUnitSaid: boolean } {
    const plain = plainAt(this.cursor);
    const { unit, period } = forAt(this.cursor);
    if (plain.kind === "pmss_percent") eurosAt(this.cursor);
    return period ? this.cursor.fail() : { options: [withUnit(this.cursor, plain, unit)], isUnitSaid: unit !== null };
  }

  /** "50 % FR par acte dans la limite de 115 €": what is said of one of the two is said of both. */
  private choose(kind: "least_of" | "greatest_of", bound: Plain[], isUnitSaid: boolean, isClosed = false): void {
    const { cursor, part } = this;
    const last = part.terms.at(-1)!;
    if (last.choice || last.period || last.limits.length > 0 || this.isOfRest) cursor.fail();
    const parts = last.parts.map((plain) => withUnit(cursor, plain, last.unit));
    last.choice = { kind, options: [parts, bound] };
    last.isBounded = !isClosed && !this.isInParenthesis && (parts.length > 1 || parts[0]!.kind !== "ticket_moderateur");
    last.isUnitSaid = isUnitSaid || last.unit !== null;
    last.unit = null;
  }

  private limit(): void {
    const { cursor } = this;
    const how = cursor.take("within", "limited_to", "at_most");
    // "75 € maximum"
    if (how?.meaning === "at_most" && !this.isLimitAhead()) return;
    const more = how ? (cursor.take("at_most") ?? cursor.take("flat")) : null;
    const ceiling = cursor.take("ceiling", "credit", "flat");
    // "plafond annuel de 400 €", "dans la limite, par année civile, de 3 actes"
    const before = how || ceiling ? forAt(cursor, true) : undefined;
    if (before?.period) cursor.take("comma", "at");
    else if (before?.unit === null) {
      if (this.cap()) return;
      if (cursor.is("open")) return this.choose("least_of", summedAt(cursor), false, true);
    }
    const isTimes = cursor.is("times") && cursor.isAhead(1, "figure") && cursor.take("times") !== null;
    if (cursor.is("figure") && !cursor.isAhead(1, "percent", "euro")) return this.count(how !== null || isTimes, isTimes, before);
    if (!(how || ceiling) || !isPlainAhead(cursor)) {
      if (more) cursor.take("figure");
      cursor.fail();
    }
    this.amount(how?.meaning ?? "ceiling", before);
  }

  private isLimitAhead(): boolean {
    return this.cursor.is("figure", "ceiling", "credit", "flat", "price", "hlf", "plv", "open", "annual") || isPlainAhead(this.cursor);
  }

  private cap(): boolean {
    const { cursor, part } = this;
    const named = cursor.take("hlf", "plv");
    if (!named && !cursor.take("price")) return false;
    if (part.cap) cursor.fail();
    if (named) part.cap = { kind: named.meaning as "hlf" | "plv" };
    else {
      part.cap = { kind: "amount", amount: cursor.need("figure").text };
      if (!AMOUNT.test(part.cap.amount)) cursor.fail();
      cursor.need("euro");
    }
    return true;
  }

  /** "5 séances par an", "3 fois par an", "× 3/an", "2 par an" */
  private count(hasWord: boolean, isTimes: boolean, before?: For): void {
    const { cursor } = this;
    const maximum = cursor.need("figure").text;
    if (!AMOUNT.test(maximum)) cursor.fail();
    const named = cursor.take("times") ?? cursor.take("act_itself") ?? this.takeUnit();
    // "200 € 2025 par an"
    if (!named && YEAR.test(maximum)) cursor.fail();
    if (!named && !hasWord && !cursor.is("per", "at_most")) cursor.fail();
    const isAtMost = cursor.take("at_most") !== null;
    const found = forAt(cursor, true, before);
    const { period } = found;
    if (!period) return cursor.failFor("period");
    if (found.unit !== null && !isScope(found.unit)) return cursor.fail();
    const last = this.part.terms.at(-1)!;
    // "500 € par œil, une fois par an": each once.
    if (maximum === "1" && named?.meaning === "times" && found.unit === null && !found.isFamily && (last.unit === "eye" || last.unit === "ear")) found.unit = last.unit;
    this.addLimit({ of: named?.meaning === "unit:day" ? "days" : "count", maximum, period, scope: scopeOf(found), countsTotal: false }, hasWord || isAtMost);
    // "25 € × 3 séances/an"
    if (!named || !isMoney(last) || last.unit !== null || last.period) return;
    if (isTimes && (named.meaning === "unit:session" || named.meaning === "unit:day")) last.unit = named.meaning.slice(5);
    // "350 € limité à une intervention par an"
    if (["act_itself", "unit:act", "unit:equipment"].includes(named.meaning)) last.unit = unitOf(cursor, named.meaning);
  }

  private takeUnit() {
    const meaning = this.cursor.meaning();
    return meaning?.startsWith("unit:") ? this.cursor.take(meaning) : null;
  }

  private amount(how: string, before?: For): void {
    const { cursor, part } = this;
    const plain = plainAt(cursor);
    const found = forAt(cursor, how !== "within", before);
    if (plain.kind === "pmss_percent") eurosAt(cursor);
    const last = part.terms.at(-1)!;
    const { period } = found;
    if (period && isPlainMoney(plain)) {
      if (found.unit !== null && !isScope(found.unit)) cursor.fail();
      this.addLimit({ of: plain.kind === "flat_amount" ? "amount" : "pmss", maximum: plain.decimal, period, scope: scopeOf(found), countsTotal: false }, how !== "ceiling");
      return;
    }
    if (period || found.isFamily || how === "ceiling" || this.isOfRest) cursor.fail();
    // "30 € par séance, maximum 100 €": of all sessions, maybe.
    if (how === "at_most" && (isMoney(last) || last.choice || part.terms.length > 1)) cursor.fail();
    if (plain.kind === "brss_percent" && cursor.take("excess")) cursor.fail();
    if (isAllCosts(last) && isPlainMoney(plain) && last.limits.length === 0 && part.terms.length === 1) {
      last.parts = [plain];
      [last.unit, last.isBoundOfCosts] = [found.unit, true];
      return;
    }
    this.choose("least_of", [withUnit(cursor, plain, found.unit)], found.unit !== null);
  }

  /** Behind a part of a sum a limit is that part's; behind a comma, or of a part alone, the rule's. */
  private addLimit(limit: Limit, hasWord: boolean): void {
    const { part } = this;
    const last = part.terms.at(-1)!;
    if (this.isBeyond) this.cursor.fail();
    const isOfPart = this.isInParenthesis ? part.terms.length > 1 || !hasWord || this.cursor.isAhead(1, "plus") : !this.isApart && part.terms.length > 1 && isMoney(last);
    (isOfPart ? last.limits : part.limits).push(limit);
    // What a part's own limit counts is not said.
    this.lastLimit = isOfPart ? null : limit;
  }
}
