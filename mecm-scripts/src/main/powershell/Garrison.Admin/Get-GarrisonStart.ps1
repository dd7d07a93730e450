<#
.SYNOPSIS
    Returns the start information of the program: without a shell, by its full path, with its output in UTF-8.
#>
function Get-GarrisonStart {
    param([string] $Program, [string[]] $Words)
    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo
    $start.FileName = $Program
    $start.Arguments = ConvertTo-GarrisonCommandLine -Words $Words
    $start.WorkingDirectory = (Get-Location -PSProvider FileSystem).ProviderPath
    $start.UseShellExecute = $false
    # Without a console of its own the program shares this one, and ends in order after Ctrl-C.
    $start.CreateNoWindow = $Host.Name -ne 'ConsoleHost'
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    # Windows PowerShell 5.1 would read it in the code page of the console.
    $start.StandardOutputEncoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    $start.StandardErrorEncoding = $start.StandardOutputEncoding
    return $start
}
