# What the functions of this module say when they refuse. Each message has a code; docs/reference/diagnostic-codes.md explains it.
$Text = @{
    ConsoleMissing          = 'The Configuration Manager console is not installed here. Run this on a machine that has it. [GAR-P001]'
    SiteDriveMissing        = 'There is no drive for {0}. Open the console once and connect it to the site, or make the drive with New-PSDrive -PSProvider CMSite. [GAR-P002]'
    SiteDriveAmbiguous      = 'There are several sites: {0}. Say which one with -SiteCode. [GAR-P003]'
    SiteRefused             = 'The site did not do it: {0} Your account needs: {1}. Part of it may be there now: look in the console before you run this again. [GAR-P004]'
    NameUnclear             = "The name '{0}' has a character that the cmdlets take for a wildcard: * ? [ or ]. Choose another name. [GAR-P005]"
    NameTaken               = "{0} '{1}' exists already. Nothing was changed: choose another name, or look at that one in the console. [GAR-P006]"
    NotFound                = "There is no {0} '{1}', or your account may not see it. [GAR-P007]"
    ProtectionPointMissing  = 'The hierarchy has no Endpoint Protection point, and without one this setting does nothing. Add the role: Administration > Site Configuration > Servers and Site System Roles. [GAR-P008]'
    AgentParameterMissing   = 'Set-CMClientSettingEndpointProtection has no parameter -DefenderAgent here: it came with the console of 2207. Update site and console, or use the application route. [GAR-P009]'
    AgentUnknown            = "'{0}' is not a value of -DefenderAgent that this console knows. It knows: {1}. Take the one that stands for 'MDE Client (recommended)' and say so with -DefenderAgent. [GAR-P010]"
    ReadBackDiffers         = "Client setting '{0}': {1} reads back as '{2}' and not as '{3}'. Do not deploy it: correct it in the console. [GAR-P011]"
    ReadBackSilent          = "Client setting '{0}' does not show {1}. Look at it in the console before you deploy it. [GAR-P012]"
    OnboardingFileUnclear   = '{0} is not an onboarding file. Download the package for Microsoft Endpoint Configuration Manager current branch and later, and name the .onboarding file in it. [GAR-P013]'
    OtherTenant             = '{0} belongs to the organization {1}, not to {2}. Nothing was made. [GAR-P014]'
    PolicyNotFoundAfter     = "The policy '{0}' was made and does not read back. Look for it in the console: Assets and Compliance > Endpoint Protection > Microsoft Defender ATP Policies. [GAR-P015]"
    ProductNotSynchronised  = "The site does not synchronise exactly one product '{0}'. Choose it in the software update point's products and synchronise first; on a site in another language give its name there with -Product. [GAR-P016]"
    CollectionBuiltIn       = "'{0}' is a built-in collection. Target a collection of one ring. [GAR-P017]"
    ProductCovered          = "These rules seem to cover the product already: {0}. Servers in their collections get its updates by them too. [GAR-P018]"
    ConsoleNotLoaded        = "{0} cannot be loaded: {1} [GAR-P019]"
}
