BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Console.Setup.ps1"
    Enter-Test
}
AfterAll { Exit-Test }

Describe 'New-GarrisonClientSetting' {
    BeforeEach {
        $site = Open-Console
        $rights = 'Your account needs: Client Agent Setting: Read, Create, Modify; Site: Read. ' +
            'Some changes may have been made. Check the console before you run the command again. [GAR-P004]'
        $described = 'Made by Garrison: the MDE client on Windows Server 2012 R2 and 2016.'
    }

    It 'makes a setting, reads it back and gives it' {
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -BeNullOrEmpty
        $site.Calls | Should -Be @(
            'Get-CMClientSetting -Name Servers'
            'Get-CMEndpointProtectionPoint -AllSite True'
            "New-CMClientSetting -Confirm False -Description $described -Name Servers -Type Device"
            ('Set-CMClientSettingEndpointProtection -Confirm False -DefenderAgent MdeDownlevel -Enable True ' +
            '-InstallEndpointProtectionClient False -Name Servers -OverrideMaintenanceWindow False -SuppressReboot True')
            'Set-CMClientSettingEndpointProtection -Confirm False -Name Servers -RemoveThirdParty False'
            'Get-CMClientSetting -Name Servers -Setting EndpointProtection'
            'Get-CMClientSetting -Name Servers -Setting EndpointProtection'
            'Get-CMClientSetting -Name Servers')
        $said.Gave.Count | Should -Be 1
        $said.Gave[0].Name | Should -Be 'Servers'
        $made = $said.Gave[0].Protection
        @($made.Keys | ForEach-Object { "$_ $($made[$_])" } | Sort-Object) | Should -Be @(
            'DefenderAgentType MdeDownlevel', 'EnableEP True', 'InstallSCEPClient False', 'OverrideMaintenanceWindow False'
            'Remove3rdParty False', 'SuppressReboot True')
    }

    It 'takes 1 and 0 for True and False, and the number of the agent for its name' {
        $site.Numbers = $true
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -BeNullOrEmpty
        $said.Gave[0].Protection['DefenderAgentType'] | Should -Be 7
    }

    It 'makes nothing with -WhatIf' {
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers'; WhatIf = $true }
        $said.Refused | Should -BeNullOrEmpty
        $said.Gave | Should -BeNullOrEmpty
        $said.Words | Should -Be ('What if: Performing the operation "make it for devices with -Enable True -DefenderAgent ' +
            'MdeDownlevel -InstallEndpointProtectionClient False -RemoveThirdParty False -OverrideMaintenanceWindow False ' +
            '-SuppressReboot True" on target "client setting ''Servers''".')
        $site.Calls | Should -Be @('Get-CMClientSetting -Name Servers', 'Get-CMEndpointProtectionPoint -AllSite True')
        $site.Settings | Should -BeNullOrEmpty
    }

    It 'leaves a setting of that name alone' {
        $site.Settings.Add((New-Setting 'Servers'))
        (Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }).Refused | Should -Be `
            "Client setting 'Servers' already exists. Choose another name, or check the existing object in the console. No changes were made. [GAR-P006]"
        $site.Calls | Should -Be @('Get-CMClientSetting -Name Servers')
    }

    It 'needs an Endpoint Protection point' {
        $site.Points = @()
        (Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }).Refused | Should -Be `
            ('The hierarchy has no Endpoint Protection point, which this setting requires. ' +
            'Add the role: Administration > Site Configuration > Servers and Site System Roles. [GAR-P008]')
        $site.Settings | Should -BeNullOrEmpty
    }

    It 'makes it where -DefenderAgent is <Kind> and <Given> is given' -ForEach @(
        @{ Kind = 'an enumeration'; Agent = ''; Given = ''; Taken = 'MdeDownlevel' }
        @{ Kind = 'an enumeration'; Agent = ''; Given = 'mdedownlevel'; Taken = 'MdeDownlevel' }
        @{ Kind = 'an enumeration'; Agent = ''; Given = 'Scep'; Taken = 'Scep' }
        @{ Kind = 'an enumeration or nothing'; Agent = 'empty'; Given = ''; Taken = 'MdeDownlevel' }
        @{ Kind = 'an enumeration of other names'; Agent = 'other'; Given = 'Second'; Taken = 'Second' }
        @{ Kind = 'a list of texts'; Agent = 'set'; Given = ''; Taken = 'MdeDownlevel' }
        @{ Kind = 'a list of texts'; Agent = 'set'; Given = 'Scep'; Taken = 'Scep' }
        @{ Kind = 'any text'; Agent = 'text'; Given = 'Something'; Taken = 'Something' }
    ) {
        foreach ($numbers in $false, $true) {
            $site = Open-Console -Agent $Agent
            $site.Numbers = $numbers
            $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers'; DefenderAgent = $Given }
            $said.Refused | Should -BeNullOrEmpty
            $said.Warned | Should -BeNullOrEmpty
            @($site.Calls -match "-DefenderAgent $Taken ").Count | Should -Be 1
        }
    }

    It 'makes nothing where -DefenderAgent is <Kind> and <Given> is given' -ForEach @(
        @{ Kind = 'an enumeration'; Agent = ''; Given = 'Mde'; Knows = 'Scep, MdeDownlevel' }
        @{ Kind = 'an enumeration or nothing'; Agent = 'empty'; Given = '7'; Knows = 'Scep, MdeDownlevel' }
        @{ Kind = 'an enumeration of other names'; Agent = 'other'; Given = ''; Knows = 'First, Second' }
        @{ Kind = 'a list of texts'; Agent = 'set'; Given = 'Mde'; Knows = 'Scep, MdeDownlevel' }
        @{ Kind = 'any text'; Agent = 'text'; Given = ''; Knows = '' }
    ) {
        $site = Open-Console -Agent $Agent
        $value = if ($Given) { $Given } else { 'MdeDownlevel' }
        (Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers'; DefenderAgent = $Given }).Refused | Should -Be `
            ("'$value' is not a value of -DefenderAgent in this console. Available: $Knows. Use the value " +
            "for 'MDE Client (recommended)' with -DefenderAgent. [GAR-P010]")
        $site.Calls | Should -BeNullOrEmpty
    }

    It 'makes nothing where there is no -DefenderAgent' {
        $site = Open-Console -Agent 'absent'
        (Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }).Refused | Should -Be `
            ('Set-CMClientSettingEndpointProtection has no parameter -DefenderAgent, which requires the console of version 2207. ' +
            'Update the site and the console, or use the deployment method application. [GAR-P009]')
        $site.Calls | Should -BeNullOrEmpty
    }

    It 'does without -RemoveThirdParty where a later console has it no more' {
        $site = Open-Console -Agent 'later'
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -Be @("Client setting 'Servers' does not show Remove3rdParty. Check it in the console before you deploy it. [GAR-P012]")
        @($site.Calls -match '^Set-').Count | Should -Be 1
        $said.Gave.Count | Should -Be 1
    }

    It 'refuses <Property> that reads back as <Shown>' -ForEach @(
        @{ Property = 'EnableEP'; Shown = 'False'; Wanted = 'True' }
        @{ Property = 'InstallSCEPClient'; Shown = 'True'; Wanted = 'False' }
        @{ Property = 'OverrideMaintenanceWindow'; Shown = '1'; Wanted = 'False' }
        @{ Property = 'Remove3rdParty'; Shown = '2'; Wanted = 'False' }
        @{ Property = 'SuppressReboot'; Shown = '0'; Wanted = 'True' }
        @{ Property = 'DefenderAgentType'; Shown = 'Scep'; Wanted = 'MdeDownlevel' }
        @{ Property = 'DefenderAgentType'; Shown = '4'; Wanted = 'MdeDownlevel' }
        @{ Property = 'DefenderAgentType'; Shown = ''; Wanted = 'MdeDownlevel' }
    ) {
        $site.Shown[$Property] = $Shown
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -Be `
            "Client setting 'Servers': $Property is '$Shown' instead of '$Wanted'. Correct it in the console before you deploy it. [GAR-P011]"
        $said.Gave | Should -BeNullOrEmpty
    }

    It 'warns of <_> that does not read back' -ForEach 'EnableEP', 'InstallSCEPClient', 'OverrideMaintenanceWindow', 'Remove3rdParty', 'SuppressReboot' {
        $site.Hidden = @($_)
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -Be @("Client setting 'Servers' does not show $_. Check it in the console before you deploy it. [GAR-P012]")
        $said.Gave.Count | Should -Be 1
    }

    It 'warns of an agent that <What>' -ForEach @(
        @{ What = 'does not read back'; Hidden = @('DefenderAgentType'); Shown = @{} }
        @{ What = 'has another name'; Hidden = @('DefenderAgentType'); Shown = @{ Protector = 'MdeDownlevel' } }
        @{ What = 'has two names'; Hidden = @(); Shown = @{ AgentOfDefender = 'MdeDownlevel' } }
    ) {
        $site.Hidden = $Hidden
        $site.Shown = $Shown
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -Be @("Client setting 'Servers' does not show DefenderAgent. Check it in the console before you deploy it. [GAR-P012]")
        $said.Gave.Count | Should -Be 1
    }

    It 'warns of everything where the part does not read back' {
        $site.Hidden = @('EnableEP', 'InstallSCEPClient', 'OverrideMaintenanceWindow', 'Remove3rdParty', 'SuppressReboot', 'DefenderAgentType')
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned.Count | Should -Be 6
    }

    It 'says the words of <Call> that fails, and the rights' -ForEach @(
        @{ Call = '^Get-CMClientSetting -Name Servers$'; Made = 0 }
        @{ Call = '^Get-CMEndpointProtectionPoint'; Made = 0 }
        @{ Call = '^New-CMClientSetting'; Made = 0 }
        @{ Call = '-DefenderAgent'; Made = 1 }
        @{ Call = '-RemoveThirdParty'; Made = 1 }
        @{ Call = '-Setting EndpointProtection'; Made = 1 }
    ) {
        $site.Fails[$Call] = 'You do not have permission.'
        $said = Invoke-Console New-GarrisonClientSetting @{ Name = 'Servers' }
        $said.Refused | Should -Be "The site rejected the command: You do not have permission. $rights"
        $said.Gave | Should -BeNullOrEmpty
        $site.Settings.Count | Should -Be $Made
        $site.Calls[-1] | Should -Match $Call
    }
}

Describe 'Set-GarrisonEndpointProtection' {
    BeforeEach {
        $site = Open-Console
        $site.Settings.Add((New-Setting 'Servers' ([ordered] @{ EnableEP = $true; InstallSCEPClient = $true })))
        $site.Settings.Add((New-Setting 'Desktops' ([ordered] @{ InstallSCEPClient = $true })))
    }

    It 'sets the one property of the one setting, and reads it back' {
        $said = Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers' }
        $said.Refused | Should -BeNullOrEmpty
        $said.Warned | Should -BeNullOrEmpty
        $said.Gave | Should -BeNullOrEmpty
        $site.Calls | Should -Be @(
            'Get-CMClientSetting -Name Servers'
            'Set-CMClientSettingEndpointProtection -Confirm False -InstallEndpointProtectionClient False -Name Servers'
            'Get-CMClientSetting -Name Servers -Setting EndpointProtection')
        $site.Settings[0].Protection['InstallSCEPClient'] | Should -BeFalse
        $site.Settings[0].Protection['EnableEP'] | Should -BeTrue
        $site.Settings[1].Protection['InstallSCEPClient'] | Should -BeTrue
    }

    It 'changes nothing with -WhatIf' {
        $said = Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers'; WhatIf = $true }
        $said.Refused | Should -BeNullOrEmpty
        $said.Words | Should -Be ('What if: Performing the operation "set Install Endpoint Protection client on client ' +
            'computers to No" on target "client setting ''Servers''".')
        $site.Calls | Should -Be @('Get-CMClientSetting -Name Servers')
        $site.Settings[0].Protection['InstallSCEPClient'] | Should -BeTrue
    }

    It 'needs a setting of that name' {
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Server' }).Refused |
            Should -Be "The client setting 'Server' was not found, or your account is not allowed to read it. [GAR-P007]"
        $site.Calls | Should -Be @('Get-CMClientSetting -Name Server')
    }

    It 'refuses Yes that is still there, and warns of silence' {
        $site.Shown['InstallSCEPClient'] = 'True'
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers' }).Refused | Should -Be `
            "Client setting 'Servers': InstallSCEPClient is 'True' instead of 'False'. Correct it in the console before you deploy it. [GAR-P011]"
        $site.Shown = @{}
        $site.Hidden = @('InstallSCEPClient')
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers' }).Warned |
            Should -Be @("Client setting 'Servers' does not show InstallSCEPClient. Check it in the console before you deploy it. [GAR-P012]")
    }

    It 'says the words of <Call> that fails, and the rights' -ForEach @(
        @{ Call = '^Get-CMClientSetting -Name Servers$' }
        @{ Call = '^Set-CMClientSettingEndpointProtection' }
        @{ Call = '-Setting EndpointProtection' }
    ) {
        $site.Fails[$Call] = 'You do not have permission.'
        (Invoke-Console Set-GarrisonEndpointProtection @{ Name = 'Servers' }).Refused | Should -Be `
            ('The site rejected the command: You do not have permission. Your account needs: Client Agent Setting: Read, Modify. ' +
            'Some changes may have been made. Check the console before you run the command again. [GAR-P004]')
        $site.Calls[-1] | Should -Match $Call
    }
}
