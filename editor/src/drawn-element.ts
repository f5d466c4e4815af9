/**
 * An element whose shadow tree Preact draws, once the words of its language are here.
 *
 * An element that is taken out of the page and put back keeps what it holds, and one that is only moved is not drawn anew.
 */
import { type ComponentChildren, render } from "preact";
import { follow, join, leave } from "./language";
import { sheet } from "./styles";

/** Where there is no DOM, the module can be imported, and nothing be made of it. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

export abstract class DrawnElement extends Base {
  static formAssociated = true;
  static observedAttributes: readonly string[] = ["lang", "disabled", "required", "label", "aria-label"];

  protected readonly internals = this.attachInternals();
  /** The parts of the element. */
  protected readonly frame = document.createElement("div");
  #isDrawn = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [sheet()];
    this.frame.className = "element";
    this.internals.role = "group";
    root.append(this.frame);
  }

  /** What is in the shadow tree. */
  protected abstract draw(): ComponentChildren;

  /** `aria-label` is the element's without our help. */
  protected get shownLabel(): string {
    return this.getAttribute("aria-label") ?? this.label;
  }

  /** Its label may be another. */
  protected labelled(): void {
    this.internals.ariaLabel = this.shownLabel;
  }

  /** Words are there, or are others. */
  protected worded(): void {}

  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }
  set disabled(isDisabled: boolean) {
    this.toggleAttribute("disabled", isDisabled);
  }

  get required(): boolean {
    return this.hasAttribute("required");
  }
  set required(isRequired: boolean) {
    this.toggleAttribute("required", isRequired);
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }
  set name(name: string) {
    this.setAttribute("name", name);
  }

  /** The name of the element for those who do not see what is around it, and of its regions. */
  get label(): string {
    return this.getAttribute("label") ?? "";
  }
  set label(label: string) {
    this.setAttribute("label", label);
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  connectedCallback(): void {
    this.#takeEarlier();
    this.labelled();
    void this.#start();
  }

  disconnectedCallback(): void {
    leave(this);
    // One that is moved is here again by then.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#isDrawn = false;
      render(null, this.frame);
    });
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (name === "label" || name === "aria-label") this.labelled();
    if (name === "lang") void follow().then(() => this.worded());
    else this.redraw();
  }

  /** By the element itself, or a fieldset around it. */
  formDisabledCallback(isDisabled: boolean): void {
    // What is no control, such as the text editor, is disabled, too.
    this.frame.inert = isDisabled;
    this.redraw();
  }

  protected redraw(): void {
    if (!this.#isDrawn) return;
    render(this.draw(), this.frame);
    // Where nothing of it does, the frame takes the focus of a form that is not valid.
    if (this.frame.querySelector("button, input, summary")) this.frame.removeAttribute("tabindex");
    else this.frame.tabIndex = -1;
  }

  protected get isDisabled(): boolean {
    return this.matches(":disabled");
  }

  async #start(): Promise<void> {
    await join(this);
    if (!this.isConnected) return;
    this.#isDrawn = true;
    this.worded();
    this.redraw();
  }

  /** A property that was set before the element was defined hides the one of its class. */
  #takeEarlier(): void {
    for (const name of Object.keys(this)) {
      const { set } = descriptorOf(this, name) ?? {};
      if (!set) continue;
      const value = Reflect.get(this, name) as unknown;
      Reflect.deleteProperty(this, name);
      set.call(this, value);
    }
  }
}

function descriptorOf(element: object, name: string): PropertyDescriptor | undefined {
  for (let prototype = Object.getPrototypeOf(element) as object | null; prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return found;
  }
  return undefined;
}
