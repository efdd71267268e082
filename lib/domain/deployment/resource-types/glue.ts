import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

export const glue = awsService({
  prefix: "glue",
  documentation: (operation) => {
    const chapter = chapters.find(([noun]) => operation.endsWith(noun))?.[1] ?? "catalog";
    return `https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-${chapter}.html#aws-glue-api-${chapter}-${operation}`;
  },
});

const chapters: readonly (readonly [noun: string, chapter: string])[] = [
  ["Database", "catalog-databases"],
  ["Table", "catalog-tables"],
  ["Crawler", "crawler-crawling"],
  ["Job", "jobs-job"],
  ["Connection", "catalog-connections"],
  ["Trigger", "jobs-trigger"],
  ["Workflow", "workflow"],
  ["SecurityConfiguration", "jobs-security"],
  ["Resource", "tags"],
];

/**
 * What stands in the catalog is authorised on everything above it, too.
 * https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html#data-catalog-resource-arns
 */
export function catalogArn(r: ResourceView): string {
  return r.arn("glue", "catalog");
}

const withCatalog = (r: ResourceView) => [catalogArn(r), r.arnOfSelf];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-database.html */
const database = plainRule({
  type: "AWS::Glue::Database",
  service: glue,
  name: { property: "DatabaseInput.Name", lowerCase: true },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("glue", `database/${r.name}`), attributes: {} }),
  create: "CreateDatabase",
  reads: ["GetDatabase"],
  update: "UpdateDatabase",
  delete: "DeleteDatabase",
  on: {
    CreateDatabase: withCatalog,
    GetDatabase: withCatalog,
    UpdateDatabase: withCatalog,
    // Its tables and functions go with it.
    DeleteDatabase: (r) => [
      ...withCatalog(r),
      r.arn("glue", `table/${r.name}/*`),
      r.arn("glue", `userDefinedFunction/${r.name}/*`),
    ],
  },
});

const tableAndAbove = (r: ResourceView) => [
  catalogArn(r),
  r.arn("glue", `database/${r.text("DatabaseName") ?? r.invent("database", { alphabet: "lower", length: 12 })}`),
  r.arnOfSelf,
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-table.html */
const table = plainRule({
  type: "AWS::Glue::Table",
  service: glue,
  name: { property: "TableInput.Name", lowerCase: true },
  identify: (r) => {
    const name = r.text("Name") ?? r.name;
    return {
      physicalId: name,
      arn: r.arn("glue", `table/${r.text("DatabaseName") ?? ""}/${name}`),
      attributes: { Id: name },
    };
  },
  create: "CreateTable",
  update: "UpdateTable",
  delete: "DeleteTable",
  on: { CreateTable: tableAndAbove, UpdateTable: tableAndAbove, DeleteTable: tableAndAbove },
});

const role = (r: ResourceView) => passedRoles(r, "glue.amazonaws.com", "Role");

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-crawler.html */
const crawler = plainRule({
  type: "AWS::Glue::Crawler",
  service: glue,
  name: { property: "Name" },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("glue", `crawler/${r.name}`), attributes: {} }),
  create: "CreateCrawler",
  reads: ["GetCrawler"],
  update: "UpdateCrawler",
  delete: "DeleteCrawler",
  gone: "GetCrawler",
  on: { CreateCrawler: anything },
  checks: role,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-job.html */
const job = plainRule({
  type: "AWS::Glue::Job",
  service: glue,
  name: { property: "Name" },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("glue", `job/${r.name}`), attributes: {} }),
  create: "CreateJob",
  reads: ["GetJob"],
  update: "UpdateJob",
  delete: "DeleteJob",
  gone: "GetJob",
  checks: role,
});

export const glueRules: readonly ResourceRule[] = [database, table, crawler, job];
