package dev.garrison.cli.completion;

/**
 * Completion script for PowerShell 5.0 and later, made from the commands as they are. It registers
 * an argument completer for a native program
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter).
 */
final class PowerShellCompletion {
  private PowerShellCompletion() {}

  static String script(CompletionTable table) {
    String program = table.program();
    StringBuilder script = new StringBuilder();
    script
        .append("# Completes the words of ")
        .append(program)
        .append(" in PowerShell 5.0 and later. Made by '")
        .append(program)
        .append(" completion powershell'.\n")
        .append("Register-ArgumentCompleter -Native -CommandName @(")
        .append(quoted(program) + ", " + quoted(program + ".exe"))
        .append(") -ScriptBlock {\n")
        .append("    param($wordToComplete, $commandAst, $cursorPosition)\n")
        .append("    $words = @{\n");
    table
        .words()
        .forEach((path, following) -> {
          script.append("        ").append(quoted(path)).append(" = @(\n");
          following.forEach((word, sentence) ->
              script
                  .append("            , @(")
                  .append(quoted(word) + ", " + quoted(sentence))
                  .append(")\n"));
          script.append("        )\n");
        });
    script.append("    }\n    $values = @{\n");
    table
        .values()
        .forEach((option, known) ->
            script
                .append("        ")
                .append(quoted(option))
                .append(" = @(")
                .append(
                    String.join(", ", known.stream().map(PowerShellCompletion::quoted).toList()))
                .append(")\n"));
    return script
        .append("    }\n    $beforeRings = @(")
        .append(
            String.join(
                ", ", table.beforeRings().stream().map(PowerShellCompletion::quoted).toList()))
        .append(")\n    $path = ")
        .append(quoted(program))
        .append(
            """

                $before = ''
                $manifest = @()
                foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) {
                        break
                    }
                    $word = $element.Extent.Text
                    if ($before -in '-f', '--manifest') {
                        $manifest = @('--manifest', $word.Trim("'", '"'))
                    } elseif ($word -like '--manifest=*') {
                        $manifest = @($word)
                    }
                    if (-not $values.ContainsKey("$path $before") -and $words.ContainsKey("$path $word")) {
                        $path = "$path $word"
                        $before = ''
                    } else {
                        $before = $word
                    }
                }
                $head = ''
                $offered = @()
                if ($wordToComplete -match '^(--?[^=]+=)') {
                    $head = $Matches[1]
                    $before = $head.TrimEnd('=')
                }
                if ($values.ContainsKey("$path $before")) {
                    $path = "$path $before"
                    $offered = @(foreach ($value in $values[$path]) { , @("$head$value", $value) })
                } elseif ($head -eq '') {
                    $offered = $words[$path]
                }
                if ($beforeRings -contains $path -and ($head -ne '' -or $wordToComplete -notlike '-*')) {
                    try {
                        $rings = @(& $commandAst.CommandElements[0].Extent.Text ring-names @manifest 2>$null)
                    } catch {
                        $rings = @()
                    }
                    $offered = @(foreach ($ring in $rings) { , @("$head$ring", $ring) }) + @($offered)
                }
                foreach ($one in $offered) {
                    if ($one[0].StartsWith($wordToComplete, [System.StringComparison]::OrdinalIgnoreCase)) {
                        $type = if ($one[0].StartsWith('-')) { 'ParameterName' } else { 'ParameterValue' }
                        New-Object -TypeName System.Management.Automation.CompletionResult -ArgumentList @(
                            $one[0], $one[0], $type, $one[1])
                    }
                }
            }
            """)
        .toString();
  }

  /** A text between single quotation marks; PowerShell takes U+2018 to U+201B for them too. */
  private static String quoted(String text) {
    return "'" + text.replaceAll("['\u2018-\u201b]", "$0$0").replaceAll("\\s+", " ") + "'";
  }
}
