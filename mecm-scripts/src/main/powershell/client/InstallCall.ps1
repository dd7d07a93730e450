<#
.SYNOPSIS
    How Microsoft's install.ps1 starts Windows Installer, read from its text. That script is not run here.
#>

# The parts of a script of one kind, whatever they stand in.
function Get-Part {
    param([System.Management.Automation.Language.Ast] $Tree, [type] $Kind)
    return @($Tree.FindAll({ $args[0] -is $Kind }.GetNewClosure(), $true))
}

function Test-Within {
    param([object] $Part, [object] $Whole)
    return ($Part.Extent.StartOffset -ge $Whole.Extent.StartOffset) -and
        ($Part.Extent.EndOffset -le $Whole.Extent.EndOffset)
}

# Whether the installer is started only by Start-Process, called by that name in the function Measure-Process: then a
# function of that name in the caller's session stands in for the cmdlet.
function Test-InstallCall {
    param([string] $Path)
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
    if (@($errors).Count -gt 0) {
        return $false
    }
    $functions = Get-Part -Tree $tree -Kind ([System.Management.Automation.Language.FunctionDefinitionAst])
    $runners = @($functions | Where-Object { $_.Name -eq 'Measure-Process' })
    $commands = Get-Part -Tree $tree -Kind ([System.Management.Automation.Language.CommandAst])
    $starts = @($commands | Where-Object { $_.GetCommandName() -match '(^|\\)(Start-Process|saps|start)$' })
    if (($runners.Count -ne 1) -or ($starts.Count -ne 1) -or ($starts[0].GetCommandName() -ne 'Start-Process') -or
        (-not (Test-Within -Part $starts[0] -Whole $runners[0]))) {
        return $false
    }
    if (@($functions | Where-Object { $_.Name -match '(^|:)Start-Process$' }).Count -gt 0) {
        return $false
    }
    # Ways past it: a process of the framework, and the installer's own object.
    $types = Get-Part -Tree $tree -Kind ([System.Management.Automation.Language.TypeExpressionAst])
    $members = Get-Part -Tree $tree -Kind ([System.Management.Automation.Language.InvokeMemberExpressionAst])
    if ((@($types | Where-Object { $_.TypeName.FullName -match '(^|\.)Diagnostics\.Process(StartInfo)?$' }).Count -gt 0) -or
        (@($members | Where-Object { "$($_.Member)" -match 'InstallProduct|ConfigureProduct' }).Count -gt 0)) {
        return $false
    }
    # Whatever names the installer, remarks apart, has to be handed to that function.
    $texts = @(Get-Part -Tree $tree -Kind ([System.Management.Automation.Language.StringConstantExpressionAst])) +
        @(Get-Part -Tree $tree -Kind ([System.Management.Automation.Language.ExpandableStringExpressionAst]))
    $names = @($texts | Where-Object { $_.Value -match 'msiexec' })
    $calls = @($commands | Where-Object { $_.GetCommandName() -eq 'Measure-Process' })
    $handed = @($names | Where-Object { $name = $_; @($calls | Where-Object { Test-Within -Part $name -Whole $_ }).Count -gt 0 })
    return ($names.Count -gt 0) -and ($handed.Count -eq $names.Count)
}
