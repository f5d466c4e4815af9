/** The words of the question above a coverage. */
import type { KnownAct } from "./acts";

const acts: Record<KnownAct, string> = {
  crown: "A ceramic crown on a visible tooth",
  crown_100_sante: "A 100 % Santé crown",
  gp: "A visit to a GP in OPTAM or secteur 1",
  dermatologist: "A visit to a dermatologist outside OPTAM",
  lens: "A very complex progressive lens",
  hearing_aid: "A hearing aid at a free price",
  osteopath: "A session with an osteopath",
  braces: "Half a year of braces at 13",
};

export const questionWords = {
  title: "What is left to pay?",
  act: "Act",
  charged: "Price in euros",
  acts,
  shares: { secu: "Sécu", complementary: "Coverage", out_of_pocket: "Left to pay" },
  answer: (secu: string, complementary: string, own: string) => `Sécu ${secu}, coverage ${complementary}, ${own} left to pay`,
  because: (guarantee: string, rule: string) => `because ${guarantee} pays: ${rule}`,
  opaque: (guarantee: string) => `because ${guarantee} covers it`,
  noAmount: "Write an amount in euros, such as 680 or 680.50.",
  noRule: (guarantee: string) => `${guarantee} covers it, but its rule cannot be computed yet.`,
  stale: "This is what the coverage before paid: the one in hand cannot be read yet.",
  open: "Open in Act",
  opened: (act: string) => `In the Act form: ${act}.`,
};
