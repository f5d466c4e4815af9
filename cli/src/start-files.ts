// What a folder of coverages begins with.
import type { Language } from "./kit/words.ts";

export const configFile = (language: Language) => `${language === "fr" ? "# Ce que care-coverage sait de ce dépôt." : "# What care-coverage knows of this repository."}
catalog: catalog.yaml
coverages: ["coverages/**/*.{json,yaml,yml}"]
language: ${language}
`;

export const catalogFile = (language: Language) => {
  const [groups, head] = language === "fr"
    ? [["Soins dentaires", "Médecins"], "# Les types d'actes et leurs groupes. L'identifiant ne change jamais."]
    : [["Dental care", "Doctors"], "# The care types and their groups. An id never changes."];
  const [crown, scaling, visit] = language === "fr" ? ["Couronne", "Détartrage", "Consultation d'un généraliste"] : ["Crown", "Scaling", "Visit to a general practitioner"];
  return `${head}
care_type_groups:
  - { id: 1, short_code: DENTAL, label: ${groups[0]} }
  - { id: 2, short_code: DOCTORS, label: ${groups[1]} }
internal_care_types:
  - { id: 1, short_code: CROWN, label: ${crown}, care_type_group_ids: [1] }
  - { id: 2, short_code: SCALING, label: ${scaling}, care_type_group_ids: [1] }
  - { id: 3, short_code: GP_VISIT, label: ${visit}, care_type_group_ids: [2] }
`;
};

export const coverageFile = (language: Language) => `${language === "fr" ? "# Un fichier par couverture. Qui la change augmente sa version de un." : "# A file for each coverage. Whoever changes it raises its version by one."}
name: BASIC
version: 1
guarantees:
  - name: DENTAL_CARE
    care_type_mappings:
      - selector: { include_care_type_groups: [DENTAL] }
        filter: {}
    coverage_rule:
      components: [{ kind: brss_percent, percent: "250" }]
      secu_share: included
  - name: DOCTORS
    care_type_mappings:
      - selector: { include_care_type_groups: [DOCTORS] }
        filter: {}
    coverage_rule:
      components: [{ kind: ticket_moderateur, percent: "100" }]
      secu_share: excluded
`;

export const WORKFLOW = `name: coverages
on:
  pull_request:
  push: { branches: [main] }
permissions: { contents: read }
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 24 }
      - run: npx --yes care-coverage-cli check --format github --max-warnings 0
`;

export const PRE_COMMIT = `repos:
  - repo: local
    hooks:
      - id: care-coverage
        name: coverages
        entry: npx --yes care-coverage-cli check --max-warnings 0
        language: system
        pass_filenames: false
        files: (coverages/.*|catalog|care-coverage\\.config).*\\.(json|ya?ml)$
`;
