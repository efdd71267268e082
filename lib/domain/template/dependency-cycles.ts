/**
 * Groups of nodes that depend on each other, and nodes that depend on themselves; in the order of the given nodes.
 * Tarjan's algorithm, with a stack of its own so that long chains cannot overflow.
 */
export function findCycles(dependencies: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];

  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const lower = (node: string, bound: number) => low.set(node, Math.min(low.get(node) ?? bound, bound));

  for (const root of dependencies.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { node } = step;
      const target = dependencies.get(node)?.[step.next++];
      if (target === undefined) {
        path.pop();
        const parent = path.at(-1)?.node;
        if (parent !== undefined) lower(parent, low.get(node) ?? 0);
        if (low.get(node) === index.get(node)) {
          const group = open.splice(open.lastIndexOf(node));
          for (const member of group) isOpen.delete(member);
          if (group.length > 1 || dependencies.get(node)?.includes(node)) cycles.push(group);
        }
      } else if (!index.has(target)) {
        if (dependencies.has(target)) path.push(enter(target));
      } else if (isOpen.has(target)) {
        lower(node, index.get(target) ?? 0);
      }
    }
  }
  return cycles;
}
