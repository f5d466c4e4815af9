/** The call that makes an answer again, as code: its coverages by the names of their files. Nothing of the claims is in it but their name. */
import type { Basis, SimulatedSides } from "../../engine/amounts";
import type { GroupKey, Headings } from "../../engine/engine";
import { type Call, literal, type SimulatedCoverage } from "../code/call";
import type { Claims } from "./claims";

interface Simulated {
  claims: Claims;
  encoding: string;
  name: string;
  bases: SimulatedSides;
  by: readonly GroupKey[];
  headings: Headings | null;
}

export function simulationOf({ claims, encoding, name, bases, by, headings }: Simulated): Call {
  const texts: Record<string, string> = {};
  const catalogs: string[] = [];
  const named = (side: "current" | "draft") => (basis: Basis, position: number): SimulatedCoverage => {
    const file = `${side}${position === 0 ? "" : `-option-${position}`}.json`;
    if (!catalogs.includes(basis.catalog)) catalogs.push(basis.catalog);
    const number = catalogs.indexOf(basis.catalog);
    const catalog = number === 0 ? "catalog.json" : `catalog-${number + 1}.json`;
    texts[catalog] = basis.catalog;
    texts[file] = basis.coverage;
    return { file, catalog };
  };
  const sides = { current: bases.current.map(named("current")), draft: bases.draft && bases.draft.map(named("draft")) };
  const files = { ...(claims.mapping && { mapping: "mapping.json" }), ...(headings && { headings: "headings.json" }) };
  if (claims.mapping) texts["mapping.json"] = `${literal(claims.mapping)}\n`;
  if (headings) texts["headings.json"] = `${literal(headings)}\n`;
  const [{ nonConventioned } = { nonConventioned: [] as readonly string[] }] = bases.current;
  return {
    ask: "simulate",
    claims: { name, format: claims.format, encoding, header: claims.header, headerBytes: claims.headerBytes },
    sides,
    asked: { by, files },
    ...(nonConventioned.length > 0 && { options: { nonConventionedEstablishments: nonConventioned } }),
    texts,
  };
}
