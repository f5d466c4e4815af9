/** Starts the page. The engine runs at import, so a failure to load it shows here, as a sentence. */
import "../engine/module";
import { markLanguage } from "../store/language";
import { keepTheme } from "../store/theme";
import { speakPreferred } from "./languages";
import { showStartFailure } from "./start-failure";

keepTheme();
markLanguage();

const page = document.getElementById("page")!;
Promise.all([import("./app"), speakPreferred()]).then(([{ start }]) => start(page)).catch((cause: unknown) => showStartFailure(page, cause));
