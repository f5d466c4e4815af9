/** The words of links, and of texts that are too large. */
import type * as en from "./words.en";
import { LARGEST_TEXT } from "../../store/limits";
import { bytes, count, digits } from "../common/french";
import type { SharedText } from "./judge";
import type { ReadLink } from "./read-link";

const nothing = "Rien n’en a été chargé.";

const failures: Record<Extract<ReadLink, { ok: false }>["reason"], string> = {
  damaged: "Ce lien de partage est abîmé ou incomplet\u00a0: rien n’en a été chargé. Copiez de nouveau le lien entier.",
  too_large: `Ce lien de partage est trop volumineux\u00a0: décompressé, il dépasse ${bytes(LARGEST_TEXT)}, le maximum de cette page. ${nothing} Demandez plutôt les fichiers.`,
  too_slow: `Le contenu de ce lien de partage est trop long à lire. ${nothing} Demandez plutôt les fichiers, ou une partie seulement.`,
  failed: `Le contenu de ce lien de partage n’a pas pu être lu\u00a0; la mémoire de cet appareil est peut-être insuffisante. ${nothing} Fermez d’autres onglets ou rechargez la page, puis rouvrez le lien.`,
  unsupported: `Ce navigateur ne sait pas décompresser les liens de partage. ${nothing} Ouvrez-le dans un navigateur plus récent, ou demandez les fichiers.`,
};

const texts: Record<SharedText, string> = {
  catalog: "Le catalogue", coverage: "Le contrat", otherCatalog: "Le catalogue de comparaison", otherCoverage: "Le contrat de comparaison", dispense: "La délivrance",
};

export const linkWords: typeof en.linkWords = {
  failures,
  opened: "Le travail partagé est ouvert. Celui que vous aviez dans cet onglet peut être rétabli.",
  openedFresh: "Le travail partagé est ouvert.",
  reading: "Ce lien de partage contient beaucoup de données\u00a0: il est en cours de lecture, et la page reste utilisable.",
  large: (size: number, milliseconds: number) =>
    `Le travail partagé est volumineux\u00a0: ${bytes(size)}. Une fois ouvert, la page peut ne plus répondre pendant environ ${count(Math.max(1, Math.ceil(milliseconds / 1000)), "seconde", "secondes")}.`,
  broken: (text: SharedText, mistake: string) => `${texts[text]} qu’il contient n’est pas du JSON valide. ${mistake}`,
  refused: (text: SharedText, problems: number) => `${texts[text]} qu’il contient est inutilisable\u00a0: ${count(problems, "problème", "problèmes")}.`,
  open: "Ouvrir",
  opening: "Ouverture du travail partagé…",
};

export const shareWords: typeof en.shareWords = {
  title: "Partager",
  making: "Création du lien…",
  link: "Lien",
  copy: "Copier",
  copied: "Copié.",
  refused: "Le navigateur ne l’a pas permis\u00a0: sélectionnez le lien et copiez-le vous-même.",
  failed: "Le lien n’a pas pu être créé\u00a0; la mémoire de cet appareil est peut-être insuffisante. Fermez d’autres onglets et réessayez, ou envoyez plutôt les fichiers.",
  contents: "Le lien contient le catalogue, le contrat, la version de comparaison, l’acte avec ses dates et ses montants, les actes de l’année et la délivrance. Toute personne qui a le lien peut les lire.",
  privacy: "Rien n’est envoyé\u00a0: ce qui suit le # dans un lien reste dans le navigateur qui l’ouvre.",
  tooLong: (length: number, longest: number) =>
    `C’est trop volumineux pour un lien\u00a0: il aurait ${digits.format(length)} caractères, et au-delà de ${digits.format(longest)} un lien est coupé par certains logiciels. Envoyez plutôt les fichiers.`,
  tooLarge: (size: number) => `C’est trop volumineux pour un lien\u00a0: ${bytes(size)}, et un lien en contient au plus ${bytes(LARGEST_TEXT)}. Envoyez plutôt les fichiers.`,
  unsupported: "Ce navigateur ne sait pas compresser de données, il ne peut donc pas créer de lien. Envoyez plutôt les fichiers.",
  close: "Fermer",
};
