/**
 * Steps for a GitHub workflow that send what became of a deployment. `shell: bash` makes a pipe fail with its first command,
 * so that a deployment that fails still fails the job.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#exit-codes-and-error-action-preference
 *
 * @param origin the page's own address, as in `https://tightrope.example.com`
 */
export function writeWorkflowSteps(origin: string, runId: string, candidate: string): string {
  const name = encodeURIComponent(candidate).replaceAll("'", "%27");
  return `# First in the job
- name: Note the time
  run: echo "TIGHTROPE_STARTED=$(date -u +%Y-%m-%dT%H:%M:%SZ)" >> "$GITHUB_ENV"

# Where it deploys: keep what is printed
- name: Deploy
  shell: bash
  run: sam deploy --no-confirm-changeset 2>&1 | tee deploy.log

# Last in the job
- name: Tell Tightrope how it went
  if: \${{ !cancelled() }}
  continue-on-error: true
  shell: bash
  run: |
    tail --bytes=1000000 deploy.log | curl --silent --show-error --fail-with-body \\
      --header 'Content-Type: text/plain' --data-binary @- \\
      '${origin}/api/runs/${runId}/attempts?candidate=${name}'"&startedAt=$TIGHTROPE_STARTED&finishedAt=$(date -u +%Y-%m-%dT%H:%M:%SZ)"
`;
}

/** GitHub's runners cannot reach a page of this machine only. */
export function isLocalAddress(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(origin);
}
