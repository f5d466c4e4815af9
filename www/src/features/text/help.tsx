/** What can be done in the text editor, each with its keys, and as a button. */
import { close, Dialog } from "../../kit/dialog";
import type { Command } from "../../kit/editor/commands";
import type { TextEditor } from "../../kit/editor/editor";
import { commandWords as w } from "./words";

interface Props {
  keys: Record<Command, string>;
  editor: TextEditor | null;
  onclose: () => void;
}

export function Help({ keys, editor, onclose }: Props) {
  const run = (event: Event, command: Command) => {
    close(event);
    // Closing gives the focus back first.
    setTimeout(() => editor?.run(command));
  };
  const commands = (Object.keys(w.names) as Command[]).filter((command) => command !== "help");
  return (
    <Dialog title={w.title} onclose={onclose}>
      <p class="hint">{w.hint}</p>
      <table class="commands">
        <thead>
          <tr>
            <th scope="col">{w.command}</th>
            <th scope="col">{w.key}</th>
          </tr>
        </thead>
        <tbody>
          {commands.map((command) => (
            <tr key={command}>
              <td>
                <button type="button" class="link" onClick={(event) => run(event, command)}>
                  {w.names[command]}
                </button>
              </td>
              <td>
                <Keys keys={keys[command]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="closing">
        <button type="button" onClick={close}>
          {w.close}
        </button>
      </div>
    </Dialog>
  );
}

const isMac = () => /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** As CodeMirror writes them, `Mod-Shift-f`, in the names of the keyboard. */
function Keys({ keys }: { keys: string }) {
  const words = keys.split("-").map((key) => (key === "Mod" && isMac() ? "⌘" : (w.keys[key] ?? key.toUpperCase())));
  return <kbd>{words.join("+")}</kbd>;
}
