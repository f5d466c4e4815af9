/** The words of a page whose engine cannot start: apart and in every language, because nothing else is fetched then. */
import type { Language } from "../store/language";

const en = {
  title: "The engine could not be started",
  lead: "The rules run as WebAssembly in this browser, and it did not load. Nothing you had here is lost. Please check:",
  noWebAssembly: "WebAssembly is switched off in this browser, by a setting, an extension or a company policy. Switch it on for this page.",
  checkNetwork: "The page was loaded completely: reload it, and look for an extension or a proxy that blocks script files.",
  checkPolicy: "If you host this page yourself: the server must deliver the files in assets/, and its content security policy must allow 'wasm-unsafe-eval'.",
  cause: (message: string) => `What the browser says: ${message}`,
  retry: "Try again",
};

const fr: typeof en = {
  title: "Le moteur n’a pas pu démarrer",
  lead: "Les règles s’exécutent en WebAssembly dans ce navigateur, et ce module ne s’est pas chargé. Rien de ce que vous aviez ici n’est perdu. À vérifier\u00a0:",
  noWebAssembly: "WebAssembly est désactivé dans ce navigateur, par un réglage, une extension ou une règle de l’entreprise. Activez-le pour cette page.",
  checkNetwork: "La page s’est chargée en entier\u00a0: rechargez-la, et cherchez une extension ou un proxy qui bloque les scripts.",
  checkPolicy: "Si vous hébergez cette page\u00a0: le serveur doit livrer les fichiers de assets/, et la politique de sécurité du contenu doit autoriser 'wasm-unsafe-eval'.",
  cause: (message: string) => `Ce que dit le navigateur\u00a0: ${message}`,
  retry: "Réessayer",
};

export const startFailureWords: Record<Language, typeof en> = { en, fr };
