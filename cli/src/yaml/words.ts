// What is wrong in YAML, in words. English is what the library says, French is here.
import type { Language } from "../kit/words.ts";
import type { YamlError, YamlProblem } from "./read.ts";

const FRENCH: { [Code in YamlError]: string } = {
  ALIAS_PROPS: "un alias n'a ni ancre ni étiquette",
  BAD_ALIAS: "cet alias ne renvoie à rien",
  BAD_DIRECTIVE: "directive inconnue ou mal placée",
  BAD_DQ_ESCAPE: "séquence d'échappement inconnue",
  BAD_INDENT: "l'indentation ne convient pas",
  BAD_PROP_ORDER: "l'ancre et l'étiquette viennent après l'indicateur",
  BAD_SCALAR_START: "une valeur ne commence pas par ce caractère sans guillemets",
  BAD_COLLECTION_TYPE: "l'étiquette ne convient pas à cette collection",
  BLOCK_AS_IMPLICIT_KEY: "un bloc n'est pas une clé",
  BLOCK_IN_FLOW: "pas de bloc entre accolades ou crochets",
  DUPLICATE_KEY: "clé déjà donnée",
  IMPOSSIBLE: "ce texte n'est pas du YAML",
  KEY_OVER_1024_CHARS: "clé de plus de 1 024 caractères",
  MISSING_CHAR: "il manque un caractère (guillemet, crochet, accolade, virgule ou deux-points)",
  MULTILINE_IMPLICIT_KEY: "une clé tient sur une ligne",
  MULTIPLE_ANCHORS: "plus d'une ancre",
  MULTIPLE_DOCS: "plus d'un document dans un fichier",
  MULTIPLE_TAGS: "plus d'une étiquette",
  NON_STRING_KEY: "cette clé n'est pas un texte",
  RESOURCE_EXHAUSTION: "trop de niveaux",
  TAB_AS_INDENT: "l'indentation se fait par des espaces, sans tabulation",
  TAG_RESOLVE_FAILED: "étiquette inconnue, ou valeur qui ne lui convient pas",
  UNEXPECTED_TOKEN: "rien de tel n'est attendu ici",
  NOT_UTF8: "des octets qui ne sont pas de l'UTF-8",
  NO_JSON_NUMBER: "ce n'est pas un nombre de JSON",
  NO_TEXT_KEY: "cette clé n'est pas un texte",
  TOO_DEEP: "trop de niveaux",
  TOO_LARGE: "trop de valeurs ou de texte, avec ce que les alias répètent",
  ALIAS_OF_ITSELF: "un alias de ce qui le contient",
};

export function yamlMessage({ code, message }: YamlProblem, language: Language): string {
  if (code === "MULTIPLE_DOCS" && language === "en") return "more than one document in a file";
  const said = message.split("\n")[0]!.replace(/\.$/, "");
  return language === "fr" ? (FRENCH[code] ?? said) : `${said[0]?.toLowerCase() ?? ""}${said.slice(1)}`;
}
