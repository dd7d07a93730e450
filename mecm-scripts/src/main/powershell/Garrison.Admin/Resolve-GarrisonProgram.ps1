<#
.SYNOPSIS
    Finds the program: the specified one, the one next to this module, or one in a folder of the machine's PATH.
.DESCRIPTION
    Ignores the current folder, and folders that only the user's PATH contains. A batch file is refused: cmd.exe would
    read the command line a second time.
#>
function Resolve-GarrisonProgram {
    param([string] $Program)
    if ($Program -ne '') {
        $isFull = $Program -match '^([A-Za-z]:[\\/]|\\\\)' -and $Program -match '\.exe$'
        if (-not $isFull -or -not [System.IO.File]::Exists($Program)) {
            throw ($Text.ProgramUnclear -f $Program)
        }
        return $Program
    }
    $folders = @("$PSScriptRoot\..\..") + ([Environment]::GetEnvironmentVariable('Path', 'Machine') -split ';')
    foreach ($folder in $folders) {
        if ($folder -notmatch '^([A-Za-z]:\\|\\\\)') {
            continue
        }
        $file = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($folder.Trim('"'), 'garrison.exe'))
        if ([System.IO.File]::Exists($file)) {
            return $file
        }
    }
    throw $Text.ProgramMissing
}
