// What the entries use of their runtimes.
declare module "cloudflare:workers" {
  export const env: Record<string, unknown> & {
    DB: import("care-coverage/stores/d1").D1Binding;
    RATE_LIMITER?: { limit(caller: { key: string }): Promise<{ success: boolean }> };
  };
  export function waitUntil(promise: Promise<unknown>): void;
}

declare const Deno: {
  env: { toObject(): Record<string, string> };
  serve(options: { port: number; hostname: string; onListen(address: { port: number }): void }, handler: (request: Request) => Response | Promise<Response>): unknown;
};

declare const Bun: {
  env: Record<string, string | undefined>;
  serve(options: { port: number; hostname: string; fetch: (request: Request) => Response | Promise<Response> }): { port: number };
};
