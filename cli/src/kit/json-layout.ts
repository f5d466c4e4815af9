// How is JSON set out? As the language service sets out a coverage in an editor.
import { CareTypeCatalog } from "care-coverage/slim";
import { createLanguageService } from "care-coverage/language";

export function jsonSetOut(text: string): string {
  using catalog = new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] });
  using service = createLanguageService(catalog);
  using document = service.open(text, { kind: "coverage" });
  const laidOut = document.format().reduceRight((changed, { start, end, text: by }) => changed.slice(0, start) + by + changed.slice(end), text);
  return laidOut.endsWith("\n") ? laidOut : `${laidOut}\n`;
}
