// The default entry of Cloudflare Workers, which compile a module when they are deployed, and import it compiled.
import core from "#core";
import amounts from "#amounts.wasm?module";
import module from "#core.wasm?module";

core.start(module);
core.bringAmounts(amounts);

export * from "#core";
