// Policies of Cedar in WebAssembly: a set for each care type, parsed beforehand; all policies that permit are given as reasons.
import cedar from "@cedar-policy/cedar-wasm/nodejs";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

export const title = "cedar-wasm, policies parsed beforehand";
export const acts = 300;

const MEMBER = { type: "Member", id: "one" };
const CLAIM = { type: "Action", id: "claim" };

export function prepare({ candidates, payload }) {
  const order = new Map(payload.guarantees.map(({ name }, position) => [name, position]));
  for (const [careType, mappings] of candidates) {
    const policies = mappings.map(({ name, filter }, position) => [`${name}#${position}`, policyOf(filter)]);
    const answer = cedar.preparsePolicySet(careType, { staticPolicies: Object.fromEntries(policies) });
    if (answer.type !== "success") throw new Error(JSON.stringify(answer.errors));
  }
  return (act) => {
    if (!candidates.has(act.care_type)) return [];
    const answer = cedar.statefulIsAuthorized({
      principal: MEMBER, action: CLAIM, resource: { type: "CareType", id: act.care_type }, context: contextOf(act),
      preparsedPolicySetId: act.care_type, entities: [],
    });
    if (answer.type !== "success" || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer));
    const names = new Set(answer.response.diagnostics.reason.map((policy) => policy.slice(0, policy.lastIndexOf("#"))));
    return [...names].sort((a, b) => order.get(a) - order.get(b));
  };
}

/** Cedar has no null. */
function contextOf(act) {
  const context = {};
  for (const fact in act) if (act[fact] !== null && fact !== "care_type") context[fact] = act[fact];
  return context;
}

function policyOf(filter) {
  const conditions = [];
  if (filter.min_age !== undefined) conditions.push(`context.member_age >= ${filter.min_age}`);
  if (filter.max_age !== undefined) conditions.push(`context.member_age <= ${filter.max_age}`);
  for (const flag of FLAGS) if (filter[flag] !== undefined) conditions.push(`context has ${flag} && context.${flag} == ${filter[flag]}`);
  for (const fact of TEXTS) {
    if (allowed(filter, fact)) conditions.push(`context has ${fact} && ${JSON.stringify(allowed(filter, fact))}.contains(context.${fact})`);
  }
  return `permit(principal, action, resource)${conditions.length === 0 ? "" : ` when { ${conditions.join(" && ")} }`};`;
}
