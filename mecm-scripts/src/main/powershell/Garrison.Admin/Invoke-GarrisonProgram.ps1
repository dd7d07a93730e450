<#
.SYNOPSIS
    Runs the program and returns its output.
#>
function Invoke-GarrisonProgram {
    param([string] $Program, [string[]] $Words)
    $process = New-Object -TypeName System.Diagnostics.Process
    $process.StartInfo = Get-GarrisonStart -Program $Program -Words $Words
    try {
        try {
            $null = $process.Start()
        } catch [System.ComponentModel.Win32Exception] {
            throw ($Text.ProgramNotStarted -f $Program, $_.Exception.Message)
        }
        # It asks nobody: nobody is there.
        $process.StandardInput.Close()
        $said = $process.StandardError.ReadToEndAsync()
        $lines = New-Object -TypeName 'System.Collections.Generic.List[string]'
        while ($null -ne ($line = $process.StandardOutput.ReadLine())) {
            $lines.Add($line)
        }
        $process.WaitForExit()
        return [pscustomobject] @{
            ExitCode = $process.ExitCode
            Lines    = $lines
            Said     = $said.Result
        }
    } finally {
        $process.Dispose()
    }
}
