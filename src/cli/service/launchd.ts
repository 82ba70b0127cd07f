import type { ServiceSettings } from './settings.js';

/** The name of the agent among all of the user's. */
export const LABEL = 'tweetspan.run';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const string = (text: string): string => `<string>${escaped(text)}</string>`;

/**
 * The property list of a launchd agent (launchd.plist(5)) that writes its log to a file. launchd knows no exit codes
 * after which it should give up: what cannot run is tried again every 30 seconds, and says why in the log each time.
 */
export function launchdPlist({ node, script, options, environment }: ServiceSettings, log: string): string {
  const variables = Object.entries(environment);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  ${string(LABEL)}
  <key>ProgramArguments</key>
  <array>
${[node, script, 'run', ...options].map((word) => `    ${string(word)}\n`).join('')}  </array>
  <key>EnvironmentVariables</key>
  <dict>
${variables.map(([name, value]) => `    <key>${escaped(name)}</key>\n    ${string(value)}\n`).join('')}  </dict>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>30</integer>
  <key>ExitTimeOut</key>
  <integer>60</integer>
  <key>Umask</key>
  <integer>${0o077}</integer>
  <key>StandardErrorPath</key>
  ${string(log)}
</dict>
</plist>
`;
}
