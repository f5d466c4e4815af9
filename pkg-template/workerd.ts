// The default entry of Cloudflare Workers, which compile a module when they are deployed, and import it compiled.
import core from "#core";
import module from "#core.wasm?module";

core.start(module);

export * from "#core";
