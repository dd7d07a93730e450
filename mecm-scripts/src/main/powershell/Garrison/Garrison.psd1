@{
    RootModule        = 'Garrison.psm1'
    ModuleVersion     = '0.1.0'
    GUID              = '1273cf6e-e8d4-5345-a45a-2745959172d6'
    Author            = 'The Garrison project'
    Copyright         = 'Apache License 2.0'
    Description       = 'Makes in Configuration Manager what no public interface but the console and its cmdlets can make: the client setting, the onboarding policy, and rules for the updates of the sensor.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @(
        'New-GarrisonClientSetting'
        'New-GarrisonOnboardingPolicy'
        'New-GarrisonUpdateRule'
        'Set-GarrisonEndpointProtection'
    )
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
