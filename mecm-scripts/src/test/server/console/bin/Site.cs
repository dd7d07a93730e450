// What the cmdlets take: enumerations with the values that their pages list, and the drive of a site.
using System;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Garrison.Test {
    public interface IResultObject { }
    public enum ArchitectureType { Arm64, Itanium, X64, X86 }
    public enum CMTagTypes { None, UUP }
    public enum CollectionType { User = 1, Device }
    public enum ConfigurationType { Onboarding, Offboarding }
    public enum DateReleasedOrRevisedType {
        Any, Last1Hour, LastHour, Last2Hours, Last3Hours, Last4Hours, Last8Hours, Last12Hours, Last16Hours, Last20Hours,
        Last1Day, LastDay, Last2Days, Last3Days, Last4Days, Last5Days, Last6Days, Last7Days, Last14Days, Last21Days,
        Last28Days, LastMonth, Last1Month, Last2Months, Last3Months, Last4Months, Last5Months, Last6Months, Last7Months,
        Last8Months, Last9Months, Last10Months, Last11Months, Last1Year, LastYear, Last12Months
    }
    public enum DeploymentRing { CB, Release, BusinessMainstream, Cbb, Ltsb }
    public enum RunType {
        DoNotRunThisRuleAutomatically, RunTheRuleAfterAnySoftwareUpdatePointSynchronization, RunTheRuleOnSchedule
    }
    public enum SampleSharingType { None, All }
    public enum SettingType {
        BackgroundIntelligentTransfer, Cloud, ClientCache, ClientPolicy, ComplianceSettings, ComputerAgent, ComputerRestart,
        DeliveryOptimization, EndpointProtection, HardwareInventory, MeteredNetwork, MobileDevice, NetworkAccessProtection,
        PowerManagement, RemoteTools, SoftwareCenter, SoftwareDeployment, SoftwareInventory, SoftwareMetering,
        SoftwareUpdates, StateMessaging, UserAndDeviceAffinity, WindowsAnalytics
    }
    public enum SeverityType { None, Low, Moderate, Important, Critical }
    public enum TelemetryReportingFrequencyType { Normal, Expedited }
    public enum TimeUnitType { Hours, Days, Weeks, Months }
    public enum Types { Default, Device, User }
    public enum UserNotificationType { DisplayAll, DisplaySoftwareCenterOnly, HideAll }
    public enum VerboseLevelType { OnlyErrorMessages, OnlySuccessAndErrorMessages, AllMessages }

    // Microsoft publishes neither the type nor its values. One of ours has the value that public code gives.
    public enum DefenderAgent { Scep = 4, MdeDownlevel = 7 }
    public enum OtherAgent { First = 1, Second = 2 }

    // A site has its root, and no file in it.
    [CmdletProvider("CMSite", ProviderCapabilities.None)]
    public class SiteProvider : NavigationCmdletProvider {
        protected override bool IsValidPath(string path) { return true; }
        protected override bool ItemExists(string path) {
            string root = PSDriveInfo == null ? "" : PSDriveInfo.Root;
            return path.Trim('\\', '/').Length == 0
                || string.Equals(path.Trim('\\', '/'), root.Trim('\\', '/'), StringComparison.OrdinalIgnoreCase);
        }
        protected override bool IsItemContainer(string path) { return ItemExists(path); }
    }
}
