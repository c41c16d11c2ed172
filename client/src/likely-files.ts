/**
 * Names that files of ours have and hardly any other file. The `activationEvents` have them too, so
 * that the editor itself looks for them when a window opens.
 */
export const LIKELY_NAMES: readonly string[] = [
  ...['external-account', 'ims-integration', 'ims'].flatMap((kind) =>
    ['yaml', 'yml', 'json'].map((ending) => `*.${kind}.${ending}`),
  ),
  ...['ims-config.yaml', 'NmsPipeline_Config*.json', 'serverConf.xml'],
  ...['com.adobe.granite.auth.*', '.aio', 'app.config.yaml'],
  ...['connector-umapi*.yml', 'connector-adobe-console*.yml'],
  ...['pdfservices-api-credentials.json', '*.postman_environment.json'],
];

/** The same as one glob. */
export const LIKELY_FILES = `**/{${LIKELY_NAMES.join(',')}}`;
