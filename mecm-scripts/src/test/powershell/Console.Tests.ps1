BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Console.Setup.ps1"
    Enter-Test
}
AfterAll { Exit-Test }

Describe 'The console of the tests' {
    BeforeEach { $site = Open-Console }

    It 'has the parameters that the check of the scripts knows, and no others' {
        $text = [System.IO.File]::ReadAllText("$PSScriptRoot\..\..\check\console.mjs")
        $wildcards = 'DisableWildcardHandling ForceWildcardHandling'
        $known = @{}
        foreach ($match in [regex]::Matches($text, "(?s)'(\w+-CM\w+)': (['``])(.*?)\2")) {
            $words = $match.Groups[3].Value.Replace('${CHANGES}', "$wildcards WhatIf Confirm").Replace('${WILDCARDS}', $wildcards)
            $known[$match.Groups[1].Value] = @($words -split '\s+' | Sort-Object) -join ' '
        }
        $known.Count | Should -Be 11
        @(Get-Command -Module ConfigurationManager).Count | Should -Be 11
        $common = @([System.Management.Automation.PSCmdlet]::CommonParameters)
        foreach ($command in Get-Command -Module ConfigurationManager) {
            $has = @($command.Parameters.Keys | Where-Object { $common -notcontains $_ } | Sort-Object) -join ' '
            $has | Should -Be $known[$command.Name] -Because $command.Name
        }
    }

    It 'refuses a parameter that does not exist, and two sets mixed' {
        Set-Location -LiteralPath 'ABC:\'
        try {
            { Get-CMClientSetting -Wrong 'x' } | Should -Throw "*parameter name 'Wrong'*"
            { Get-CMClientSetting -Name 'x' -Id '1' } | Should -Throw '*Parameter set cannot be resolved*'
            { New-CMSoftwareUpdateAutoDeploymentRule -Name 'x' -CollectionId 'y' -CollectionName 'z' } |
                Should -Throw '*Parameter set cannot be resolved*'
            { New-CMClientSetting -Name 'x' -Type 'Server' } | Should -Throw "*'Type'*"
        } finally {
            Set-Location -LiteralPath 'C:\Windows'
        }
    }

    It 'works nowhere but on a site' {
        { Get-CMClientSetting -Name 'x' } | Should -Throw '*must first connect to a Configuration Manager drive.'
        (Get-PSDrive -Name 'ABC').Provider.Name | Should -Be 'CMSite'
    }
}

Describe 'The messages of the module' {
    It 'are each asserted in these suites' {
        $codes = [regex]::Matches([System.IO.File]::ReadAllText('C:\Garrison\Messages.ps1'), 'GAR-P\d+').Value
        $codes.Count | Should -Be 19
        $suites = @(Get-ChildItem -Path "$PSScriptRoot\Console*.Tests.ps1")
        $tests = @($suites | ForEach-Object { [System.IO.File]::ReadAllText($_.FullName) }) -join ''
        $codes | Where-Object { -not $tests.Contains("[$_]") } | Should -BeNullOrEmpty
    }
}

Describe 'The way to the site' {
    BeforeEach {
        Reset-Console
        [System.IO.File]::WriteAllText("$TestDrive\x.onboarding", (Get-Body))
    }
    BeforeAll {
        $missing = 'The Configuration Manager console is not installed. Run this command on a computer that has the console. [GAR-P001]'
        $closed = 'Open the console once and connect it to the site, or create the drive with New-PSDrive -PSProvider CMSite. [GAR-P002]'
    }

    It 'needs a console: <_>' -ForEach 'New-GarrisonClientSetting', 'New-GarrisonOnboardingPolicy', 'New-GarrisonUpdateRule', 'Set-GarrisonEndpointProtection' {
        $env:SMS_ADMIN_UI_PATH = $null
        (Invoke-Console $_ (Get-Words $_)).Refused | Should -Be $missing
    }

    It 'needs the module of the console' {
        $env:SMS_ADMIN_UI_PATH = "$TestDrive\i386"
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'x' }).Refused | Should -Be $missing
    }

    It 'needs a module that can be loaded' {
        $folder = (New-Item -Path "$TestDrive\broken\bin" -ItemType Directory -Force).FullName
        [System.IO.File]::WriteAllText("$folder\ConfigurationManager.psd1", '@{ RootModule = ''A.psm1''; ModuleVersion = ''1.0'' }')
        [System.IO.File]::WriteAllText("$folder\A.psm1", 'throw ''A part of the console is missing.''')
        $env:SMS_ADMIN_UI_PATH = "$folder\i386"
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'x' }).Refused |
            Should -Be "$folder\ConfigurationManager.psd1 cannot be loaded: A part of the console is missing. [GAR-P019]"
    }

    It 'loads the console for everybody, and makes each call at the site' {
        (Invoke-Console New-GarrisonClientSetting @{ Name = 'x' }).Refused | Should -BeNullOrEmpty
        $loaded = Get-Module -Name 'ConfigurationManager'
        $loaded.Path | Should -Be "$Console\ConfigurationManager.psm1"
        @((& $loaded { $Site }).Places | Select-Object -Unique) | Should -Be @('ABC:\')
    }

    It 'does not load a console that is loaded' {
        $site = Open-Console
        $env:SMS_ADMIN_UI_PATH = $null
        $site.Settings.Add((New-Setting 'Servers'))
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers' }).Refused | Should -BeNullOrEmpty
    }

    It 'needs the drive of a site: <_>' -ForEach 'New-GarrisonClientSetting', 'New-GarrisonOnboardingPolicy', 'New-GarrisonUpdateRule', 'Set-GarrisonEndpointProtection' {
        Reset-Console -Sites 'XYZ,QRS'
        (Invoke-Console $_ (Get-Words $_ @{ SiteCode = 'ABC' })).Refused | Should -Be "There is no drive for site ABC. $closed"
        Reset-Console -Sites ''
        (Invoke-Console $_ (Get-Words $_)).Refused | Should -Be "There is no drive for a site. $closed"
    }

    It 'needs the code of the site where there are several: <_>' -ForEach 'New-GarrisonClientSetting', 'New-GarrisonOnboardingPolicy', 'New-GarrisonUpdateRule', 'Set-GarrisonEndpointProtection' {
        Reset-Console -Sites 'ABC,XYZ'
        (Invoke-Console $_ (Get-Words $_)).Refused |
            Should -Be 'There are several sites: ABC, XYZ. Specify one with -SiteCode. [GAR-P003]'
    }

    It 'leads to the site that is named' {
        $site = Open-Console -Sites 'ABC,XYZ'
        (Invoke-Console New-GarrisonClientSetting @{ Name = 'x'; SiteCode = 'xyz' }).Refused | Should -BeNullOrEmpty
        @($site.Places | Select-Object -Unique) | Should -Be @('XYZ:\')
    }

    It 'is the same for somebody who is there already' {
        $site = Open-Console -Sites 'ABC,XYZ'
        $site.Settings.Add((New-Setting 'Servers'))
        Set-Location -LiteralPath 'XYZ:\'
        try {
            (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers'; SiteCode = 'ABC' }).Refused | Should -BeNullOrEmpty
            @($site.Places | Select-Object -Unique) | Should -Be @('ABC:\')
        } finally {
            Set-Location -LiteralPath 'C:\Windows'
        }
    }
}

Describe 'Names' {
    It '<Parameter> of <Function> may not be <Name>' -ForEach @(
        @{ Function = 'New-GarrisonClientSetting'; Parameter = 'Name'; Name = 'Serv*' }
        @{ Function = 'New-GarrisonOnboardingPolicy'; Parameter = 'Name'; Name = 'Onboarding?' }
        @{ Function = 'New-GarrisonUpdateRule'; Parameter = 'Name'; Name = '[ring] 1' }
        @{ Function = 'New-GarrisonUpdateRule'; Parameter = 'CollectionName'; Name = 'MDE*' }
        @{ Function = 'New-GarrisonUpdateRule'; Parameter = 'PackageName'; Name = 'x]' }
        @{ Function = 'Set-GarrisonEndpointProtection'; Parameter = 'Name'; Name = '*' }
    ) {
        $site = Open-Console
        $site.Settings.Add((New-Setting 'Servers'))
        (Invoke-Console $Function (Get-Words $Function @{ $Parameter = $Name })).Refused | Should -Be `
            "The name '$Name' contains a wildcard character: * ? [ or ]. Choose another name. [GAR-P005]"
        $site.Calls | Should -BeNullOrEmpty
    }
}
