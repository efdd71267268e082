import type { SamEvent } from "../event-source";
import { expectMap, expectText, inEvent } from "../expect";
import { invalidEvent } from "../fault";
import { sub } from "../intrinsics";
import { allow } from "../policy-statements";
import { isGiven, isList, type Value, type ValueMap } from "../value";

/** The URI of the one `requiredType` entry in `SourceAccessConfigurations`; every entry must be of a supported type. */
export function sourceAccessUri(event: SamEvent, supported: readonly string[], requiredType: string): Value {
  const { SourceAccessConfigurations: configurations } = event.properties;
  const refuse = (message: string) => invalidEvent(event.eventId, message);
  if (!isGiven(configurations)) throw refuse(`${event.type} events need 'SourceAccessConfigurations'.`);
  if (!isList(configurations)) throw refuse("'SourceAccessConfigurations' must be a list.");
  let found: Value | undefined;
  for (const [index, entry] of configurations.entries()) {
    const place = `SourceAccessConfigurations[${index}]`;
    const configuration = expectMap(entry, inEvent(event.eventId, place));
    const type = expectText(configuration.Type, inEvent(event.eventId, `${place}.Type`));
    if (!supported.includes(type))
      throw refuse(`'SourceAccessConfigurations' knows the types ${supported.join(", ")}, not '${type}'.`);
    if (type !== requiredType) continue;
    if (found !== undefined) throw refuse(`'SourceAccessConfigurations' may hold one ${requiredType} only.`);
    if (!isGiven(configuration.URI)) throw refuse(`${requiredType} in 'SourceAccessConfigurations' needs a 'URI'.`);
    found = configuration.URI;
  }
  if (found === undefined) throw refuse(`'SourceAccessConfigurations' needs an entry of type ${requiredType}.`);
  return found;
}

/** Lets the function decrypt with the key that `SecretsManagerKmsKeyId` names; nothing without it. */
export function decryptStatements(event: SamEvent, action: Value): ValueMap[] {
  const { SecretsManagerKmsKeyId: keyId } = event.properties;
  if (!isGiven(keyId)) return [];
  const id = expectText(keyId, inEvent(event.eventId, "SecretsManagerKmsKeyId"));
  return [allow(action, sub(`arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/${id}`))];
}

/** What Lambda needs to reach a source inside a VPC. */
export function networkInterfaceStatement(): ValueMap {
  return allow(
    [
      "ec2:CreateNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeVpcs",
      "ec2:DescribeSubnets",
      "ec2:DescribeSecurityGroups",
    ],
    "*",
  );
}
