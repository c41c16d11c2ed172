import type { SampleFile } from './sample-files';

/** A file that holds secrets (`CANARY`) in a form that is not the text itself. */
export interface WrittenSecret extends SampleFile {
  /** What the file and the form are. */
  readonly what: string;
}

const ORG = '3F2504E04F8941D39A0C0305@AdobeOrg';
const ID = '9f1c2ab34d5e6f708192a3b4c5d6e7f8';
const ACCOUNT = '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com';
/** All of it, in characters of Base64. */
const BASE64 = 'Q0FOQVJZ/CANARYcanary+MIIEvQIBADANBgkqhkiG9w0==';

type Writings = Readonly<Record<string, string>>;
type Files = Readonly<Record<string, readonly [file: string, textOf: (value: string) => string]>>;

/** How a value is written in JSON. */
const JSON_VALUES: Writings = {
  'an escape that JSON does not have': String.raw`"qCANARY1\qabc"`,
  'a raw tab': '"qCANARY2\tabc"',
  'a raw line break': '"qCANARY3\nCANARYabc"',
  'escaped characters': String.raw`"\u0071CANARY4\/\u0061\"bc\\\n"`,
  'half an escape': String.raw`"qCANARY5\u00zz\x41"`,
  'half a pair of surrogates': String.raw`"qCANARY6\ud83d\ude00\udc00"`,
  'no quotes': 'qCANARY7zQ9x',
  'single quotes': String.raw`'qCANARY8\'a"b'`,
  'no quotes and blanks': 'qCANARY9 "CANARY" x',
  'a list of one': String.raw`["qCANARY10\qabc"]`,
  'a list of several': String.raw`["qCANARY11\qabc", "qCANARY12\tabc", qCANARY13]`,
  'an object': String.raw`{"value": "qCANARY14\qabc", "CANARY15": ["qCANARY16\u0041"]}`,
  'a number behind which it goes on': '8675309CANARY17',
  'characters of Base64': `"${BASE64}"`,
  'an array of JSON in the text': String.raw`"[\"qCANARY18\\u0041\\q\"]"`,
  'characters that nobody sees': '"\u200bqCANARY19\u00a0abc\ufeff "',
  'a quotation mark too many': '"qCANARY21"CANARY"',
};

const JSON_FILES: Files = {
  'older download': [
    'older.json',
    (value) =>
      `{"ORG_ID":"${ORG}","API_KEY":"x","TECHNICAL_ACCOUNT_ID":"y@techacct.adobe.com","METASCOPES":["ent_user_sdk"],"CLIENT_SECRET":${value}}`,
  ],
  'lines of an older download': [
    'older.json',
    (value) =>
      `{\n  "CLIENT_SECRET": ${value},\n  "ORG_ID": "${ORG}",\n  "API_KEY": "x",\n  "TECHNICAL_ACCOUNT_ID": "y@techacct.adobe.com",\n  "METASCOPES": ["ent_user_sdk"]\n}`,
  ],
  'project of the Developer Console': [
    'project.json',
    (value) =>
      `{"project":{"id":"1","name":"p","org":{"id":"1","name":"o","ims_org_id":"${ORG}"},"workspace":{"id":"1","name":"w","details":{"credentials":[{"id":"1","name":"c","integration_type":"service","jwt":{"client_id":"x","client_secret":${value},"meta_scopes":["ent_user_sdk"],"technical_account_email":"a","technical_account_id":"b"}}]}}}}`,
  ],
  integration: [
    'a.ims-integration.json',
    (value) =>
      `{"title":"a","authType":"jwt","orgId":12,"clientId":"${ID}","clientSecret":${value},"metascopes":["ent_user_sdk"]}`,
  ],
  'misspelled integration': [
    'a.ims-integration.json',
    (value) => `{"title":"a","authType":"jwt","orgId":"${ORG}","client_secrt":${value}}`,
  ],
  '.aio': [
    '.aio',
    (value) =>
      `{"ims": {"contexts": {"shop": {"client_id": "x", "meta_scopes": ["a"], "client_secret": ${value}}}}}`,
  ],
  'credentials of AEM': [
    'service-credentials.json',
    (value) =>
      `{"ok":true,"integration":{"imsEndpoint":"ims-na1.adobelogin.com","metascopes":"ent_aem_cloud_api","technicalAccount":{"clientId":"cm-p1","clientSecret":${value}},"email":"a","id":"b","org":"${ORG}","privateKey":${value}},"statusCode":200}`,
  ],
  'configuration of OSGi': [
    'com.adobe.granite.auth.oauth.accesstoken.provider~1.cfg.json',
    (value) =>
      `{"name":"x","auth.token.provider.client.id":"x","auth.token.provider.client.secret":${value},"auth.access.token.request":"https://ims-na1.adobelogin.com/ims/exchange/jwt"}`,
  ],
  'environment of Postman': [
    'shop.postman_environment.json',
    (value) =>
      `{"id":"1","name":"n","values":[{"key":"CLIENT_SECRET","value":${value},"enabled":true},{"key":"API_KEY","value":"a"},{"key":"IMS_ORG","value":"${ORG}"},{"key":"META_SCOPE","value":"ent_user_sdk"},{"key":"TECHNICAL_ACCOUNT_ID","value":"z"}],"_postman_variable_scope":"environment"}`,
  ],
  'option of the pipeline': [
    'NmsPipeline_Config.json',
    (value) =>
      `{"authPrivateKey":${value},"topics":[{"name":"triggers","consumer":"x","clientSecret":${value},"triggers":[]}]}`,
  ],
};

const YAML_VALUES: Writings = {
  'escapes in double quotes': String.raw`"\x71CANARY1\u0061\U00000062\t\"\N"`,
  'an escape that YAML does not have': String.raw`"qCANARY2\qabc"`,
  'a folded block': '>-\n    qCANARY3\n    CANARYabc\n\n    CANARYdef',
  'a literal block': '|+\n    qCANARY4\n      CANARY "abc"\n\n',
  'several lines': 'qCANARY5\n    CANARYabc\n    CANARYdef',
  'several lines in quotes': '"qCANARY6\n    CANARY\\\n    \\ CANARYdef"',
  'single quotes': "'qCANARY7''abc\"\\q'",
  'a tag': '!!str qCANARY8',
  'a binary tag': `!!binary ${BASE64}`,
  'an anchor': '&a "qCANARY\\x41"',
  'a list': '\n    - "qCANARY10\\x41"\n    - \'qCANARY11\'',
  'a flow list': '["qCANARY12\\x41", qCANARY13, 8675309CANARY]',
  'a map': '{value: "qCANARY14\\x41", CANARY15: qCANARY16}',
  'a comment behind it': '"qCANARY17\\x41" # 17',
  'a quotation mark that does not end': '"qCANARY19\\x41',
  'a sign that begins no text': '@qCANARY20',
  'a backtick': '`qCANARY21`',
  'a bracket that does not end': '[qCANARY22, "CANARY23',
  'a block with a wrong head': '|9x\n    qCANARY24',
};

const yamlIntegration =
  (key: string) =>
  (value: string): string =>
    `title: A\nauthType: jwt\norgId: 12\nclientId: ${ID}\nmetascopes: ent_user_sdk\n${key}: ${value}\n`;

const YAML_FILES: Files = {
  'secret of an integration': ['a.ims-integration.yaml', yamlIntegration('clientSecret')],
  'secrets of an integration': ['a.ims-integration.yaml', yamlIntegration('clientSecrets')],
  'key of an integration': ['a.ims-integration.yaml', yamlIntegration('privateKey')],
  'misspelled secret': ['a.ims-integration.yaml', yamlIntegration('client-secrt')],
  'unknown password': ['a.ims-integration.yaml', yamlIntegration('db_password')],
  'unknown token': ['a.ims-integration.yaml', yamlIntegration('token')],
  'secret that is inherited': [
    'a.ims.yaml',
    (value) =>
      `base: &base\n  clientSecret: ${value}\n  authType: jwt\nintegrations:\n  one:\n    <<: *base\n    orgId: 12\n  two:\n    <<: *base\n    clientID: ${ID}\n`,
  ],
  'user sync': [
    'connector-umapi.yml',
    (value) =>
      `server:\n  host: x\nenterprise:\n  org_id: ${ORG}\n  tech_acct_id: x\n  client_id: ${ID}\n  client_secret: ${value}\n  priv_key_data: ${value}\n`,
  ],
};

const LINE_VALUES: Writings = {
  'an escape in double quotes': String.raw`"qCANARY1\"\u0041\n\q"`,
  'escaped characters': String.raw`\u0071CANARY2\=\:\ \\abc`,
  'lines that go on': 'qCANARY3\\\n   CANARYabc\\\n   CANARYdef',
  'several lines in quotes': '"qCANARY4\nCANARYabc\nCANARYdef"',
  'a quotation mark that does not end': '"qCANARY5 CANARY',
  'single quotes and a comment': "'qCANARY6' # 7",
  'an array of JSON': String.raw`["qCANARY8\u0041\q","qCANARY9\\"]`,
  'an array in single quotes': "['qCANARY10', CANARY11]",
  'an object of JSON': String.raw`{"a":"qCANARY12\u0041"}`,
  'characters of Base64': BASE64,
  'percent signs': 'qCANARY13%40%2FCANARY',
  dollars: String.raw`qCANARY14$$abc\$x`,
  commas: 'qCANARY15,qCANARY16',
  'a default of a variable': '${X:-qCANARY17}',
  blanks: '  qCANARY18   CANARY19  ',
};

const lineFile =
  (key: string) =>
  (value: string): string =>
    `ORG_ID=${ORG}\nCLIENT_ID=x\nTECHNICAL_ACCOUNT_ID=${ACCOUNT}\nMETASCOPES=ent_user_sdk\nAIO_ims_contexts_shop_client__id=x\nAIO_ims_contexts_shop_meta__scopes=["x"]\n${key}=${value}\n`;

const LINE_FILES: Files = Object.fromEntries(
  ['.env', 'shop.properties', 'shop.ini'].flatMap((file) =>
    [
      'CLIENT_SECRET',
      'AIO_ims_contexts_shop_client__secrets',
      'AIO_ims_contexts_shop_client_secret',
      'AIO_ims_contexts_shop_jwt__client__secret',
      'PRIVATE_KEY',
    ]
      .filter((key) => file === '.env' || !key.startsWith('AIO'))
      .map((key) => [
        `${key} of ${file}`,
        [
          file,
          (value: string) => (file === 'shop.ini' ? '[enterprise]\n' : '') + lineFile(key)(value),
        ],
      ]),
  ),
);

const XML_VALUES: Writings = {
  'references to characters': '"&#113;CANARY1&#x61;&quot;&amp;"',
  'an entity that nobody declares': '"qCANARY2&bad;CANARY"',
  'half an entity': '"qCANARY3&#x;&#99999999;&"',
  'single quotes': "'qCANARY4\"CANARY'",
  'an angle bracket': '"qCANARY5<CANARY"',
  'several lines': '"qCANARY6\n\tCANARY\r\n CANARY"',
  'no quotes': 'qCANARY7',
  'a quotation mark that does not end': '"qCANARY8 ',
  'a type': '"{String}qCANARY9\\,CANARY"',
  'an array of the repository': String.raw`"[qCANARY10\,CANARY,qCANARY11\]\\]"`,
  'one of an array with a type': '"{Long}[qCANARY12]"',
  'a backslash': String.raw`"\{qCANARY13\}\["`,
  'a default of a variable': '"$[env:X;default=qCANARY14]"',
  'a name of a secret': '"$[secret:qCANARY15 CANARY]"',
};

const granite =
  (key: string) =>
  (value: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<jcr:root xmlns:sling="http://sling.apache.org/jcr/sling/1.0" xmlns:jcr="http://www.jcp.org/jcr/1.0"\n    jcr:primaryType="sling:OsgiConfig"\n    auth.token.provider.title="x"\n    auth.token.provider.client.id="${ID}"\n    auth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"\n    auth.token.provider.default.claims="[&quot;iss&quot; : &quot;${ORG}&quot;,&quot;https://ims-na1.adobelogin.com/s/ent_smartcontent_sdk&quot; : true]"\n    ${key}=${value}/>\n`;

const PROVIDER = 'com.adobe.granite.auth.oauth.accesstoken.provider~x';

const XML_FILES: Files = {
  'package of Campaign': [
    'package.xml',
    (value) =>
      `<?xml version="1.0"?><package><entities schema="nms:extAccount">\n<extAccount name="Adobe_Experience_Cloud" type="9" label="a" imsOrgId="1" callbackServer="http://x"\n clientSecret=${value} id="1"/>\n</entities></package>`,
  ],
  'another account of Campaign': [
    'package.xml',
    (value) =>
      `<?xml version="1.0"?><package><entities schema="nms:extAccount">\n<extAccount name="mail" type="1" account="b" active="2"\n password=${value} id="1"/>\n</entities></package>`,
  ],
  'server of Campaign': [
    'serverConf.xml',
    (value) =>
      `<serverConf>\n<shared>\n<authentication>\n<ims clientId="x" imsServer="http://x" jwtCredential=${value} oauthCredential=${value} />\n</authentication></shared><pipelined autoStart="true" appName="x" authPrivateKey=${value}/></serverConf>`,
  ],
  'provider of AEM': [`${PROVIDER}.xml`, granite('auth.token.provider.client.secret')],
  'folder of a provider': [
    `config/${PROVIDER}/.content.xml`,
    granite('auth.token.provider.client.secret'),
  ],
  'unknown secret of a provider': [`${PROVIDER}.xml`, granite('own.client.secret')],
  'misspelled secret of a provider': [
    `${PROVIDER}.xml`,
    granite('auth.token.provider.client.secrt'),
  ],
  "somebody's own component": [
    'com.example.shop.ImsClient.xml',
    (value) =>
      `<jcr:root xmlns:sling="http://sling.apache.org/jcr/sling/1.0" xmlns:jcr="http://www.jcp.org/jcr/1.0"\n    jcr:primaryType="sling:OsgiConfig"\n    imsHost="https://ims-na1.adobelogin.com" apiKey="${ID}"\n    iss="${ORG}" sub="${ACCOUNT}" metascopes="[ent_marketing_sdk]"\n    clientSecret=${value} privateKey=${value}/>`,
  ],
  'several components': [
    'config/shop.xml',
    (value) =>
      `<jcr:root xmlns:sling="x" xmlns:jcr="y" jcr:primaryType="sling:Folder">\n  <${PROVIDER.replace('~', '-')} jcr:primaryType="sling:OsgiConfig" auth.token.provider.client.id="${ID}" auth.token.provider.client.secret=${value}/>\n  <b jcr:primaryType="sling:OsgiConfig" aio.ims.org.id="${ORG}" aio.client.secret=${value} aio.encoded.pkcs8=${value}/></jcr:root>`,
  ],
};

const FELIX_VALUES: Writings = {
  escapes: String.raw`"\u0071CANARY1\=\"\ \{abc\}"`,
  'an array': '[ \\\n  "qCANARY2", \\\n  "CANARY\\=3", \\\n  ]',
  'another type': 'I"qCANARY4"',
  'a type of nobody': 'Z"qCANARY5"',
  'no quotes': 'qCANARY6',
  'a quotation mark that does not end': '"qCANARY7',
  'lines that go on': '"qCANARY8\\\n CANARY"',
  'a vector': '("qCANARY9","CANARY10")',
};

const FELIX_FILES: Files = {
  'provider of AEM': [
    `${PROVIDER}.config`,
    (value) =>
      `auth.token.provider.title="a"\nauth.token.provider.client.id="x"\nauth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"\nauth.token.provider.client.secret=${value}\n`,
  ],
  "somebody's own component": [
    'com.example.ImsClient.config',
    (value) =>
      `endpoint="https://ims-na1.adobelogin.com/ims/exchange/jwt"\nclientId="${ID}"\namcOrgId="${ORG}"\nclientSecret=${value}\nprivateKey=${value}\n`,
  ],
};

const COMMAND_VALUES: Writings = {
  'quotes inside': `q"CANARY1"'CANARY2'`,
  'a quoted text of C': String.raw`$'q\x43CANARY3'`,
  'signs that are escaped': String.raw`q\CANARY4^CANARY5`,
  'percent signs': 'qCANARY6%2FCANARY%3D',
  'a variable inside': 'q${X}CANARY7/$Y-CANARY8',
  'a line that goes on': 'qCANARY9\\\nCANARY10',
  'a document behind it': '$S <<< CANARY12',
  'characters of Base64': BASE64,
};

const command = (value: string): string =>
  `SECRET=${value} nlserver config -instance:acme -setimsjwtauth:${ORG}/${ID}/x@techacct.adobe.com/${value}/${value}`;

const COMMAND_FILES: Files = {
  'a script': ['a.sh', (value) => `${command(value)}\n`],
  'a script of Windows': ['a.bat', (value) => `set X=${value}\r\n${command(value)}\r\n`],
  'a script of PowerShell': ['a.ps1', (value) => `${command(value)}\n`],
  'a step': [
    'a.yml',
    (value) => `steps:\n  - script: |\n      ${command(value).replace(/\n/g, '\n      ')}\n`,
  ],
};

const HJSON_VALUES: Writings = {
  'three quotes': "'''\n        qCANARY1\n        CANARY2\n        '''",
  'three quotes that do not end': "'''qCANARY3\n CANARY4",
  'no quotes and a comment': 'qCANARY5 # CANARY6',
};

const HJSON_FILES: Files = {
  '.aio': [
    '.aio',
    (value) =>
      `{\n  ims: {\n    contexts: {\n      shop: {\n        client_id: x\n        meta_scopes: [\n          ent_user_sdk\n        ]\n        client_secret: ${value}\n        private_key: ${value}\n      }\n    }\n  }\n}\n`,
  ],
};

const written = (files: Files, values: Writings): readonly WrittenSecret[] =>
  Object.entries(files).flatMap(([what, [file, textOf]]) =>
    Object.entries(values).map(([form, value]) => ({
      what: `${what}: ${form}`,
      file,
      text: textOf(value),
    })),
  );

/** The parts of addresses that are secrets, in forms that people and programs write. */
const ADDRESSES: Writings = {
  'a password with an @': 'http://u:aa@CANARY1@x.example',
  'a password with an @ in front of a path': 'https://u:bb@CANARY2@ims-na1.adobelogin.com/a@b',
  'a password with signs': 'https://u:!$&*CANARY3:CANARY@ims-na1.adobelogin.com/',
  'a user that is a token': 'https://CANARY4@ims-na1.adobelogin.com',
  'an @ in percent signs': 'http://u:a%40CANARY5@x.example/',
  'all of it in percent signs': 'http%3A%2F%2Fu%3ACANARY6%40x.example%2Fa',
  'an address in an address':
    'https://x.example/?redirect_uri=http%3A%2F%2Fu%3ACANARY7%40y.example',
  'no scheme': 'u:CANARY8@ims-na1.adobelogin.com',
  'no scheme, but slashes': '//u:CANARY9@ims-na1.adobelogin.com',
  'parameters of secrets':
    'http://x.example/cb?secret=CANARY1&token=CANARY2&api_token=CANARY3&pwd=CANARY4&client_secret=CANARY5&passwd=CANARY6&refresh-token=CANARY7&id_token=CANARY8&clientSecret=CANARY9',
  'parameters in capital letters': 'http://x.example/?CLIENT_SECRET=CANARY1;Password=CANARY2',
  'parameters behind a hash': 'http://x.example/#access_token=CANARY1&state=2',
  'parameters in percent signs':
    'http://x.example/?u=http%3A%2F%2Fy%3Fclient_secret%3DCANARY1%26token%3DCANARY2',
  'parameters of other programs':
    'http://x.example/?key=CANARY1&sig=CANARY2&signature=CANARY3&jwt_token=CANARY4&client_assertion=CANARY5&pass=CANARY6&apikey=CANARY7&code=CANARY8',
  'parameters with brackets': 'http://x.example/?auth[token]=CANARY1&secret[]=CANARY2',
  'parameters with a percent sign in the name': 'http://x.example/?client%5Fsecret=CANARY1',
};

const ADDRESS_FILES: Files = {
  'address of a server': [
    'a.external-account.yaml',
    (value) =>
      `name: experienceCloud\norgId: ${ORG}\ncallbackServer: '${value}'\nimsServer: '${value}'\n`,
  ],
  'address in a package': [
    'package.xml',
    (value) =>
      `<package><entities schema="nms:extAccount">\n<extAccount name="Adobe_Experience_Cloud" type="9" label="${xml(value)}" imsOrgId="1" callbackServer="${xml(value)}" server="${xml(value)}" id="1"/>\n</entities></package>`,
  ],
  'address of a server of Campaign': [
    'serverConf.xml',
    (value) =>
      `<serverConf><shared><authentication>\n<ims clientId="x" imsServer="${xml(value)}" /></authentication></shared>\n<pipelined autoStart="true" appName="x" authGatewayEndpoint="${xml(value)}" discoveryEndpoint="${xml(value)}"/></serverConf>`,
  ],
  'address of a provider': [
    `${PROVIDER}.xml`,
    (value) =>
      granite('own')(`"${xml(value)}"`).replace(
        'https://ims-na1.adobelogin.com/ims/exchange/jwt',
        xml(value),
      ),
  ],
  'address of a component': [
    `${PROVIDER}.cfg.json`,
    (value) =>
      `{"auth.token.provider.client.id": "x", "auth.access.token.request": "${value}",\n"auth.token.provider.title": "${value}"}`,
  ],
  'address of a variable': [
    '.env',
    (value) =>
      `CLIENT_ID=x\nIMS_ENDPOINT=${value}\nIMS_HOST=${value}\nORG_ID=${ORG}\nCLIENT_SECRET=$X\n`,
  ],
  'address of an integration': [
    'a.ims-integration.yaml',
    (value) =>
      `title: '${value}'\nauthType: jwt\nimsServer: '${value}'\ndescription: '${value}'\norgId: 1\n`,
  ],
};

const xml = (text: string): string => text.replaceAll('&', '&amp;');

/** Keys and leftovers that are secrets. */
const STRAYS: readonly WrittenSecret[] = [
  {
    what: 'a key that is a secret',
    file: 'a.ims-integration.yaml',
    text: `title: A\nauthType: jwt\n"CANARY226zQ9x": 1\n`,
  },
  {
    what: 'a key that is a secret in JSON',
    file: 'a.ims-integration.json',
    text: `{"title": "A", "authType": "jwt", "CANARY226zQ9x": 1}`,
  },
  {
    what: 'a text that does not end behind an option',
    file: 'NmsPipeline_Config.json',
    text: `{"topics":[{"name":"triggers","consumer":"x","clientSecret":"x"} "CANARY765zQ9x,`,
  },
  {
    what: 'a text behind an option',
    file: 'NmsPipeline_Config.json',
    text: `{"topics":[{"name":"triggers","consumer":"x","clientSecret":"x"} "CANARY765zQ9x" CANARYabc]}`,
  },
];

/** Files of every notation, each with a secret in each form that the notation has. */
export const writtenSecrets: Readonly<Record<string, readonly WrittenSecret[]>> = {
  JSON: written(JSON_FILES, JSON_VALUES),
  HJSON: written(HJSON_FILES, HJSON_VALUES),
  YAML: written(YAML_FILES, YAML_VALUES),
  'lines of variables': written(LINE_FILES, LINE_VALUES),
  XML: written(XML_FILES, XML_VALUES),
  'configurations of Felix': written(FELIX_FILES, FELIX_VALUES),
  commands: written(COMMAND_FILES, COMMAND_VALUES),
  addresses: written(ADDRESS_FILES, ADDRESSES),
  strays: STRAYS,
};
