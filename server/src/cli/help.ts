/** What `--help` prints. */
export const HELP = `Checks, explains and migrates Adobe Campaign and AEM IMS configuration files.

Usage
  ims-config check [paths…]   check files and folders; without paths the working directory
  ims-config report [paths…]  write a report: every credential and environment, what can
                              be migrated, and what remains by hand
  ims-config convert <package.xml>
                              write the Experience Cloud account of a Campaign package
                              as a file of its own, without its secret
  ims-config kinds            list the kinds of files it knows
  ims-config rules            list the rules
  ims-config explain <rule>   say what a rule is about, with examples

Options of check
  --format <format>           text for people, json for programs, sarif for code scanning,
                              github for annotations, markdown for comments and summaries
  --output <file>             write the report there
  --fix                       apply the fixes that keep the meaning
  --unsafe-fixes              apply also those that a person has to verify, such as migrations
  --max-warnings <n>          fail when there are more warnings than that
  --baseline <file>           leave out the findings that this file knows
  --update-baseline           write all that is found into that file
  --workspace <folder>        compare the paths with all files of that folder
  --changed [commit]          report only on files that differ from the last commit,
                              or from where the branch left the one that is named
  --today <YYYY-MM-DD>        the day that certificates and deadlines are compared with
  --stdin --stdin-path <p>    check the standard input as if it stood in this file;
                              with a fix option, print the fixed text
  --no-gitignore              check also what .gitignore files ignore

Options of report
  --format markdown|json      for people, or for programs
  --output <file>             write the report there
  --today, --no-gitignore     as for check

Options of convert
  --output <file|folder>      where to write; without it beside the package
  --force                     overwrite what is there already

  -h, --help                  print this
  -v, --version               print the version

Exit status
  0  no errors     1  errors, or too many warnings     2  it could not run
                                     (report and convert: 0 whatever is found, or 2)

Settings are read from the nearest ims-config.yaml, from the working directory upwards.
`;
