// Serves the built playground: prints its address, and opens a browser where there is a display.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const page = createRequire(new URL("../www/package.json", import.meta.url));
const { preview } = await import(pathToFileURL(page.resolve("vite")).href);

const hasDisplay = process.platform === "darwin" || process.platform === "win32" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
// Vite takes the next free port where this one is taken.
const server = await preview({ root: "www", preview: { port: 4173, open: Boolean(hasDisplay && !process.env.CI) } });

console.log(`\nThe playground is at ${server.resolvedUrls.local[0]}\nStop it with Ctrl+C.`);
