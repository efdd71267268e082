import { defineConfig } from "prisma/config";

/** For Prisma's command line only; the program gets its address of the database from `lib/server`. */
export default defineConfig({
  schema: "../../prisma/schema.prisma",
  migrations: { path: "../../prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "" },
});
