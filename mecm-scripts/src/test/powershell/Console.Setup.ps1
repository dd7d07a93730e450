# What the suites of the module Garrison begin with: a console whose cmdlets are functions with the parameter sets that
# Microsoft documents, and the module as it was copied to drive C:.
Set-StrictMode -Version Latest
. "$PSScriptRoot\Server.Setup.ps1"
$Console = [System.IO.Path]::GetFullPath("$PSScriptRoot\..\server\console\bin")

# Loads the module, and stands where no site is.
function Enter-Test {
    $script:was = @{ Place = (Get-Location).Path; Console = $env:SMS_ADMIN_UI_PATH }
    Import-Module -Name 'C:\Garrison\Garrison.psd1' -Global -Force
    Set-Location -LiteralPath 'C:\Windows'
}

function Exit-Test {
    Remove-Module -Name 'Garrison', 'ConfigurationManager' -Force -ErrorAction Ignore
    $env:SMS_ADMIN_UI_PATH = $script:was.Console
    Set-Location -LiteralPath $script:was.Place
}

# The console is installed, connected to these sites, and nothing of it is loaded. What is at the sites is as new.
function Reset-Console {
    param([string] $Sites = 'ABC', [string] $Agent = '')
    Remove-Module -Name 'ConfigurationManager' -Force -ErrorAction Ignore
    $env:SMS_ADMIN_UI_PATH = "$Console\i386"
    $env:GARRISON_TEST_SITES = $Sites
    $env:GARRISON_TEST_AGENT = $Agent
}

# The site of a console that a person has loaded. The tests alter it.
function Open-Console {
    param([string] $Sites = 'ABC', [string] $Agent = '')
    Reset-Console -Sites $Sites -Agent $Agent
    Import-Module -Name "$Console\ConfigurationManager.psd1" -Global
    $site = & (Get-Module -Name 'ConfigurationManager') { $Site }
    $site.Collections = @(
        [pscustomobject] @{ Name = 'MDE pilot'; CollectionID = 'ABC00012'; CollectionType = 2 }
        [pscustomobject] @{ Name = 'Administrators'; CollectionID = 'ABC00013'; CollectionType = 1 }
        [pscustomobject] @{ Name = 'All Systems'; CollectionID = 'SMS00001'; CollectionType = 2 })
    $site.Packages = @([pscustomobject] @{ Name = 'Sensor updates'; PackageID = 'ABC00020' })
    $site.Categories = @(
        New-Category 'Microsoft Defender for Endpoint' 'Product:11111111-aaaa-4aaa-8aaa-111111111111'
        New-Category 'Windows Server 2019' 'Product:22222222-aaaa-4aaa-8aaa-222222222222'
        New-Category 'Not Wanted' 'Product:33333333-aaaa-4aaa-8aaa-333333333333' $false
        New-Category 'Microsoft Defender for Endpoint' 'ProductFamily:44444444-aaaa-4aaa-8aaa-444444444444')
    return $site
}

function New-Category {
    param([string] $Name, [string] $Id, [bool] $Subscribed = $true)
    return [pscustomobject] @{
        LocalizedCategoryInstanceName = $Name; CategoryInstance_UniqueID = $Id; IsSubscribed = $Subscribed
        CategoryTypeName = $Id.Split(':')[0]
    }
}

function New-Rule {
    param([string] $Name, [string] $Description, [string] $Xml)
    return [pscustomobject] @{ Name = $Name; Description = $Description; UpdateRuleXML = $Xml }
}

function New-Setting {
    param([string] $Name, $Protection = $null)
    return [pscustomobject] @{ Name = $Name; Description = ''; Type = 1; Protection = $Protection }
}

# Calls a function of the module from a place of its own: what it gave, why it refused, what it warned of.
function Invoke-Console {
    param([string] $Function, [hashtable] $Words)
    $was = (Get-Location).Path
    $depth = @(Get-Location -Stack).Count
    $said = @{ Gave = @(); Refused = ''; Warned = @(); Words = '' }
    # What -WhatIf says goes to the console alone; a transcript holds it.
    $transcript = if ($Words['WhatIf']) { "$TestDrive\transcript.txt" } else { '' }
    if ($transcript) {
        $null = Start-Transcript -LiteralPath $transcript -UseMinimalHeader
    }
    $warned = @()
    try {
        $said.Gave = @(& $Function @Words -WarningVariable warned -WarningAction SilentlyContinue)
    } catch {
        $said.Refused = $_.Exception.Message
    } finally {
        if ($transcript) {
            $null = Stop-Transcript
            $said.Words = @([System.IO.File]::ReadAllLines($transcript) | Where-Object { $_ -like 'What if: *' }) -join '|'
        }
    }
    $said.Warned = @($warned | ForEach-Object { $_.Message } | Select-Object -Unique)
    $stays = @((Get-Location).Path, @(Get-Location -Stack).Count)
    Set-Location -LiteralPath $was
    $stays | Should -Be @($was, $depth) -Because 'the caller stays where it was, and nothing is left on the stack of places'
    return $said
}

# The words with which a function makes something, and others in their place.
function Get-Words {
    param([string] $Function, [hashtable] $Other = @{})
    $words = switch ($Function) {
        'New-GarrisonOnboardingPolicy' {
            @{ Name = 'Onboarding'; Path = "$TestDrive\x.onboarding"; OrganizationId = $Tenant; SampleSharing = 'None' }
        }
        'New-GarrisonUpdateRule' {
            @{ Name = 'Sensor: pilot'; CollectionName = 'MDE pilot'; PackageName = 'Sensor updates'; DeadlineDays = 1 }
        }
        default { @{ Name = 'Servers' } }
    }
    foreach ($name in $Other.Keys) {
        $words[$name] = $Other[$name]
    }
    return $words
}

# Files that are given as onboarding files, and whether they are such. The wrapper and the module have to agree.
function Get-OnboardingFile {
    return @(
        @{ What = 'onboards'; Onboards = $true; Text = Get-Body }
        @{ What = 'onboards, with more fields'; Onboards = $true
            Text = Get-Body $Tenant ([ordered] @{ geoLocationUrl = 'https://x.example/'; datacenter = 'WestEurope'; version = '2.14' }) }
        @{ What = 'offboards'; Onboards = $false; Text = Get-Body $Tenant @{ expirationTimestamp = 133531644529324807 } }
        @{ What = 'has an end and an address'; Onboards = $false
            Text = Get-Body $Tenant ([ordered] @{ expirationTimestamp = 133531644529324807; geoLocationUrl = 'https://x.example/' }) }
        @{ What = 'names no address'; Onboards = $false; Text = Get-Body $Tenant @{ version = '2.14' } }
        @{ What = 'names an empty address'; Onboards = $false; Text = Get-Body $Tenant @{ geoLocationUrl = '' } }
        @{ What = 'names no organization'; Onboards = $false; Text = Get-Body '' }
        @{ What = 'has no organization'; Onboards = $false
            Text = ConvertTo-Json @{ body = '{"geoLocationUrl":"https://secret.example/"}' } }
        @{ What = 'has no body'; Onboards = $false; Text = '{"sig":"secret"}' }
        @{ What = 'has a body of words'; Onboards = $false; Text = '{"body":"secret words"}' }
        @{ What = 'is of words'; Onboards = $false; Text = 'secret words' }
        @{ What = 'is empty'; Onboards = $false; Text = '' }
    )
}
