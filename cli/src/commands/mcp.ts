// care-coverage mcp: the questions of this program as tools for assistants, by the Model Context Protocol over standard input and output. It reads what the
// configuration names, and writes nothing.
import { speak } from "../kit/framed.ts";
import { FINE } from "../kit/failure.ts";
import { loadCatalog, settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { saidTo, toolsOf } from "../mcp/tools.ts";

declare const VERSION: string;

export async function mcp(options: SharedOptions): Promise<number> {
  const { CallToolRequestSchema, ListToolsRequestSchema, Server, StdioServerTransport } = await import("../parts/mcp.ts");
  const setting = await settle(options);
  await speak(setting.language);
  const tools = toolsOf(setting, await loadCatalog(setting));
  const server = new Server({ name: "care-coverage", version: VERSION }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema, annotations: { readOnlyHint: true, openWorldHint: false } })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given = {} } }) => {
    const tool = tools.find((tool) => tool.name === name);
    const refused = (text: string) => ({ content: [{ type: "text" as const, text }], isError: true });
    if (!tool) return refused(setting.words.mcpWords.noTool(name, tools.map((tool) => tool.name)));
    const unknown = Object.keys(given).filter((field) => !(field in tool.inputSchema.properties));
    const missing = (tool.inputSchema.required ?? []).filter((field) => given[field] === undefined);
    if (unknown.length + missing.length > 0) return refused(setting.words.mcpWords.fields(Object.keys(tool.inputSchema.properties), unknown, missing));
    try {
      const answer = await tool.answer(given);
      return { content: [{ type: "text" as const, text: JSON.stringify(answer) }], structuredContent: answer as Record<string, unknown> };
    } catch (error) {
      return refused(saidTo(error, setting));
    }
  });
  await server.connect(new StdioServerTransport());
  return FINE;
}
