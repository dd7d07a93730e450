BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Console.Setup.ps1"
    Enter-Test
}
AfterAll { Exit-Test }

Describe 'New-GarrisonOnboardingPolicy' {
    BeforeEach {
        $site = Open-Console
        $file = "$TestDrive\x.onboarding"
        [System.IO.File]::WriteAllText($file, (Get-Body))
        $full = (Resolve-Path -LiteralPath $file).ProviderPath
        $words = Get-Words New-GarrisonOnboardingPolicy
    }

    It 'makes a policy that shares <_>, reads it back and gives it' -ForEach 'None', 'All' {
        $words.SampleSharing = $_
        $said = Invoke-Console New-GarrisonOnboardingPolicy $words
        $said.Refused | Should -BeNullOrEmpty
        $site.Calls | Should -Be @(
            'Get-CMAdvancedThreatProtectionPolicy -Fast True -Name Onboarding'
            ("New-CMAdvancedThreatProtectionPolicy -Confirm False -Description Made by Garrison. -FilePath $full " +
            "-Name Onboarding -PolicyType Onboarding -SampleSharingType $_")
            'Get-CMAdvancedThreatProtectionPolicy -Fast True -Name Onboarding')
        @($said.Gave.LocalizedDisplayName) | Should -Be @('Onboarding')
    }

    It 'takes a file by a path from where the caller is' {
        Set-Location -LiteralPath $TestDrive
        try {
            $words.Path = '.\x.onboarding'
            (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -BeNullOrEmpty
            $site.Calls[1].Contains(" -FilePath $full ") | Should -BeTrue
        } finally {
            Set-Location -LiteralPath 'C:\Windows'
        }
    }

    It 'takes a file by its whole path from the site' {
        Set-Location -LiteralPath 'ABC:\'
        try {
            $words.Path = $full
            (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -BeNullOrEmpty
            $site.Policies.Count | Should -Be 1
        } finally {
            Set-Location -LiteralPath 'C:\Windows'
        }
    }

    # The name of a share begins so too.
    It 'takes a file by a name that begins with two slashes, from the site' {
        Set-Location -LiteralPath 'ABC:\'
        try {
            $words.Path = "\\?\$full"
            (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -BeNullOrEmpty
            $site.Calls[1].Contains(" -FilePath \\?\$full ") | Should -BeTrue
        } finally {
            Set-Location -LiteralPath 'C:\Windows'
        }
    }

    It 'makes nothing with -WhatIf' {
        $said = Invoke-Console New-GarrisonOnboardingPolicy ($words + @{ WhatIf = $true })
        $said.Refused | Should -BeNullOrEmpty
        $said.Gave | Should -BeNullOrEmpty
        $said.Words | Should -Be ("What if: Performing the operation ""make it for onboarding to $Tenant from $full, " +
            'sample sharing None" on target "policy ''Onboarding''".')
        $site.Calls | Should -Be @('Get-CMAdvancedThreatProtectionPolicy -Fast True -Name Onboarding')
        $site.Policies | Should -BeNullOrEmpty
    }

    It 'leaves a policy of that name alone' {
        $site.Policies.Add([pscustomobject] @{ LocalizedDisplayName = 'Onboarding'; Description = '' })
        (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -Be `
            "Policy 'Onboarding' already exists. Choose another name, or check the existing object in the console. No changes were made. [GAR-P006]"
        $site.Policies.Count | Should -Be 1
    }

    It 'says so where the policy does not read back' {
        $site.Forgets = $true
        (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -Be `
            ("The policy 'Onboarding' was created but cannot be read. Check the console: " +
            'Assets and Compliance > Endpoint Protection > Microsoft Defender ATP Policies. [GAR-P015]')
    }

    It 'refuses a file of another organization, whatever the case of letters' {
        $words.OrganizationId = $Elsewhere
        (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused |
            Should -Be "$full belongs to the organization $Tenant, not to $Elsewhere. No changes were made. [GAR-P014]"
        $site.Calls | Should -BeNullOrEmpty
        [System.IO.File]::WriteAllText($file, (Get-Body 'AAAAAAAA-2222-4333-8444-555555555555'))
        $words.OrganizationId = 'aaaaaaaa-2222-4333-8444-555555555555'
        (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -BeNullOrEmpty
    }

    It 'refuses what the wrapper refuses, and never shows it' {
        foreach ($part in 'ServerActions', 'ReadinessChecks') { . "$PSScriptRoot\..\..\main\powershell\client\$part.ps1" }
        function Write-Log {
            param([string] $Message, [int] $Type)
            $null = $Message, $Type
        }
        $OnboardingFile = $file
        foreach ($row in Get-OnboardingFile) {
            $site = Open-Console
            [System.IO.File]::WriteAllText($file, $row.Text)
            ((Get-OnboardingTenant) -ne '') | Should -Be $row.Onboards -Because "the wrapper is given a file that $($row.What)"
            $said = Invoke-Console New-GarrisonOnboardingPolicy $words
            $refused = if ($row.Onboards) { '' } else {
                "$full is not an onboarding file. Download the package for Microsoft Endpoint Configuration Manager " +
                'current branch and later, and specify its .onboarding file. [GAR-P013]'
            }
            $said.Refused | Should -Be $refused -Because "the module is given a file that $($row.What)"
            $site.Policies.Count | Should -Be ([int] $row.Onboards)
        }
    }

    It 'refuses a file that is not there before it goes to the site' {
        $words.Path = "$TestDrive\absent.onboarding"
        (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -BeLike '*absent.onboarding*does not exist*'
        $site.Calls | Should -BeNullOrEmpty
    }

    It 'has no default for samples and knows no other word' {
        $words.SampleSharing = 'Some'
        (Invoke-Console New-GarrisonOnboardingPolicy $words).Refused | Should -BeLike "*'SampleSharing'*None,All*"
        $parameter = (Get-Command New-GarrisonOnboardingPolicy).Parameters['SampleSharing']
        @($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] }).Mandatory | Should -BeTrue
    }

    It 'says the words of <Call> that fails, and the rights' -ForEach @(
        @{ Call = '^Get-CMAdvancedThreatProtectionPolicy' }
        @{ Call = '^New-CMAdvancedThreatProtectionPolicy' }
    ) {
        $site.Fails[$Call] = 'You do not have permission.'
        $said = Invoke-Console New-GarrisonOnboardingPolicy $words
        $said.Refused | Should -Be ('The site rejected the command: You do not have permission. Your account needs: the role Endpoint ' +
            'Protection Manager. Some changes may have been made. Check the console before you run the command again. [GAR-P004]')
        $site.Policies | Should -BeNullOrEmpty
        $site.Calls[-1] | Should -Match $Call
    }
}

Describe 'New-GarrisonUpdateRule' {
    BeforeEach {
        $site = Open-Console
        $words = Get-Words New-GarrisonUpdateRule
        $look = @(
            'Get-CMCollection -CollectionType Device -Name MDE pilot'
            'Get-CMSoftwareUpdateDeploymentPackage -Name Sensor updates'
            'Get-CMSoftwareUpdateAutoDeploymentRule'
            'Get-CMSoftwareUpdateCategory -Fast True -TypeName Product')
        $covered = 'Product:11111111-aaaa-4aaa-8aaa-111111111111'
    }

    It 'makes a rule whose deployments wait for a person, and gives it' {
        $said = Invoke-Console New-GarrisonUpdateRule $words
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -BeNullOrEmpty
        $site.Calls | Should -Be ($look + @(
                'New-CMSoftwareUpdateAutoDeploymentRule -AddToExistingSoftwareUpdateGroup False -AllowRestart False ' +
                '-AllowSoftwareInstallationOutsideMaintenanceWindow False -ArticleId 5005292 -AvailableImmediately True ' +
                '-CollectionId ABC00012 -Confirm False -DeadlineImmediately False -DeadlineTime 1 -DeadlineTimeUnit Days ' +
                '-DeploymentPackageName Sensor updates -DeployWithoutLicense False ' +
                '-Description Made by Garrison: the sensor of one ring. -DownloadFromMicrosoftUpdate False -Enable True ' +
                '-EnabledAfterCreate False -Name Sensor: pilot -Product Microsoft Defender for Endpoint ' +
                '-RunType RunTheRuleAfterAnySoftwareUpdatePointSynchronization -Superseded False -SuppressRestartServer True ' +
                '-SuppressRestartWorkstation True -UserNotification HideAll -UseUtc True'))
        @($said.Gave.Name) | Should -Be @('Sensor: pilot')
    }

    It 'takes titles, days, a product and enabled deployments' {
        $said = Invoke-Console New-GarrisonUpdateRule ($words + @{ Title = @('(Broad)', 'for 2016'); EnableDeployment = $true; Product = 'Windows Server 2019' })
        $said.Refused | Should -BeNullOrEmpty
        $site.Calls[-1] | Should -Match ' -EnabledAfterCreate True '
        $site.Calls[-1] | Should -Match ' -Product Windows Server 2019 '
        $site.Calls[-1] | Should -Match ' -Title \(Broad\),for 2016 '
    }

    It 'makes nothing with -WhatIf: <Titles>' -ForEach @(
        @{ Title = $null; Titles = 'every title'; Enabled = $false }
        @{ Title = @('Broad'); Titles = 'titles with ''Broad'''; Enabled = $true }
        @{ Title = @('Broad', '2016'); Titles = 'titles with ''Broad'' or ''2016'''; Enabled = $true }
    ) {
        $more = @{ WhatIf = $true; EnableDeployment = $Enabled }
        if ($Title) {
            $more['Title'] = $Title
        }
        $said = Invoke-Console New-GarrisonUpdateRule ($words + $more)
        $said.Refused | Should -BeNullOrEmpty
        $said.Gave | Should -BeNullOrEmpty
        $said.Words | Should -Be ('What if: Performing the operation "make it for KB5005292 of ''Microsoft Defender for Endpoint'', ' +
            "$Titles, to collection 'MDE pilot', due 1 days after each run, package 'Sensor updates', deployments enabled: " +
            "$Enabled"" on target ""automatic deployment rule 'Sensor: pilot'"".")
        $site.Calls | Should -Be $look
        $site.Rules | Should -BeNullOrEmpty
    }

    It 'leaves a rule of that name alone' {
        $site.Rules.Add((New-Rule 'sensor: PILOT' '' ''))
        (Invoke-Console New-GarrisonUpdateRule $words).Refused | Should -Be `
            "Rule 'Sensor: pilot' already exists. Choose another name, or check the existing object in the console. No changes were made. [GAR-P006]"
        $site.Rules.Count | Should -Be 1
    }

    It 'needs <Said>' -ForEach @(
        @{ Parameter = 'CollectionName'; Name = 'Nobody'; Said = 'device collection ''Nobody''' }
        @{ Parameter = 'CollectionName'; Name = 'Administrators'; Said = 'device collection ''Administrators''' }
        @{ Parameter = 'PackageName'; Name = 'Nothing'; Said = 'deployment package ''Nothing''' }
    ) {
        $words[$Parameter] = $Name
        (Invoke-Console New-GarrisonUpdateRule $words).Refused |
            Should -Be "The $Said was not found, or your account is not allowed to read it. [GAR-P007]"
        $site.Rules | Should -BeNullOrEmpty
    }

    It 'refuses a built-in collection' {
        $words.CollectionName = 'All Systems'
        (Invoke-Console New-GarrisonUpdateRule $words).Refused |
            Should -Be "'All Systems' is a built-in collection. Target a collection of one ring. [GAR-P017]"
        $site.Calls.Count | Should -Be 1
    }

    It 'needs one product that is synchronized: <What>' -ForEach @(
        @{ What = 'none of the name'; Product = 'Defender' }
        @{ What = 'one that is not'; Product = 'Not Wanted' }
        @{ What = 'two'; Product = 'Twice' }
    ) {
        $site.Categories += @(New-Category 'Twice' 'Product:5'; New-Category 'Twice' 'Product:6')
        (Invoke-Console New-GarrisonUpdateRule ($words + @{ Product = $Product })).Refused | Should -Be `
            ("The site does not synchronize exactly one product '$Product'. Select it in the products of the software update point, and " +
            "synchronize. If the site has another language, specify the product's name in that language with -Product. [GAR-P016]")
        $site.Rules | Should -BeNullOrEmpty
    }

    It 'warns of rules of others that have the product, and makes its own' {
        $site.Rules.Add((New-Rule 'All Defender' $null "<a>$covered</a>"))
        $site.Rules.Add((New-Rule 'Ours' 'Made by Garrison: the sensor of one ring.' "<a>$covered</a>"))
        $site.Rules.Add((New-Rule 'Office' 'x' '<a>Product:9</a>'))
        $site.Rules.Add((New-Rule 'Empty' 'x' $null))
        $site.Rules.Add((New-Rule 'Monthly' 'y' "<b>$covered</b>"))
        $said = Invoke-Console New-GarrisonUpdateRule $words
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -Be @('These rules may already deploy the product: All Defender, Monthly. Servers in their collections also get its updates from them. [GAR-P018]')
        $site.Rules[-1].Name | Should -Be 'Sensor: pilot'
    }

    It 'takes 1 to 90 days: <Days>' -ForEach @(
        @{ Days = 0; Taken = $false }
        @{ Days = 1; Taken = $true }
        @{ Days = 90; Taken = $true }
        @{ Days = 91; Taken = $false }
    ) {
        $words.DeadlineDays = $Days
        $said = Invoke-Console New-GarrisonUpdateRule $words
        ($said.Refused -eq '') | Should -Be $Taken
        $site.Rules.Count | Should -Be ([int] $Taken)
        if ($Taken) {
            $site.Calls[-1] | Should -Match " -DeadlineTime $Days -DeadlineTimeUnit Days "
        }
    }

    It 'says the words of <Call> that fails, and the rights' -ForEach @(
        @{ Call = '^Get-CMCollection' }
        @{ Call = '^Get-CMSoftwareUpdateDeploymentPackage' }
        @{ Call = '^Get-CMSoftwareUpdateAutoDeploymentRule' }
        @{ Call = '^Get-CMSoftwareUpdateCategory' }
        @{ Call = '^New-CMSoftwareUpdateAutoDeploymentRule' }
    ) {
        $site.Fails[$Call] = 'You do not have permission.'
        (Invoke-Console New-GarrisonUpdateRule $words).Refused | Should -Be `
            ('The site rejected the command: You do not have permission. Your account needs: the role Software Update Manager, and the ' +
            'collection. Some changes may have been made. Check the console before you run the command again. [GAR-P004]')
        $site.Rules | Should -BeNullOrEmpty
        $site.Calls[-1] | Should -Match $Call
    }
}
