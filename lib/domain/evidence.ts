/**
 * How a thing is known, carried beside every figure: `measured` (real AWS or a real model, now), `imported` (pasted or
 * uploaded by the team), `recorded` (a stored real answer), `simulated` (computed here).
 */
export type Evidence = "measured" | "imported" | "recorded" | "simulated";
