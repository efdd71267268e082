import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "../generated/prisma/client";

export type Database = PrismaClient;
/** What repository functions take: the database, or a transaction on it. */
export type Queries = Prisma.TransactionClient;

export function openDatabase(url: string, options: { readonly maxConnections: number }): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: options.maxConnections }) });
}
