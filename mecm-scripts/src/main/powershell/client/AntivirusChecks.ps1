<#
.SYNOPSIS
    Whether an antivirus of another maker is on this server, as the two lists beside this file tell it.
.DESCRIPTION
    ThirdPartyAntivirus.txt: service;NAME;PRODUCT;KIND;SOURCE or program;DISPLAY NAME;PRODUCT;KIND;SOURCE, with * as
    wildcard. The kind is antivirus or sensor; a sensor neither stands in Defender's way nor protects.

    OtherAntivirus.txt, which is not always there, has what the manifest says: service;NAME;PRODUCT;KIND;UNTIL,
    program;DISPLAY NAME;PRODUCT;KIND;UNTIL or server;NAME;PRODUCT;antivirus;UNTIL. UNTIL is the last day (UTC) on which
    the line counts as protection, or empty. These lines come before those of the first list, and the first line that fits
    a name tells its kind. Each list ends with lines;N, the number of the lines before that are neither empty nor a remark,
    so that one that was cut off is noticed. A list that is not understood is never taken for "no antivirus".
#>

# The fields of each line that is neither empty nor a remark; a line that is not understood is a finding, and so is a list
# whose end does not tell how many there are.
function Get-ListLine {
    param([string] $Path, [string[]] $Ways, [int] $Least = 0)
    $texts = @([IO.File]::ReadAllLines($Path) | ForEach-Object { $_.Trim() } |
        Where-Object { ($_ -ne '') -and (-not $_.StartsWith('#')) })
    $end = @($texts | Select-Object -Last 1)
    $count = [Math]::Max(0, $texts.Count - 1)
    if ("$end" -ne "lines;$count") {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$Path is not whole: its last line is '$end', not 'lines;$count'."
        return
    }
    if ($count -lt $Least) {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$Path names no product: other antivirus cannot be recognised."
    }
    foreach ($text in @($texts | Select-Object -First $count)) {
        $parts = @($text.Split(';'))
        $kinds = @('antivirus', 'sensor')
        if ($parts[0] -eq 'server') {
            $kinds = @('antivirus')
        }
        if (($parts.Count -ne 5) -or ($Ways -notcontains $parts[0]) -or ($parts[1] -eq '') -or ($kinds -notcontains $parts[3])) {
            Add-Finding -Code $Leave.ContentIncomplete -Message "$Path has a line that is not understood: $text"
            continue
        }
        , $parts
    }
}

# What the manifest says.
function Get-OwnLine {
    $list = Join-Path -Path $PSScriptRoot -ChildPath 'OtherAntivirus.txt'
    if (-not (Test-Path -LiteralPath $list -PathType Leaf)) {
        return
    }
    foreach ($parts in @(Get-ListLine -Path $list -Ways 'service', 'program', 'server')) {
        if (($parts[4] -ne '') -and ($parts[4] -notmatch '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')) {
            Add-Finding -Code $Leave.ContentIncomplete -Message "$list has a line with an unclear day: $($parts -join ';')"
            continue
        }
        , $parts
    }
}

# The lines of both lists, the manifest's first. Those of the list of known products have no last day.
function Get-ProductLine {
    Get-OwnLine
    $list = Join-Path -Path $PSScriptRoot -ChildPath 'ThirdPartyAntivirus.txt'
    if (-not (Test-Path -LiteralPath $list -PathType Leaf)) {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$list is missing: other antivirus cannot be recognised."
        return
    }
    foreach ($parts in @(Get-ListLine -Path $list -Ways 'service', 'program' -Least 1)) {
        $parts[4] = ''
        , $parts
    }
}

# Whether a line still counts as protection today.
function Test-LastDay {
    param([string[]] $Line)
    $today = [DateTime]::UtcNow.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
    if (($Line[4] -eq '') -or ([string]::CompareOrdinal($Line[4], $today) -ge 0)) {
        return $true
    }
    Write-Log -Message "No longer counted since $($Line[4]): $($Line[0]) '$($Line[1])' for $($Line[2])." -Type 2
    return $false
}

# Those of the names given that a name of the list, with * as wildcard, stands for.
function Select-Name {
    param([string[]] $Names, [string] $Pattern)
    $escaped = [System.Management.Automation.WildcardPattern]::Escape($Pattern).Replace('`*', '*')
    return @($Names | Where-Object { $_ -like $escaped })
}

# The antivirus products among the names given of services and programs.
function Find-Antivirus {
    param([object[]] $Lines, [hashtable] $Names)
    $known = @{}
    foreach ($parts in @($Lines | Where-Object { $Names.ContainsKey($_[0]) })) {
        foreach ($name in @(Select-Name -Names $Names[$parts[0]] -Pattern $parts[1])) {
            if ($known.ContainsKey("$($parts[0]) $name")) {
                continue
            }
            $known["$($parts[0]) $name"] = $parts[3]
            if ($parts[3] -eq 'antivirus') {
                @{ Product = $parts[2]; Way = $parts[0]; Name = $name }
            }
        }
    }
}

# Windows cuts the name of a computer after 15 characters. A whole name has to be of this domain too.
function Test-ThisServer {
    param([string] $Name)
    $label = @($Name -split '\.', 2)[0]
    if ($label.Substring(0, [Math]::Min(15, $label.Length)) -ne $env:COMPUTERNAME) {
        return $false
    }
    return ($Name -eq $label) -or
        ($Name -eq $label + '.' + [string] (Get-MachineValue -Key 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' -Name 'Domain'))
}

# For a Defender that shall be active: what is installed would fight with it.
function Test-ThirdPartyAntivirus {
    $names = @{ service = @(Get-ServiceName); program = @(Get-ProgramName) }
    foreach ($found in @(Find-Antivirus -Lines @(Get-ProductLine) -Names $names)) {
        Add-Finding -Code $Leave.ThirdPartyAntivirus -Message "$($found.Product) is installed ($($found.Way) '$($found.Name)')."
    }
}

# For a Defender that shall be active again: one that runs would fight with it. One that is stopped, or whose remains are
# installed, must not keep the server without anybody on guard.
function Test-RunningAntivirus {
    foreach ($found in @(Find-Antivirus -Lines @(Get-ProductLine) -Names @{ service = @(Get-RunningService) })) {
        Add-Finding -Code $Leave.ThirdPartyAntivirus -Message "$($found.Product) runs (service '$($found.Name)')."
    }
}

# For a Defender that shall be passive, or go: somebody else has to be on guard at this moment. A program that is installed may
# be stopped, so only a service that runs tells, or what the manifest states of this server.
function Test-OtherAntivirus {
    $lines = @(Get-ProductLine | Where-Object { Test-LastDay -Line $_ })
    $guards = @(Find-Antivirus -Lines $lines -Names @{ service = @(Get-RunningService) } |
        ForEach-Object { "$($_.Product) runs (service '$($_.Name)')" })
    $guards += @($lines | Where-Object { ($_[0] -eq 'server') -and (Test-ThisServer -Name $_[1]) } |
        ForEach-Object { "$($_[2]) is stated for this server" })
    if ($guards.Count -gt 0) {
        Write-Log -Message "On guard beside Defender: $($guards -join ', ')."
        return
    }
    Add-Finding -Code $Leave.NoOtherAntivirus -Message ('No other antivirus is seen running here: ' +
        'without an active Defender nothing would protect this server.')
}
