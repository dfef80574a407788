// What CloudWatch shows of the widget where somebody adds it to a dashboard.

/** Documentation in Markdown; the first YAML block fills in the parameters. */
export const DESCRIPTION = `## Launch Denied

Shows the causes of denied EC2 launches: who was denied what, why, how often, and what to change.

### Parameters

| name | values |
|---|---|
| \`view\` | \`causes\` (the list) or \`overview\` (figures over time) |
| \`state\` | \`to-review\`, \`muted\`, \`ignored\`, \`resolved\`, \`all\`, or one state |
| \`q\`, \`principal\`, \`action\`, \`reason\`, \`region\`, \`account\` | texts that narrow the list |
| \`fingerprint\` | a group, in place of the list |

The time range is that of the dashboard, 90 days at most.

\`\`\`yaml
view: causes
state: to-review
\`\`\`
`;
