/** The draft of the example: 200 in place of 170 % for doctors who keep to fees, 400 in place of 600 € for implants, four sessions for five. */
export function draftOf(payload) {
  const draft = structuredClone(payload);
  const rule = (name) => draft.guarantees.find((guarantee) => guarantee.name === name).coverage_rule;
  rule("DOCTORS_OPTAM").components[0].percent = "200";
  rule("IMPLANTS_AND_PERIODONTICS").limits[0].max_amount = "400.00";
  rule("SOFT_MEDICINE_AND_PSYCHOLOGY").limits[0].max_count = 4;
  return { ...draft, version: payload.version + 1 };
}
