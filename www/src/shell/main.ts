/** Starts the page. The engine runs at import, so a failure to load it shows here, as a sentence. */
import "../engine/module";
import { firstExample } from "../features/documents/examples";
import { markLanguage, preferredLanguage } from "../store/language";
import { keepTheme } from "../store/theme";
import { isFirstVisit } from "../store/visit";
import { speakPreferred } from "./languages";
import { showStartFailure } from "./start-failure";

keepTheme();
markLanguage();
// What a first visit shows is on its way while the engine is.
if (isFirstVisit() && !location.hash.includes("&share=")) void firstExample(preferredLanguage());

const page = document.getElementById("page")!;
Promise.all([import("./app"), speakPreferred()]).then(([{ start }]) => start(page)).catch((cause: unknown) => showStartFailure(page, cause));
