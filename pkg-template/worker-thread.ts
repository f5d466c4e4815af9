// The worker's side in browsers. It imports nothing dynamically: bundlers make one classic script of it.
import { receive } from "./worker/thread.ts";

self.onmessage = ({ data }) => receive(data, (reply, transfer) => self.postMessage(reply, transfer));
// An error of the worker: its question would be without an answer.
self.onmessageerror = () => {
  throw new Error("a question could not be read");
};
