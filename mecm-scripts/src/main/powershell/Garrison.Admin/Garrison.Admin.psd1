@{
    RootModule        = 'Garrison.Admin.psm1'
    ModuleVersion     = '0.1.0'
    GUID              = '5b0c7d0e-94c1-5b0f-a3de-20f1d4d16f5a'
    Author            = 'The Garrison project'
    Copyright         = 'Apache License 2.0'
    Description       = 'Garrison in PowerShell: plans, applies, servers, rings, jobs, the updates of the sensor and evidence as objects. Each function runs the program garrison.exe.'
    PowerShellVersion = '5.1'
    FormatsToProcess  = @('Garrison.Admin.Format.ps1xml')
    TypesToProcess    = @('Garrison.Admin.Types.ps1xml')
    FunctionsToExport = @(
        'Get-GarrisonEvidence'
        'Get-GarrisonJob'
        'Get-GarrisonPlan'
        'Get-GarrisonRing'
        'Get-GarrisonSensorUpdate'
        'Get-GarrisonServer'
        'Get-GarrisonStatus'
        'Invoke-GarrisonApply'
        'Resume-GarrisonRing'
        'Start-GarrisonJob'
        'Suspend-GarrisonRing'
        'Test-Garrison'
    )
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
