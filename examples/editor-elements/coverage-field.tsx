import "care-coverage-editor/react";
import type { CoverageEdit } from "care-coverage-editor";
import lists from "../catalog.json";

export function CoverageField({ value, onEdit }: { value: string; onEdit: (edit: CoverageEdit) => void }) {
  return (
    <coverage-editor name="coverage" label="Contrat" theme="system" required catalog={lists} value={value} oninput={({ detail }) => onEdit(detail)} />
  );
}
