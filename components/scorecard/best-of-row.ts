/** Which values of a row are best: those equal to the lowest or highest, and none when all that compete are equal. */
export function findBest(values: readonly (number | null)[], wanted: "lowest" | "highest"): readonly boolean[] {
  const known = values.filter((value) => value !== null);
  const best = wanted === "lowest" ? Math.min(...known) : Math.max(...known);
  const isContest = known.some((value) => value !== best);
  return values.map((value) => isContest && value === best);
}
