/** Starts the page. The engine runs at import, so a failure to load it shows here, as a sentence. */
import "../engine/module";
import { keepTheme } from "../store/theme";
import { showStartFailure } from "./start-failure";

keepTheme();

const page = document.getElementById("page")!;
import("./app").then(({ start }) => start(page)).catch((cause: unknown) => showStartFailure(page, cause));
