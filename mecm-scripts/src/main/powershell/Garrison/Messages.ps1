# Refusals of this module. Each message has a code; docs/reference/diagnostic-codes.md explains it.
$Text = @{
    ConsoleMissing          = 'The Configuration Manager console is not installed. Run this command on a computer that has the console. [GAR-P001]'
    SiteDriveMissing        = 'There is no drive for {0}. Open the console once and connect it to the site, or create the drive with New-PSDrive -PSProvider CMSite. [GAR-P002]'
    SiteDriveAmbiguous      = 'There are several sites: {0}. Specify one with -SiteCode. [GAR-P003]'
    SiteRefused             = 'The site rejected the command: {0} Your account needs: {1}. Some changes may have been made. Check the console before you run the command again. [GAR-P004]'
    NameUnclear             = "The name '{0}' contains a wildcard character: * ? [ or ]. Choose another name. [GAR-P005]"
    NameTaken               = "{0} '{1}' already exists. Choose another name, or check the existing object in the console. No changes were made. [GAR-P006]"
    NotFound                = "The {0} '{1}' was not found, or your account is not allowed to read it. [GAR-P007]"
    ProtectionPointMissing  = 'The hierarchy has no Endpoint Protection point, which this setting requires. Add the role: Administration > Site Configuration > Servers and Site System Roles. [GAR-P008]'
    AgentParameterMissing   = 'Set-CMClientSettingEndpointProtection has no parameter -DefenderAgent, which requires the console of version 2207. Update the site and the console, or use the deployment method application. [GAR-P009]'
    AgentUnknown            = "'{0}' is not a value of -DefenderAgent in this console. Available: {1}. Use the value for 'MDE Client (recommended)' with -DefenderAgent. [GAR-P010]"
    ReadBackDiffers         = "Client setting '{0}': {1} is '{2}' instead of '{3}'. Correct it in the console before you deploy it. [GAR-P011]"
    ReadBackSilent          = "Client setting '{0}' does not show {1}. Check it in the console before you deploy it. [GAR-P012]"
    OnboardingFileUnclear   = '{0} is not an onboarding file. Download the package for Microsoft Endpoint Configuration Manager current branch and later, and specify its .onboarding file. [GAR-P013]'
    OtherTenant             = '{0} belongs to the organization {1}, not to {2}. No changes were made. [GAR-P014]'
    PolicyNotFoundAfter     = "The policy '{0}' was created but cannot be read. Check the console: Assets and Compliance > Endpoint Protection > Microsoft Defender ATP Policies. [GAR-P015]"
    ProductNotSynchronized  = "The site does not synchronize exactly one product '{0}'. Select it in the products of the software update point, and synchronize. If the site has another language, specify the product's name in that language with -Product. [GAR-P016]"
    CollectionBuiltIn       = "'{0}' is a built-in collection. Target a collection of one ring. [GAR-P017]"
    ProductCovered          = "These rules may already deploy the product: {0}. Servers in their collections also get its updates from them. [GAR-P018]"
    ConsoleNotLoaded        = "{0} cannot be loaded: {1} [GAR-P019]"
}
