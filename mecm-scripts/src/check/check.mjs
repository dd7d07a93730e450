// Parses PowerShell scripts and holds the rules that a parser can hold.
// node --liftoff-only check.mjs PATH...   A folder stands for every .ps1, .psm1 and .psd1 below it.
// The flag keeps V8 from optimising the grammar, which takes 4 s and saves none.
// Exit code: 0 clean, 1 findings or no script, 2 wrong call.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { definitions, unknownNames } from './names.mjs';

const ALIASES = new Set(
  `% ? ac cat cd chdir clc clear clp cls cnsn compare copy cp curl cvpa dbp del diff dir dnsn echo epal erase etsn exsn
   fc foreach fl ft fw gal gbp gc gci gcm gcs gdr ghy gi gjb gl gm gmo gp gps group gsn gsv gu gv gwmi h icm ii ipal
   ipmo irm ise iwr kill lp ls man md measure mi mount move mp mv nal ndr ni nmo nsn nv ogv oh popd ps pushd pwd r rbp
   rcjb rd rdr ren ri rjb rm rmdir rmo rni rnp rp rsn rsnp rujb rv rvpa rwmi sajb sal saps sasv sbp sc select set shcm
   si sl sleep sls sort sp spjb spps spsv start sujb sv swmi tee trcm type wget where wjb write`.split(/\s+/));

const DOWNLOADS = 'downloads; a server takes its content from Configuration Manager only';
const LOCALIZED = 'speaks the language of the server';
const TOO_NEW = 'is not in PowerShell 4.0';

const COMMANDS = [
  [words('invoke-expression iex'), 'runs text as code'],
  [words('invoke-webrequest invoke-restmethod start-bitstransfer bitsadmin certutil'), DOWNLOADS],
  [words('sc net net1 netsh wmic systeminfo findstr find schtasks select-string whoami icacls tasklist'), LOCALIZED],
  [words('get-itempropertyvalue expand-archive compress-archive new-temporaryfile get-computerinfo get-error'), TOO_NEW],
  [words('get-credential read-host pause'), 'waits for a person'],
];
const TEXTS = {
  type_literal: [[/net\.(webclient|http)/i, DOWNLOADS]],
  generic_token: [[/net\.(webclient|http)/i, DOWNLOADS]],
  invokation_expression: [
    [/\.download(file|string|data)\b/i, DOWNLOADS],
    [/::new\s*\(/i, TOO_NEW],
    [/\.translate\s*\(/i, `${LOCALIZED}; compare security identifiers`],
  ],
  string_literal: [
    [/^.?(builtin|nt authority)\\/i, 'is a name in one language; use the security identifier'],
    [/net\.webclient|\.download(file|string|data)\b/i, DOWNLOADS],
  ],
  // The grammar knows neither "a ? b : c" nor "??": they cannot be parsed.
  pipeline_chain_tail: [[/^/, TOO_NEW]],
  class_statement: [[/^/, TOO_NEW]],
  enum_statement: [[/^/, TOO_NEW]],
};

// What a rule refuses and people have agreed to, word for word and in one file: docs/adr/0033 says why.
const AGREED = new Map([
  ['Test-DefenderDetection.ps1', `'-NoExit -ExecutionPolicy Bypass -WindowStyle Hidden $ErrorActionPreference = ''silentlycontinue'';(New-Object System.Net.WebClient).DownloadFile(''http://127.0.0.1/1.exe'', ''C:\\\\test-MDATP-test\\\\invoice.exe'');Start-Process ''C:\\\\test-MDATP-test\\\\invoice.exe'''`],
]);

function words(text) {
  const names = new Set(text.split(' '));
  return { test: (word) => names.has(word.replace(/\.exe$/, '')) };
}

function scripts(path) {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !['target', 'node_modules', '.git'].includes(entry.name))
    .flatMap((entry) => {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        return scripts(child);
      }
      return /\.ps[md]?1$/i.test(entry.name) ? [child] : [];
    });
}

function firstMatch(rules, text) {
  return rules.find(([pattern]) => pattern.test(text))?.[1];
}

// What is wrong with a node, or undefined.
function problem(node) {
  const head = () => node.text.split('\n')[0].trim().slice(0, 60);
  if (node.isMissing) {
    return `'${node.type}' is missing`;
  }
  if (node.isError) {
    return `cannot be parsed: ${head()}`;
  }
  if (node.type === 'command_name') {
    const word = node.text.toLowerCase();
    const wrong = ALIASES.has(word) ? 'is an alias; write the whole name' : firstMatch(COMMANDS, word);
    return wrong && `'${node.text}' ${wrong}`;
  }
  const wrong = TEXTS[node.type] && firstMatch(TEXTS[node.type], node.text);
  return wrong && `'${head()}' ${wrong}`;
}

function* nodes(tree) {
  const cursor = tree.walk();
  for (;;) {
    yield cursor.currentNode;
    if (cursor.gotoFirstChild()) {
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        return;
      }
    }
  }
}

// Windows PowerShell reads a file without a mark in the code page of the server.
function foreignCharacter(bytes) {
  const at = bytes.findIndex((byte) => byte > 126 || (byte < 32 && ![9, 10, 13].includes(byte)));
  const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
  return at < 0 ? [] : [{ line, text: 'a character is not ASCII' }];
}

// A test runs in PowerShell on the machine that builds, so a name that is wrong fails there: only its syntax is looked at.
const isTest = (file) => /[\\/]src[\\/]test[\\/]/.test(file);

function findings(file, { bytes, tree }, defined, inModule) {
  const found = foreignCharacter(bytes);
  if (isTest(file)) {
    for (const node of nodes(tree)) {
      if (node.isMissing || node.isError) {
        found.push({ line: node.startPosition.row + 1, text: problem(node) });
      }
    }
    return found;
  }
  const seen = new Set();
  for (const node of nodes(tree)) {
    const text = problem(node);
    if (text && AGREED.get(basename(file)) !== node.text) {
      seen.add(node.id);
      found.push({ line: node.startPosition.row + 1, text });
    }
  }
  for (const { node, text } of unknownNames(tree, defined, inModule)) {
    if (!seen.has(node.id)) {
      found.push({ line: node.startPosition.row + 1, text });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Name the scripts or folders to check.');
  process.exit(2);
}
await Parser.init();
const parser = new Parser();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
parser.setLanguage(await Language.load(grammar));

const files = paths.flatMap(scripts).sort();
const parsed = new Map(
  files.map((file) => {
    const bytes = readFileSync(file);
    return [file, { bytes, tree: parser.parse(bytes.toString('utf8')) }];
  }));
// Scripts of one folder load one another.
const neighbours = (file) => files.filter((other) => dirname(other) === dirname(file));
let count = 0;
for (const file of files) {
  const together = neighbours(file);
  const defined = definitions(together.map((other) => parsed.get(other).tree));
  for (const { line, text } of findings(file, parsed.get(file), defined, together.some((other) => /\.psm1$/i.test(other)))) {
    count++;
    console.log(`${file}:${line}: ${text}`);
  }
}
console.log(`${files.length} scripts, ${count} findings`);
process.exit(count === 0 && files.length > 0 ? 0 : 1);
