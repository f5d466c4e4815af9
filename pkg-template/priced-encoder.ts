// A care act as a few integers, with the amounts that a rule without limits asks: in 1/10,000.
import { ActEncoder } from "./encoder.ts";

/** Of the core: an amount that is not given. */
export const NOT_GIVEN = 0xffff_ffff;
const UNITS = 10_000;
const POINT = 46;
const ZERO = 48;

export class PricedEncoder extends ActEncoder {
  charged = NOT_GIVEN;
  brss = NOT_GIVEN;
  rate = NOT_GIVEN;
  flat = NOT_GIVEN;
  franchise = NOT_GIVEN;
  quantity = NOT_GIVEN;
  /** Whether the act says nothing of money that only the general way looks at. */
  isUsual = true;

  protected override clear(): void {
    super.clear();
    this.charged = this.brss = this.rate = this.flat = this.franchise = this.quantity = NOT_GIVEN;
    this.isUsual = true;
  }

  protected override amount(field: string, value: unknown): boolean {
    if (!super.amount(field, value)) return false;
    if (value === null) return true;
    switch (field) {
      case "charged": this.charged = this.#units(value); break;
      case "brss": this.brss = this.#units(value); break;
      case "secu_rate_percent": this.rate = this.#units(value); break;
      case "flat_contribution": this.flat = this.#units(value); break;
      case "franchise": this.franchise = this.#units(value); break;
      case "quantity": this.quantity = this.#units(value); break;
      case "secu_reimbursement":
      case "secu_paid":
      case "pathway_rate_percent": this.isUsual = false; break;
    }
    return true;
  }

  /** Of a plain decimal, with at most nine digits before the point and four after it. */
  #units(value: unknown): number {
    const text = String(value);
    let units = 0;
    let decimals = -1;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit === POINT) decimals = 0;
      else {
        units = units * 10 + unit - ZERO;
        if (decimals >= 0) decimals += 1;
      }
    }
    for (let position = Math.max(0, decimals); position < 4; position++) units *= 10;
    if (units >= NOT_GIVEN) this.isUsual = false;
    return this.isUsual ? units : NOT_GIVEN;
  }
}

/** An amount with two decimals, and more where it has parts of a cent. */
export function shown(units: number): string {
  const whole = Math.floor(units / UNITS);
  const part = String(units - whole * UNITS + UNITS);
  return `${whole}.${part.slice(1, part.endsWith("00") ? 3 : part.endsWith("0") ? 4 : 5)}`;
}
