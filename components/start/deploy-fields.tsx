import { Disclosure } from "@/components/ui/disclosure";
import { CheckField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import type { PartialDeploySettings } from "@/lib/schemas/deploy-settings";
import { readTags, writeTags } from "./stack-tags";

/** How `sam deploy` runs and what the account already holds; what is left empty keeps its default. */
export function DeployFields({
  settings,
  onChange,
}: {
  settings: PartialDeploySettings;
  onChange: (settings: PartialDeploySettings) => void;
}) {
  const change = (part: PartialDeploySettings) => onChange({ ...settings, ...part });
  return (
    <Disclosure summary="How it is deployed">
      <div className="flex flex-col gap-3">
        <SelectField
          label="Who acts"
          value={settings.topology ?? "caller"}
          onChange={(event) =>
            change({ topology: event.target.value === "execution-role" ? "execution-role" : "caller" })
          }
        >
          <option value="caller">The CI role: CloudFormation uses its permissions</option>
          <option value="execution-role">An execution role that the CI role passes to CloudFormation</option>
        </SelectField>
        {settings.topology === "execution-role" && (
          <TextField
            label="ARN of the execution role (optional)"
            mono
            value={settings.executionRoleArn ?? ""}
            onChange={(event) => change({ executionRoleArn: event.target.value || null })}
          />
        )}
        <TextField
          label="Name of the CI role"
          mono
          placeholder="github-actions-deploy"
          value={settings.ciRoleName ?? ""}
          onChange={(event) => change({ ciRoleName: event.target.value || undefined })}
        />
        <TextField
          label="Artifact bucket"
          mono
          placeholder="managed by sam deploy --resolve-s3"
          value={settings.artifactBucket?.kind === "named" ? settings.artifactBucket.name : ""}
          onChange={(event) =>
            change({
              artifactBucket: event.target.value ? { kind: "named", name: event.target.value } : { kind: "managed" },
            })
          }
        />
        <TextField
          label="Image repository"
          mono
          placeholder="managed by sam deploy --resolve-image-repos"
          value={settings.imageRepository?.kind === "named" ? settings.imageRepository.uri : ""}
          onChange={(event) =>
            change({
              imageRepository: event.target.value ? { kind: "named", uri: event.target.value } : { kind: "managed" },
            })
          }
        />
        <TextAreaField
          label="Stack tags, one Key=Value a line"
          rows={2}
          defaultValue={writeTags(settings.stackTags ?? {})}
          onChange={(event) => change({ stackTags: readTags(event.target.value) })}
        />
        <fieldset>
          <legend className="text-small text-soft">The account already has</legend>
          {accountFacts.map(({ key, label, assumed = true }) => (
            <CheckField
              key={key}
              label={label}
              checked={settings.account?.[key] ?? assumed}
              onChange={(event) => change({ account: { ...settings.account, [key]: event.target.checked } })}
            />
          ))}
        </fieldset>
      </div>
    </Disclosure>
  );
}

interface AccountFact {
  readonly key: keyof NonNullable<PartialDeploySettings["account"]>;
  readonly label: string;
  /** As the settings' default has it. */
  readonly assumed?: boolean;
}

const accountFacts: readonly AccountFact[] = [
  { key: "managedBucketExists", label: "the bucket that sam deploy manages" },
  { key: "companionStackExists", label: "the companion stack with image repositories" },
  { key: "serviceLinkedRolesExist", label: "the service-linked roles that the resources need" },
  { key: "apiGatewayCloudWatchRoleExists", label: "API Gateway's CloudWatch role" },
  { key: "repositoriesAdmitLambda", label: "policies on its image repositories that admit Lambda", assumed: false },
];
