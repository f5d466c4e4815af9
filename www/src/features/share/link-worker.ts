/**
 * A worker of its own for a link that brings much: what is in it is unpacked and read here, by the engine as on the page, so that the page
 * answers meanwhile and knows what it would take on. Nothing but the texts goes back.
 */
import { LARGEST_TEXT } from "../../store/limits";
import { unpack } from "./link";
import type { ReadLink } from "./read-link";

// The engine starts after the message has come: who waits for it first would miss the message.
addEventListener("message", async ({ data: part }: MessageEvent<string>) => {
  postMessage(await read(part).catch((): ReadLink => ({ ok: false, reason: "failed" })));
});

async function read(part: string): Promise<ReadLink> {
  const unpacked = await unpack(part, LARGEST_TEXT);
  if (!unpacked.ok) return unpacked;
  const { judge } = await import("./judge");
  return { ...unpacked, ...judge(unpacked.work) };
}
