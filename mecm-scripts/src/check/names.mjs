import { CONSOLE_CMDLETS } from './console.mjs';

// Names a parser cannot know to be wrong. Nothing here runs PowerShell, and a misspelt name fails on the server only:
// so every command, parameter and variable must be one that the scripts of its folder define, or one of these lists.

// In PowerShell 4.0; whoever uses another cmdlet looks it up and adds it.
const CMDLETS = words(`Add-Type ConvertFrom-Json ConvertTo-Json ForEach-Object Get-Acl Get-ChildItem Get-Command Get-Content Get-Item
  Get-ItemProperty Get-Location Get-Module Get-MpComputerStatus Get-PSDrive Get-Service Get-WindowsOptionalFeature Import-Module
  Join-Path Measure-Object Move-Item New-Item New-Object Pop-Location Push-Location Remove-Item Remove-ItemProperty
  Resolve-Path Select-Object Set-Acl Set-Content Set-ItemProperty Set-StrictMode Sort-Object Split-Path Start-Process Start-Service
  Start-Sleep Stop-Process Test-Path Where-Object Write-Output Write-Warning Write-Error`);
const AUTOMATIC = words(`_ args error ErrorActionPreference ExecutionContext false Host input LASTEXITCODE Matches MyInvocation null PID
  PSBoundParameters PSCmdlet PSCommandPath PSScriptRoot true`);
const COMMON = words('ErrorAction ErrorVariable OutVariable Verbose');

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
  const parameters = functions.get(name) ?? CONSOLE_CMDLETS.get(name);
  if (!parameters) {
    return CMDLETS.has(name) ? [] : [{ node: head, text: `'${head.text}' is neither defined here nor a known cmdlet` }];
  }
  if (!functions.has(name) && !inModule) {
    return [{ node: head, text: `'${head.text}' needs the console; a server has none` }];
  }
  const elements = command.children.filter((child) => child.type === 'command_elements');
  return elements
    .flatMap((element) => element.children.filter((child) => child.type === 'command_parameter'))
    .filter((parameter) => {
      const given = parameter.text.slice(1).replace(/:$/, '').toLowerCase();
      return !parameters.has(given) && !COMMON.has(given);
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
