/** A call as a request to the service of `examples/edge`; null where that has no such question. The coverage that an act is of is stored there. */
import { type Call, type HeldTo, literal } from "./call";

const SERVICE = "http://127.0.0.1:8787";

export function asCurl(call: Call): string | null {
  switch (call.ask) {
    case "validateCoverageText":
      return curl("/validate", "@coverage.json");
    case "explain":
      return curl("/match", quoted({ name: call.name, version: call.version, act: call.act }));
    case "reimburse": {
      const { name, version, act, counters } = call;
      return curl("/reimburse", quoted({ name, version, act, ...(counters.length > 0 && { counters }) }));
    }
    case "compareAmounts": {
      const { before, after, versions: [current, next], date } = call;
      return before.catalog === after.catalog ? curl("/compare", quoted({ ...current, next, date })) : null;
    }
    case "checkRequirements": {
      const { name, version, profile, classes, asked } = call;
      const document = ({ shipped, text }: HeldTo): unknown => shipped ?? JSON.parse(text);
      return curl("/requirements", quoted({ name, version, profile: document(profile), ...(classes && { classes: document(classes) }), ...asked }));
    }
    case "checkDispense":
      return curl("/dispense/check", "@dispense.json");
    default:
      return null;
  }
}

function curl(route: string, body: string): string {
  return `curl ${SERVICE}${route} --json ${body}\n`;
}

/** In single quotes a shell changes nothing; a quote itself is outside of them. */
function quoted(value: unknown): string {
  return `'${literal(value).replaceAll("'", "'\\''")}'`;
}
