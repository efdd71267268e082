import { awsService } from "../../aws-service";
import { removedTags, tagContext, tagKeys } from "../../common-checks";
import { sameJson } from "../../read-property";
import type { CallSpec, CheckSpec, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";

const service = awsService({
  prefix: "apigateway",
  documentation: (operation) => `https://docs.aws.amazon.com/apigateway/latest/api/API_${operation}.html`,
});

export type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface VerbOptions {
  readonly cause?: string;
  readonly context?: CheckSpec["context"];
  readonly also?: readonly CheckSpec[];
  /** For the few things whose ARN carries the account. */
  readonly on?: string;
}

/**
 * API Gateway's actions are HTTP verbs on paths; the operation's own name is what CloudTrail records.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html
 */
export function restCall(
  r: ResourceView,
  verb: Verb,
  path: string,
  operation: string,
  options: VerbOptions = {},
): CallSpec {
  const { on = pathArn(r, path), ...rest } = options;
  return service.call(operation, on, { ...rest, action: `apigateway:${verb}` });
}

/** The same for HTTP and WebSocket APIs, which are documented elsewhere. */
export function httpCall(
  r: ResourceView,
  verb: Verb,
  path: string,
  operation: string,
  options: VerbOptions = {},
): CallSpec {
  const source =
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html";
  return service.call(operation, pathArn(r, path), { source, ...options, action: `apigateway:${verb}` });
}

export function pathArn(r: ResourceView, path: string): string {
  return r.arn("apigateway", path, { account: "" });
}

/**
 * Tags are a path of their own with the resource's ARN, encoded, in it; they are checked there on creation too. REST
 * APIs are tagged with PUT, HTTP and WebSocket APIs with POST.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-iam-policy.html
 */
export function tagCheck(r: ResourceView, path: string, verb: "PUT" | "POST" = "PUT"): readonly CheckSpec[] {
  return when(
    r.tagged,
    service.check(verb, tagsArn(r, path), { cause: "Tags", context: tagContext(r), source: tagSource }),
  );
}

export function tagUpdate(r: ResourceUpdate, path: string, verb: "PUT" | "POST" = "PUT"): readonly CallSpec[] {
  const removed = removedTags(r.before, r);
  const options = { cause: "Tags", source: tagSource };
  return [
    ...when(
      removed.length > 0,
      service.call("UntagResource", tagsArn(r, path), {
        ...options,
        action: "apigateway:DELETE",
        context: tagKeys(removed),
      }),
    ),
    ...when(
      r.tagged && !sameJson(r.before.tags, r.tags),
      service.call("TagResource", tagsArn(r, path), {
        ...options,
        action: `apigateway:${verb}`,
        context: tagContext(r),
      }),
    ),
  ];
}

function tagsArn(r: ResourceView, path: string): string {
  const encoded = pathArn(r, path).replaceAll(":", "%3A").replaceAll("/", "%2F").replaceAll("$", "%24");
  return pathArn(r, `/tags/${encoded}`);
}

const tagSource = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-iam-policy.html";
