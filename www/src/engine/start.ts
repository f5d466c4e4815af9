/** The engine of the page is started with the module that is on its way. */
import init from "care-coverage/slim";
import { engineModule } from "./module";

await init(engineModule);
