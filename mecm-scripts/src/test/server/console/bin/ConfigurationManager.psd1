# The console's module lies beside the folder that SMS_ADMIN_UI_PATH names, and not where PowerShell looks for modules.
@{
    RootModule        = 'ConfigurationManager.psm1'
    ModuleVersion     = '5.2207'
    GUID              = '6a1c6f1e-3f0e-4d2b-9f59-1f7a7f3c2d10'
    FunctionsToExport = @('*-CM*')
}
