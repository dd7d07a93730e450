import { CONSOLE_CMDLETS } from './console.mjs';

// Names a parser cannot know to be wrong. Nothing here runs PowerShell, and a misspelt name fails on the server only:
// so every command, parameter and variable must be one that the scripts of its folder define, or one of these lists.

// The cmdlets that the scripts use, each with the parameters that it has in PowerShell 4.0, as far as one would use them on
// a server: https://learn.microsoft.com/powershell/module/?view=powershell-4.0. Whoever uses another one looks it up and
// adds it. What came later is left out on purpose: ConvertFrom-Json -AsHashtable and -Depth, Get-ChildItem -Depth,
// Get-Content -AsByteStream, ForEach-Object -Parallel, Select-Object -SkipLast, Sort-Object -Top, Start-Sleep -Duration.
const PARAMETERS = {
  'Add-Type': 'TypeDefinition MemberDefinition Name Namespace PassThru ReferencedAssemblies Language',
  'ConvertFrom-Json': 'InputObject',
  'ConvertTo-Json': 'InputObject Depth Compress',
  'Disable-WindowsOptionalFeature': 'Online FeatureName NoRestart Remove',
  'ForEach-Object': 'Process Begin End InputObject MemberName',
  'Get-Acl': 'Path LiteralPath Audit',
  'Get-ChildItem': 'Path LiteralPath Filter Include Exclude Recurse Force Name File Directory',
  'Get-Command': 'Name Module CommandType All',
  'Get-Content': 'Path LiteralPath Raw Encoding TotalCount Tail ReadCount',
  'Get-FileHash': 'Path LiteralPath Algorithm',
  'Get-Item': 'Path LiteralPath Force',
  'Get-ItemProperty': 'Path LiteralPath Name',
  'Get-Location': 'PSProvider PSDrive',
  'Get-Module': 'Name ListAvailable All',
  'Get-MpComputerStatus': '',
  'Get-MpPreference': '',
  'Get-PSDrive': 'Name PSProvider',
  'Get-Service': 'Name',
  'Get-WindowsOptionalFeature': 'Online FeatureName',
  'Import-Module': 'Name Global Force',
  'Join-Path': 'Path ChildPath',
  'Measure-Object': 'InputObject Property Minimum Maximum Sum Average',
  'Move-Item': 'Path LiteralPath Destination Force',
  'New-Item': 'Path Name ItemType Value Force',
  'New-Object': 'TypeName ArgumentList ComObject Property',
  'Pop-Location': 'StackName',
  'Push-Location': 'Path LiteralPath StackName',
  'Remove-Item': 'Path LiteralPath Recurse Force',
  'Remove-ItemProperty': 'Path LiteralPath Name',
  'Resolve-Path': 'Path LiteralPath',
  'Select-Object': 'InputObject Property ExpandProperty First Last Skip Unique',
  'Set-Acl': 'Path LiteralPath AclObject',
  'Set-Content': 'Path LiteralPath Value Encoding Force',
  'Set-ItemProperty': 'Path LiteralPath Name Value',
  'Set-Location': 'Path LiteralPath',
  'Set-StrictMode': 'Version Off',
  'Sort-Object': 'InputObject Property Descending Unique',
  'Split-Path': 'Path LiteralPath Parent Leaf',
  'Start-Process': 'FilePath ArgumentList WorkingDirectory RedirectStandardOutput RedirectStandardError NoNewWindow PassThru Wait WindowStyle',
  'Start-Service': 'Name',
  'Start-Sleep': 'Seconds Milliseconds',
  'Stop-Process': 'Id Force',
  'Test-Path': 'Path LiteralPath PathType',
  'Where-Object': 'FilterScript InputObject Property Value EQ NE Match Like In Contains',
  'Write-Error': 'Message Category ErrorRecord',
  'Write-Output': 'InputObject',
  'Write-Warning': 'Message',
};
const CMDLETS = new Map(Object.entries(PARAMETERS).map(([name, given]) => [name.toLowerCase(), words(given)]));
// What Windows PowerShell 5.1 added, for modules, which run there at least.
const ADDED = new Map([['select-object', words('SkipLast')]]);
const AUTOMATIC = words(`_ ? args error ErrorActionPreference ExecutionContext false Host input LASTEXITCODE Matches MyInvocation null PID
  PSBoundParameters PSCmdlet PSCommandPath PSScriptRoot PSVersionTable true`);
const COMMON = words('ErrorAction ErrorVariable OutVariable Verbose WarningAction');

function words(text) {
  return new Set(text.toLowerCase().split(/\s+/));
}

function variableName(text) {
  return text.replace(/^[$@]\{?/, '').replace(/^(script|global|local):/i, '').toLowerCase();
}

function parametersOf(node) {
  const parameters = node.descendantsOfType('script_parameter');
  // An attribute before the name may hold a variable too, such as $true.
  return parameters.map((parameter) => variableName(parameter.children.find((child) => child.type === 'variable').text));
}

// What the scripts given define: functions with their parameters, and variables.
export function definitions(trees) {
  const functions = new Map();
  const variables = new Set();
  for (const { rootNode } of trees) {
    for (const node of rootNode.descendantsOfType('function_statement')) {
      functions.set(node.descendantsOfType('function_name')[0].text.toLowerCase(), new Set(parametersOf(node)));
    }
    for (const node of rootNode.descendantsOfType('left_assignment_expression')) {
      variables.add(variableName(node.text));
    }
    for (const node of rootNode.descendantsOfType('foreach_statement')) {
      variables.add(variableName(node.descendantsOfType('variable')[0].text));
    }
    parametersOf(rootNode).forEach((name) => variables.add(name));
  }
  return { functions, variables };
}

function commandFindings(command, functions, inModule) {
  const head = command.descendantsOfType('command_name')[0];
  const name = head?.text.toLowerCase() ?? '';
  if (!/^[a-z]+-[a-z]+$/.test(name) || head.parent.id !== command.id) {
    return [];
  }
  const parameters = functions.get(name) ?? CONSOLE_CMDLETS.get(name) ?? CMDLETS.get(name);
  if (!parameters) {
    return [{ node: head, text: `'${head.text}' is neither defined here nor a known cmdlet` }];
  }
  if (CONSOLE_CMDLETS.has(name) && !functions.has(name) && !inModule) {
    return [{ node: head, text: `'${head.text}' needs the console; a server has none` }];
  }
  const elements = command.children.filter((child) => child.type === 'command_elements');
  return elements
    .flatMap((element) => element.children.filter((child) => child.type === 'command_parameter'))
    .filter((parameter) => {
      const given = parameter.text.slice(1).replace(/:$/, '').toLowerCase();
      return !parameters.has(given) && !COMMON.has(given) && !(inModule && ADDED.get(name)?.has(given));
    })
    .map((parameter) => ({ node: parameter, text: `'${head.text}' has no parameter ${parameter.text}` }));
}

// The findings of one script, each with its node. A module runs beside the console, every other script on servers.
export function unknownNames(tree, { functions, variables }, inModule) {
  const commands = tree.rootNode.descendantsOfType('command');
  const unknown = tree.rootNode.descendantsOfType('variable').filter((node) => {
    const name = variableName(node.text);
    return !/^env:/.test(name) && !variables.has(name) && !AUTOMATIC.has(name);
  });
  return [
    ...commands.flatMap((command) => commandFindings(command, functions, inModule)),
    ...unknown.map((node) => ({ node, text: `'${node.text}' is never assigned` })),
  ];
}
