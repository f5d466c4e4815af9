// The TypedDicts of the Python package, of the declarations of the npm package: python/care_coverage/types.py.
//
//   node scripts/python-types.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript52";

const FILE = "python/care_coverage/types.py";
const ENTRY = "pkg-template/care-coverage.d.ts";

/** What is handed in and what is answered; what these name comes with them. */
const ROOTS = [
  "CareTypeLists", "CareTypeMappings", "CoverageCareTypeSelector", "SelectorExplanation", "CareTypeEntry", "CareTypeGroupEntry", "CatalogHit", "SearchOptions", "CareTypeSynonyms",
  "CareTypeCatalogOptions", "KnownValues", "CoveragePayload", "CoverageVersion", "CareAct", "ActAmounts", "PricedAct", "GuaranteeDecision", "ActExplanation", "FilterMatch", "LensPrescription",
  "Diagnostic", "TextDiagnostic", "ValidateOptions", "AnalyzeOptions", "CoverageAnalysis", "CoverageDiff", "DiffOptions", "AmountComparison", "CompareAmountsOptions",
  "LimitCounter", "ReimburseOptions", "ReimburseManyOptions", "Reimbursement", "Reimbursements", "StackedReimbursement", "RequirementProfile", "RequirementsOptions",
  "RequirementsReport", "ClaimRow", "ClaimMapping", "ClaimDistributions", "ClaimPreview", "PreviewOptions", "MappingGuess", "Headings", "ResolvedHeadings", "SimulateOptions",
  "Simulation", "DispenseSnapshot", "DispenseReport", "DiscountInput", "DiscountDecision", "ContractQuery", "ContractSelection", "ReimburseColumnsOptions", "ActCodes",
];

/** What Python has in another way, and what the declarations have no name for. */
const OWN = {
  PricedAct: { intersection: ["CareAct", "ActAmounts"], doc: "An act with its amounts." },
  FilterMatch: { answerOf: "matchFilter", doc: "One filter against one act." },
  LensPrescription: { argumentOf: "lensComplexity", doc: "A lens as it is prescribed, in dioptres." },
};
const NUMBER = "str | float | decimal.Decimal";
const TEXTS = {
  Decimal: NUMBER, Percent: NUMBER, Share: NUMBER, Money: NUMBER, Quantity: NUMBER, Tolerance: NUMBER, Deviation: NUMBER, DecimalNumber: "float", CalendarDate: "str | datetime.date",
  ReimbursementStepName: "str", DispenseReason: "str",
};
/** Without the types that say which values a code names. */
const SAID = { variant: "str", params: "dict[str, Any]" };
const FIELDS = { Diagnostic: { ...SAID, code: "DiagnosticCode" }, RelatedPlace: SAID, TextDiagnostic: { related: "list[RelatedPlace]" } };
/** Options that have another name in Python. */
const OPTIONS = {
  selectorPrecedence: "selector_precedence", visibleTeeth: "visible_teeth", nonConventionedEstablishments: "non_conventioned_establishments", knownValues: "known_values",
  secuRounding: "secu_rounding", counters: "shown_counters",
};
const KEYWORDS = new Set(["in", "from", "is", "not", "class", "def", "with", "as", "if", "else", "for", "global", "import", "lambda", "or", "and", "pass", "return", "try", "while", "yield", "None", "True", "False"]);
const UTILITIES = new Set(["Omit", "Pick", "Partial", "Exclude"]);

const program = ts.createProgram([ENTRY], { strict: true, noEmit: true, exactOptionalPropertyTypes: true });
const checker = program.getTypeChecker();
const declared = new Map();
const functions = new Map();
for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.includes("pkg-template/"))) {
  ts.forEachChild(file, (node) => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) declared.set(node.name.text, node);
    if (ts.isFunctionDeclaration(node) && !functions.has(node.name.text)) functions.set(node.name.text, node);
  });
}

const [optional, nodes] = [new Map(), new Map()];
const written = new Map();
const waiting = [...ROOTS];
while (waiting.length > 0) {
  const name = waiting.shift();
  if (!written.has(name)) {
    written.set(name, "");
    written.set(name, define(name));
  }
}

function define(name) {
  if (OWN[name]) return ofType(name, typeOfOwn(OWN[name]), OWN[name].doc, []);
  const node = declared.get(name);
  if (!node) throw new Error(`no declaration of ${name}`);
  const doc = docOf(node);
  if (ts.isInterfaceDeclaration(node)) {
    const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types);
    // A name that Python has taken needs a syntax without parents.
    const isPlain = node.members.every(({ name }) => name === undefined || isName(name.text)) && bases.every(({ expression, typeArguments }) => declared.has(expression.text) && !UTILITIES.has(expression.text) && typeArguments === undefined);
    const own = isPlain ? node.members : checker.getPropertiesOfType(checker.getTypeAtLocation(node)).map(declarationOf);
    const parents = isPlain ? bases.map(({ expression }) => use(expression.text)) : [];
    // What a declaration narrows, a TypedDict cannot say again.
    const inherited = new Set(isPlain ? bases.flatMap((base) => checker.getPropertiesOfType(checker.getTypeAtLocation(base)).map(({ name }) => name)) : []);
    return fieldsOf(name, own.filter((member) => !inherited.has(member.name?.text)), doc, parents);
  }
  const isUtility = ts.isTypeReferenceNode(node.type) && ["Omit", "Pick"].includes(node.type.typeName.text);
  if (isUtility || isObject(node.type)) return ofType(name, checker.getTypeAtLocation(node.type), doc, []);
  return `${name}: TypeAlias = ${quoted(python(node.type, name))}\n${docString(doc, "")}`;
}

/** Whether an alias is an object without a name of its own. */
function isObject(node) {
  if (ts.isTypeLiteralNode(node)) return node.members.some(ts.isPropertySignature);
  return ts.isIntersectionTypeNode(node) && node.types.every((part) => ts.isTypeReferenceNode(part) || ts.isTypeLiteralNode(part));
}

function typeOfOwn({ intersection, answerOf, argumentOf }) {
  if (intersection) return intersection.map((name) => checker.getTypeAtLocation(declared.get(name)));
  if (answerOf) return checker.getTypeAtLocation(functions.get(answerOf).type);
  return checker.getTypeAtLocation(functions.get(argumentOf).parameters[0].type);
}

function ofType(name, types, doc, parents) {
  const members = new Map([types].flat().flatMap((type) => checker.getPropertiesOfType(type)).map((property) => [property.name, declarationOf(property)]));
  return fieldsOf(name, [...members.values()], doc, parents);
}

/** The declaration of a property. What `Partial` made optional, its declaration does not say. */
function declarationOf(property) {
  const declaration = property.valueDeclaration ?? property.declarations[0];
  if (property.flags & ts.SymbolFlags.Optional && !declaration.questionToken) {
    const copy = Object.create(declaration);
    optional.set(copy, true);
    return copy;
  }
  return declaration;
}

function fieldsOf(name, members, doc, parents) {
  const types = FIELDS[name] ?? {};
  if (name === "Diagnostic") use("DiagnosticCode");
  const fields = members.filter((member) => ts.isPropertySignature(member) && member.type?.kind !== ts.SyntaxKind.NeverKeyword).map((member) => {
    const given = member.name.text;
    const type = types[given] ?? (["sphere", "cylinder"].includes(given) ? "float" : python(member.type, name + capital(given)));
    const plain = name.endsWith("Options") ? (OPTIONS[given] ?? given) : given;
    return { name: plain, type: (optional.get(member) ?? member.questionToken) ? `NotRequired[${type}]` : type, doc: docOf(member) };
  });
  const isClass = fields.every(({ name }) => isName(name));
  if (!isClass) {
    if (parents.length > 0) throw new Error(`${name} has parents`);
    return `${name} = TypedDict(\n    "${name}",\n    {\n${fields.map(({ name, type }) => `        ${JSON.stringify(name)}: ${quoted(type)},\n`).join("")}    },\n)\n${docString(doc, "")}`;
  }
  const body = fields.map(({ name, type, doc }) => `    ${name}: ${type}\n${docString(doc, "    ")}`).join("");
  return `class ${name}(${[...(parents.length > 0 ? parents : ["TypedDict"])].join(", ")}):\n${docString(doc, "    ")}${doc && body ? "\n" : ""}${body || (doc ? "" : "    pass\n")}`;
}

function isName(text) {
  return /^[A-Za-z_]\w*$/.test(text) && !KEYWORDS.has(text);
}

function use(name) {
  if (TEXTS[name]) return TEXTS[name];
  waiting.push(name);
  return name;
}

function python(node, place) {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword: return "str";
    case ts.SyntaxKind.NumberKeyword: return "int";
    case ts.SyntaxKind.BooleanKeyword: return "bool";
    case ts.SyntaxKind.UnknownKeyword: return "Any";
    case ts.SyntaxKind.UndefinedKeyword: return "None";
    case ts.SyntaxKind.TemplateLiteralType: return "str";
  }
  if (ts.isParenthesizedTypeNode(node)) return python(node.type, place);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return python(node.type, place);
  if (ts.isArrayTypeNode(node)) return `list[${python(node.elementType, place)}]`;
  if (ts.isTupleTypeNode(node)) return `list[${joined(node.elements.map((part) => python(part, place)))}]`;
  if (ts.isLiteralTypeNode(node)) return literal(node);
  if (ts.isUnionTypeNode(node)) return joined(node.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword).map((part) => python(part, placeOf(part, place))));
  if (ts.isIntersectionTypeNode(node)) {
    if (node.types.some(({ kind }) => kind === ts.SyntaxKind.StringKeyword)) return "str";
    return node.getText() === "CareAct & ActAmounts" ? use("PricedAct") : inline(node, place);
  }
  if (ts.isTypeLiteralNode(node)) {
    const [index] = node.members.filter(ts.isIndexSignatureDeclaration);
    return index && node.members.length === 1 ? `dict[str, ${python(index.type, place)}]` : inline(node, place);
  }
  if (ts.isTypeReferenceNode(node)) return reference(node, place);
  return literalsOf(node, place);
}

/** Of several objects in one place, each is called by its first field, and by its number where that is not enough. */
function placeOf(part, place) {
  const isUtility = ts.isTypeReferenceNode(part) && UTILITIES.has(part.typeName.text);
  if (!(ts.isTypeLiteralNode(part) || isUtility) || !declared.has(place)) return place;
  const [first] = isUtility ? [] : part.members.filter(ts.isPropertySignature);
  const name = isUtility ? place + part.typeArguments[0].getText() : first ? place + capital(first.name.text) : place;
  for (let number = 1; ; number++) {
    const next = number > 1 ? `${name}${number}` : name;
    if ((nodes.get(next) ?? part) === part) {
      nodes.set(next, part);
      return next;
    }
  }
}

function reference(node, place) {
  const name = node.typeName.text;
  const [first, second] = node.typeArguments ?? [];
  switch (name) {
    case "AsJson": case "DeepReadonly": case "Readonly": return python(first, place);
    case "Set": case "ReadonlySet": return `set[${python(first, place)}]`;
    case "Record": return `dict[str, ${python(second, place)}]`;
    case "Diagnostic": return use("Diagnostic");
    case "Omit": case "Pick": case "Partial": return inline(node, place);
    case "Exclude": return literalsOf(node, place);
  }
  return declared.has(name) ? use(name) : "Any";
}

/** A union of texts that is computed. */
function literalsOf(node, place) {
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  if (!parts.every((part) => part.isStringLiteral())) throw new Error(`${place}: ${node.getText()}`);
  return `Literal[${parts.map(({ value }) => JSON.stringify(value)).join(", ")}]`;
}

/** An object that the declarations have no name for. */
function inline(node, place) {
  if (!written.has(place)) written.set(place, ofType(place, checker.getTypeAtLocation(node), "", []));
  return place;
}

function literal({ literal }) {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return "None";
  if (literal.kind === ts.SyntaxKind.TrueKeyword || literal.kind === ts.SyntaxKind.FalseKeyword) return `Literal[${literal.kind === ts.SyntaxKind.TrueKeyword ? "True" : "False"}]`;
  return `Literal[${JSON.stringify(literal.text)}]`;
}

/** A union, each part once, its texts together. */
function joined(parts) {
  const all = [...new Set(parts.flatMap(partsOf))];
  const texts = all.filter((part) => /^Literal\["/.test(part)).map((part) => part.slice("Literal[".length, -1));
  const others = all.filter((part) => !/^Literal\["/.test(part) && part !== "None");
  return [...(texts.length > 0 && !others.includes("str") ? [`Literal[${texts.join(", ")}]`] : []), ...others, ...(all.includes("None") ? ["None"] : [])].join(" | ");
}

/** The parts of a union that are not within brackets. */
function partsOf(type) {
  let depth = 0;
  const parts = [""];
  for (const piece of type.split(/( \| |[[\]])/)) {
    if (piece === "[") depth += 1;
    if (piece === "]") depth -= 1;
    if (piece === " | " && depth === 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function docOf(node) {
  const [first] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(first?.comment) ?? "";
}

function docString(doc, indent) {
  if (!doc) return "";
  const lines = inPython(doc).replaceAll("\\", "\\\\").replaceAll('"""', "'''").split("\n").map((line) => (line.trim() === "" ? "" : indent + line));
  const text = lines.join("\n").trimStart();
  return `${indent}"""${text}${text.endsWith('"') ? " " : ""}"""\n`;
}

/** Names as Python has them. */
function inPython(doc) {
  const names = /`([a-z][A-Za-z]*)`|`([A-Z][A-Za-z]*)\.([a-z][A-Za-z]*)`/g;
  const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return doc.replace(names, (whole, name, of, method) => (method ? `\`${of}.${snake(method)}\`` : name === undefined ? whole : `\`${snake(name)}\``)).replaceAll("`null`", "`None`").replace(/\bNull\b/g, "None").replace(/\bnull\b/g, "None");
}

function capital(name) {
  return name.split("_").map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join("");
}

function quoted(type) {
  return `'${type}'`.includes('"') ? `'${type}'` : `"${type}"`;
}

/** Parents come first. */
function inOrder() {
  const [done, order] = [new Set(), []];
  const take = (name) => {
    if (done.has(name)) return;
    done.add(name);
    const [, parents = ""] = /^class \w+\((.+)\):/.exec(written.get(name)) ?? [];
    for (const parent of parents.split(", ")) if (written.has(parent)) take(parent);
    order.push(name);
  };
  [...written.keys()].sort().forEach(take);
  return order;
}

const order = inOrder();
const text = `"""What is handed in and what is answered, as type checkers know it.

Made by \`make docs\` from the declarations of the npm package, pkg-template/declarations/. A dict that is no \`TypedDict\` is taken everywhere,
too: the engine says what is wrong with it.
"""

from __future__ import annotations

import datetime
import decimal
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
${[...written.keys()].sort().map((name) => `    "${name}",\n`).join("")}]


${order.map((name) => written.get(name)).join("\n\n")}`;

if (process.argv.includes("--check")) {
  if (readFileSync(FILE, "utf8") !== text) {
    console.error(`${FILE} is not what the declarations say: make docs`);
    process.exit(1);
  }
} else writeFileSync(FILE, text);
