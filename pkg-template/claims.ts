// Where claims come from: what only a simulation needs of the client of a worker, which loads it then.
export { claimPiecesOf } from "./worker/claims.ts";
