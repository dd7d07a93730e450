<#
.SYNOPSIS
    Whether an antivirus of another maker is on this server, as the two lists beside this file tell it.
.DESCRIPTION
    ThirdPartyAntivirus.txt: service;NAME;PRODUCT;KIND;SOURCE or program;DISPLAY NAME;PRODUCT;KIND;SOURCE, with * as
    wildcard. The kind is antivirus or sensor; a sensor neither stands in Defender's way nor protects.

    OtherAntivirus.txt, which is not always there: service;NAME;PRODUCT;UNTIL or server;NAME;PRODUCT;UNTIL, what the
    manifest says of products that the first list does not know. UNTIL is the last day that counts (UTC), or empty.
    A list that is not understood is never taken for "no antivirus".
#>

# The fields of each line that is neither empty nor a remark; a line with another number of fields is a finding.
function Get-ListLine {
    param([string] $Path, [int] $Fields, [string[]] $Ways)
    foreach ($line in [IO.File]::ReadAllLines($Path)) {
        $text = $line.Trim()
        if (($text -eq '') -or $text.StartsWith('#')) {
            continue
        }
        $parts = @($text.Split(';'))
        if (($parts.Count -ne $Fields) -or ($Ways -notcontains $parts[0])) {
            Add-Finding -Code $Leave.ContentIncomplete -Message "$Path has a line that is not understood: $text"
            continue
        }
        , $parts
    }
}

# The lines of the list of known products that are about an antivirus.
function Get-KnownAntivirus {
    $list = Join-Path -Path $PSScriptRoot -ChildPath 'ThirdPartyAntivirus.txt'
    if (-not (Test-Path -LiteralPath $list -PathType Leaf)) {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$list is missing: other antivirus cannot be recognised."
        return
    }
    foreach ($parts in @(Get-ListLine -Path $list -Fields 5 -Ways 'service', 'program')) {
        if (@('antivirus', 'sensor') -notcontains $parts[3]) {
            Add-Finding -Code $Leave.ContentIncomplete -Message "$list has a line of an unknown kind: $($parts -join ';')"
        } elseif ($parts[3] -eq 'antivirus') {
            , $parts
        }
    }
}

# The lines of what the manifest says that still count today.
function Get-StatedAntivirus {
    $list = Join-Path -Path $PSScriptRoot -ChildPath 'OtherAntivirus.txt'
    if (-not (Test-Path -LiteralPath $list -PathType Leaf)) {
        return
    }
    $today = [DateTime]::UtcNow.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
    foreach ($parts in @(Get-ListLine -Path $list -Fields 4 -Ways 'service', 'server')) {
        if (($parts[3] -ne '') -and ($parts[3] -notmatch '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')) {
            Add-Finding -Code $Leave.ContentIncomplete -Message "$list has a line with an unclear day: $($parts -join ';')"
        } elseif (($parts[3] -ne '') -and ([string]::CompareOrdinal($parts[3], $today) -lt 0)) {
            Write-Log -Message "No longer counted since $($parts[3]): $($parts[0]) '$($parts[1])' for $($parts[2])." -Type 2
        } else {
            , $parts
        }
    }
}

# Those of the names given that a name of the list, with * as wildcard, stands for.
function Select-Name {
    param([string[]] $Names, [string] $Pattern)
    $escaped = [System.Management.Automation.WildcardPattern]::Escape($Pattern).Replace('`*', '*')
    return @($Names | Where-Object { $_ -like $escaped })
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
    foreach ($parts in @(Get-KnownAntivirus)) {
        foreach ($name in @(Select-Name -Names $names[$parts[0]] -Pattern $parts[1])) {
            Add-Finding -Code $Leave.ThirdPartyAntivirus -Message "$($parts[2]) is installed ($($parts[0]) '$name')."
        }
    }
}

# For a Defender that shall be active again: one that runs would fight with it. One that is stopped, or whose remains are
# installed, must not keep the server without anybody on guard.
function Test-RunningAntivirus {
    $running = @(Get-RunningService)
    foreach ($parts in @(Get-KnownAntivirus | Where-Object { $_[0] -eq 'service' })) {
        foreach ($name in @(Select-Name -Names $running -Pattern $parts[1])) {
            Add-Finding -Code $Leave.ThirdPartyAntivirus -Message "$($parts[2]) runs (service '$name')."
        }
    }
}

# For a Defender that shall be passive, or go: somebody else has to be on guard at this moment. A program that is installed may
# be stopped, so only a service that runs tells, or what the manifest states of this server.
function Test-OtherAntivirus {
    $running = @(Get-RunningService)
    $guards = @()
    foreach ($parts in @(Get-KnownAntivirus) + @(Get-StatedAntivirus)) {
        if ($parts[0] -eq 'service') {
            $guards += @(Select-Name -Names $running -Pattern $parts[1] | ForEach-Object { "$($parts[2]) runs (service '$_')" })
        } elseif (($parts[0] -eq 'server') -and (Test-ThisServer -Name $parts[1])) {
            $guards += "$($parts[2]) is stated for this server"
        }
    }
    if ($guards.Count -gt 0) {
        Write-Log -Message "On guard beside Defender: $($guards -join ', ')."
        return
    }
    Add-Finding -Code $Leave.NoOtherAntivirus -Message ('No other antivirus is seen running here: ' +
        'without an active Defender nothing would protect this server.')
}
