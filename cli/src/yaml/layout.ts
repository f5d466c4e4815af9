// How is YAML set out? Two blanks a level, blanks inside braces and none inside brackets. Comments stay, and so does how a number is written.
import { isCollection, isMap, visit } from "yaml";
import type { Scalar } from "yaml";
import type { YamlText } from "./read.ts";

const NUMBERS = ["tag:yaml.org,2002:int", "tag:yaml.org,2002:float"];

/** The text anew. It changes what was read: read again for anything else. */
export function setOutYaml({ document }: YamlText): string {
  document.schema.tags = document.schema.tags.map((tag) =>
    NUMBERS.includes(tag.tag) && "stringify" in tag ? { ...tag, stringify: (node: Scalar, ...others) => node.source ?? tag.stringify!(node, ...others) } as typeof tag : tag);
  visit(document, {
    Node: (_, node) => {
      if (!isCollection(node) || !node.flow) return;
      const flowCollectionPadding = isMap(node) ? " " : "";
      const write = Object.getPrototypeOf(node).toString as (...given: unknown[]) => string;
      node.toString = (context?: object, ...others: unknown[]) => write.call(node, context && { ...context, flowCollectionPadding }, ...others);
    },
  });
  return document.toString({ indent: 2, indentSeq: true, lineWidth: 0 });
}
