#!/usr/bin/env node
/**
 * Stands in for Prisma's schema engine, a binary that Prisma's command line fetches from a host of its own. The same
 * engine is published as WebAssembly (@prisma/schema-engine-wasm); this gives it the command line and the JSON-RPC over
 * standard input and output that the Prisma command line expects of the binary. See docs/decisions/prisma-engine.md.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's type numbers. */
const characterType = 18;
const textType = 25;

const options = readArguments(process.argv.slice(2));
if (options.version) console.log(`schema-engine-wasm ${(await loadEngineModule()).version()}`);
else if (options.command) await runDatabaseCommand(options.command, options.url);
else await answerRequests(options);

function readArguments(words) {
  const found = { url: undefined, command: undefined, version: false, schemaFiles: [] };
  const queue = [...words];
  while (queue.length > 0) {
    const word = queue.shift();
    if (word === "--datasource") found.url = JSON.parse(queue.shift()).url;
    else if (word === "--datamodels") found.schemaFiles.push(queue.shift());
    else if (word === "cli") found.command = queue.shift();
    else if (word === "--version") found.version = true;
  }
  return found;
}

/** The commands with which Prisma looks after the database itself; it drops the first line of the log and reads the rest. */
async function runDatabaseCommand(command, url) {
  log("INFO", { message: command });
  const { adminUrl, database } = toAdminUrl(url);
  const name = pg.escapeIdentifier(database);
  try {
    if (command === "can-connect-to-database") await withConnection(url, async () => {});
    else if (command === "create-database")
      await withConnection(adminUrl, (client) => client.query(`create database ${name}`));
    else if (command === "drop-database")
      await withConnection(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    else throw new Error(`the schema engine does not know the command ${command}`);
    log("INFO", { message: "ok" });
  } catch (error) {
    const prismaCode = { "3D000": "P1003", "28P01": "P1000" }[error.code] ?? "P1001";
    log("ERROR", { message: error.message, is_panic: false, error_code: prismaCode });
    process.exitCode = 1;
  }
}

function log(level, fields) {
  process.stderr.write(`${JSON.stringify({ level, fields, target: "schema_engine::logger" })}\n`);
}

function toAdminUrl(url, database = "postgres") {
  const changed = new URL(url);
  const previous = decodeURIComponent(changed.pathname.slice(1));
  changed.pathname = `/${database}`;
  return { adminUrl: changed.toString(), database: previous };
}

async function withConnection(connectionString, use) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** One request a line, answered in order. */
async function answerRequests({ url, schemaFiles }) {
  let engine;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue;
    try {
      engine ??= await openEngine(url, schemaFiles);
      send({ id, result: await callEngine(engine, id, method, params) });
    } catch (error) {
      send({ id, error: toRpcError(error) });
    }
  }
  process.exit(0);
}

async function openEngine(url, schemaFiles) {
  const { SchemaEngine } = await loadEngineModule();
  const datamodels = schemaFiles.length > 0 ? schemaFiles.map((file) => [file, readFileSync(file, "utf8")]) : undefined;
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(makeAdapterFactory(url)));
}

async function callEngine(engine, id, method, params) {
  const result = (await engine[method](params ?? null)) ?? null;
  if (method !== "diff" || result?.stdout == null) return result;
  send({ id: `print${id}`, method: "print", params: { content: result.stdout } });
  return { exitCode: result.exitCode };
}

function toRpcError(error) {
  const message = String(error?.message ?? error);
  const known = error?.code ? { error_code: error.code, meta: {} } : {};
  return { code: 4466, message, data: { is_panic: false, message, ...known } };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function loadEngineModule() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
  const name = "@prisma/schema-engine-wasm/schema_engine_bg";
  const bindings = await import(name);
  const wasm = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

function makeAdapterFactory(url) {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => openAdapter(url),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      const { adminUrl } = toAdminUrl(url);
      await withConnection(adminUrl, (client) => client.query(`create database "${name}"`));
      const drop = () =>
        withConnection(adminUrl, (client) => client.query(`drop database if exists "${name}" with (force)`));
      return openAdapter(toAdminUrl(url, name).adminUrl, drop);
    },
  };
}

/** The engine takes an advisory lock, which belongs to a session: one connection only. */
async function openAdapter(connectionString, afterwards = async () => {}) {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const query = pool.query.bind(pool);
  const characterColumns = readCharacterColumns(pool);
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = (request) => characterColumns(() => queryRaw(request));
  adapter.executeScript = (script) => runScript(query, script);
  adapter.dispose = async () => {
    await pool.end();
    await afterwards();
  };
  return adapter;
}

/**
 * The adapter does not know the catalogue's "char" columns, which the engine expects as characters: they are read as
 * text, and called characters in the result.
 */
function readCharacterColumns(pool) {
  const columns = new AsyncLocalStorage();
  const query = pool.query.bind(pool);
  pool.query = async (...words) => {
    const result = await query(...words);
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== characterType) continue;
      field.dataTypeID = textType;
      columns.getStore()?.push(index);
    }
    return result;
  };
  return (run) => {
    const found = [];
    return columns.run(found, async () => {
      const result = await run();
      for (const index of found) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    });
  };
}

/** The adapter's own splits the script at semicolons, those inside functions and texts too. */
async function runScript(query, script) {
  try {
    await query(script);
  } catch (error) {
    const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error;
    throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
  }
}
