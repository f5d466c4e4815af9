// A profile of requirements, and with what it is asked: from the configuration, from a file, or one that ships.
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { ActTariff, RequirementProfile, RequirementsOptions } from "care-coverage/slim";
import { validateProfileText } from "care-coverage/slim";
import type { ProfileOptions } from "./config.ts";
import { shipped } from "./engine.ts";
import { Failure } from "./failure.ts";
import { framed } from "./framed.ts";
import type { Origins, Setting } from "./setting.ts";
import { judge, jsonOf, readSource, valueOf } from "./text.ts";
import type { Source } from "./text.ts";
import { today } from "./today.ts";

export interface AskedProfile { name: string; profile: RequirementProfile; options: RequirementsOptions; coverages: string[] | undefined; from: Origins }

/** `given`: what the call says instead of the configuration. */
export async function readProfile(name: string, given: Pick<ProfileOptions, "classes" | "date">, setting: Setting): Promise<AskedProfile> {
  const { config, words, language } = setting;
  const configured = config.profiles[name] ?? {};
  const source = profileSource(configured.profile ?? name);
  if (source === null) throw new Failure(words.noProfile(name, [...new Set([...Object.keys(config.profiles), ...shippedProfiles()])]));
  const wrong = (await judge(source, language, validateProfileText)).filter(({ severity }) => severity === "error");
  if (wrong.length > 0) throw new Failure(framed(source, wrong, { language, color: false }));
  const profile = JSON.parse(await jsonOf(source, language)) as RequirementProfile;
  const [classes, tariffs] = [given.classes ?? configured.classes, configured.tariffs];
  const options: RequirementsOptions = {
    date: given.date ?? configured.date ?? today(),
    ...(classes !== undefined && { classes: (await valueOf(classesSource(classes), language)) as RequirementsOptions["classes"] }),
    ...(tariffs !== undefined && { tariffs: (await valueOf(readSource(tariffs), language)) as { [name: string]: ActTariff[] } }),
    ...(configured.declarations && { declarations: configured.declarations }),
  };
  const from: Origins = {
    "/classes": classes === undefined ? undefined : { file: classesSource(classes).file, at: "" },
    "/tariffs": tariffs === undefined ? undefined : { file: tariffs, at: "" },
    "/declarations": configured.declarations && { at: `/profiles/${name}/declarations` },
  };
  return { name, profile, options, coverages: configured.coverages, from };
}

function profileSource(name: string): Source | null {
  if (/[./\\]/.test(name) && existsSync(name)) return readSource(name);
  return shippedProfiles().includes(name) ? shippedSource(`profiles/${name}.json`) : null;
}

/** `national` and `example` ship: they are of the national catalogue and of that of the examples. */
function classesSource(name: string): Source {
  return name === "national" || name === "example" ? shippedSource(`profiles/classes.${name}.json`) : readSource(name);
}

function shippedSource(name: string): Source {
  const { file, text } = shipped(name);
  return { file, text, bytes: Buffer.from(text), isYaml: false };
}

function shippedProfiles(): string[] {
  return readdirSync(dirname(shipped("profiles/fr-ani.json").file)).filter((file) => file.endsWith(".json") && !file.startsWith("classes.")).map((file) => file.slice(0, -5)).sort();
}
