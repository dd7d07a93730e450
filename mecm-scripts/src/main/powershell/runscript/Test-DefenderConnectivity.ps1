<#
.SYNOPSIS
    Looks whether this server reaches the hosts that an onboarding package names.
.DESCRIPTION
    Garrison fills in the hosts and the ring's proxy, puts this script on the site (Run Scripts) and runs it on servers
    that a person named. Each host is connected to on port 443, through the proxy where one is stated, and TLS is set
    up with it. Nothing is sent then, and nothing on the server is changed.

    The sensor talks to these hosts as the system, as this script does. It accepts only Microsoft's certificates, so
    the issuer is told: one of another maker means that something on the way inspects TLS.

    It prints one line of JSON: code (0, or one of those in docs/reference/server-scripts.md of Garrison), message,
    and hosts, with host, reached and why for each. Run Scripts hands exit codes on as 0, so there are none.
.LINK
    https://learn.microsoft.com/defender-endpoint/configure-device-connectivity
#>
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Leave = @{
    ConstrainedLanguage  = 20013
    NoHostNamed          = 20060
}

# Garrison writes both lines. The proxy is HOST:PORT, or empty.
$Hosts = @()
$Proxy = ''

$Port = 443
$Milliseconds = 10000
$LongestWhy = 160
# Run Scripts cuts what it hands on there.
$LongestAnswer = 4000

# Words of Windows may be long.
function Get-Short {
    param([string] $Text, [int] $Longest)
    $line = $Text -replace '\s+', ' '
    if ($line.Length -gt $Longest) {
        return $line.Substring(0, $Longest)
    }
    return $line
}

# Many hosts leave less room for why: what is cut is no JSON any more. The length is measured as Run Scripts hands the
# line on, once more as JSON.
function Write-Answer {
    param([int] $Code, [string] $Message, [object[]] $Found = @())
    $result = @{ code = $Code; message = $Message; hosts = $Found }
    $line = ConvertTo-Json -Compress -Depth 4 -InputObject $result
    $longest = $LongestWhy
    while ($longest -gt 0 -and (ConvertTo-Json -Compress -InputObject $line).Length -gt $LongestAnswer) {
        $longest = $longest - 10
        foreach ($one in $Found) {
            $one['why'] = Get-Short -Text $one['why'] -Longest $longest
        }
        $line = ConvertTo-Json -Compress -Depth 4 -InputObject $result
    }
    Write-Output $line
}

function Open-Connection {
    param([string] $Name, [int] $At)
    $client = New-Object -TypeName System.Net.Sockets.TcpClient
    try {
        $waiting = $client.BeginConnect($Name, $At, $null, $null)
        if (-not $waiting.AsyncWaitHandle.WaitOne($Milliseconds)) {
            throw "no answer from $($Name):$At within $($Milliseconds / 1000) seconds"
        }
        $client.EndConnect($waiting)
        $client.ReceiveTimeout = $Milliseconds
        $client.SendTimeout = $Milliseconds
    } catch {
        $client.Close()
        throw
    }
    return $client
}

# What the proxy says to CONNECT, up to the empty line: only its first line counts.
function Open-Tunnel {
    param([IO.Stream] $Stream, [string] $Name)
    $request = [Text.Encoding]::ASCII.GetBytes("CONNECT $($Name):$Port HTTP/1.1`r`nHost: $($Name):$Port`r`n`r`n")
    $Stream.Write($request, 0, $request.Length)
    $answer = ''
    while (-not $answer.EndsWith("`r`n`r`n") -and $answer.Length -lt 8192) {
        $next = $Stream.ReadByte()
        if ($next -lt 0) {
            throw "the proxy $Proxy ended the connection"
        }
        $answer += [char] $next
    }
    $first = ($answer -split "`r`n")[0]
    if ($first -notmatch '^HTTP/1\.[01] 200\b') {
        throw "the proxy $Proxy answered '$first'"
    }
}

function Test-ServiceHost {
    param([string] $Name)
    $client = $null
    $secure = $null
    try {
        if ($Proxy -eq '') {
            $client = Open-Connection -Name $Name -At $Port
        } else {
            $parts = $Proxy -split ':'
            $client = Open-Connection -Name $parts[0] -At ([int] $parts[1])
            Open-Tunnel -Stream $client.GetStream() -Name $Name
        }
        $secure = New-Object -TypeName System.Net.Security.SslStream -ArgumentList @($client.GetStream(), $false)
        $secure.AuthenticateAsClient($Name, $null, [Security.Authentication.SslProtocols]::Tls12, $false)
        $why = Get-Short -Text "certificate of $($secure.RemoteCertificate.Issuer)" -Longest $LongestWhy
        return @{ host = $Name; reached = $true; why = $why }
    } catch {
        $cause = $_.Exception
        while ($null -ne $cause.InnerException) {
            $cause = $cause.InnerException
        }
        $why = Get-Short -Text $cause.Message -Longest $LongestWhy
        return @{ host = $Name; reached = $false; why = $why }
    } finally {
        if ($null -ne $secure) {
            $secure.Dispose()
        }
        if ($null -ne $client) {
            $client.Close()
        }
    }
}

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Answer -Code $Leave.ConstrainedLanguage -Message 'Application control restricts this script.'
    return
}
if ($Hosts.Count -eq 0) {
    Write-Answer -Code $Leave.NoHostNamed -Message 'No host is named: this is the script before Garrison fills it in.'
    return
}
$results = @($Hosts | ForEach-Object { Test-ServiceHost -Name $_ })
$message = 'directly'
if ($Proxy -ne '') {
    $message = "through the proxy $Proxy"
}
Write-Answer -Code 0 -Message $message -Found $results
