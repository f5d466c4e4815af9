// The JSON Schemas of the package, by name.
import actAmounts from "care-coverage/schemas/act-amounts.json" with { type: "json" };
import actClasses from "care-coverage/schemas/act-classes.json" with { type: "json" };
import careAct from "care-coverage/schemas/care-act.json" with { type: "json" };
import careTypeLists from "care-coverage/schemas/care-type-lists.json" with { type: "json" };
import careTypeMappings from "care-coverage/schemas/care-type-mappings.json" with { type: "json" };
import contractQuery from "care-coverage/schemas/contract-query.json" with { type: "json" };
import filter from "care-coverage/schemas/coverage-care-type-filter.json" with { type: "json" };
import selector from "care-coverage/schemas/coverage-care-type-selector.json" with { type: "json" };
import coveragePayload from "care-coverage/schemas/coverage-payload.json" with { type: "json" };
import coverageRule from "care-coverage/schemas/coverage-rule.json" with { type: "json" };
import discountInput from "care-coverage/schemas/discount-input.json" with { type: "json" };
import dispenseSnapshot from "care-coverage/schemas/dispense-snapshot.json" with { type: "json" };
import requirementProfile from "care-coverage/schemas/requirement-profile.json" with { type: "json" };

const PREFIX = "urn:care-coverage:";
const all = [
  actAmounts, actClasses, careAct, careTypeLists, careTypeMappings, contractQuery, filter, selector, coveragePayload, coverageRule, discountInput, dispenseSnapshot, requirementProfile,
];

export type Schema = Record<string, unknown>;

export const schemas = new Map<string, Schema>(all.map((schema) => [schema.$id.slice(PREFIX.length), schema]));
