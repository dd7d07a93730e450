# The properties of this module's objects, in their order. Each is there even where the program leaves it out, so that a
# script under Set-StrictMode can ask for it. A name after a colon is the type of what the property holds.
$Shape = @{
    'Garrison.Applied'             = 'ExitCode ManifestName Site ChangeId Digest Run Head Succeeded Complete Objects:Garrison.Outcome'
    'Garrison.Change'              = 'Kind Name Action Summary Differences Notes Step Fingerprint After'
    'Garrison.Check'               = 'Section Subject Check Result Text Lines Findings:Garrison.Finding'
    'Garrison.Evidence'            = 'ManifestName Site Period Made Rings:Garrison.Ring Exceptions Runs Chain'
    'Garrison.Finding'             = 'Severity Code Problem Remedy'
    'Garrison.Job'                 = 'Job Mode Schedule Cron Every AutoApply Window Next Last:Garrison.JobRun'
    'Garrison.JobRun'              = 'ExitCode Run Job Reason StartedBy Mode Started Ended Outcome Summary PlanKept Soon Findings:Garrison.Finding Journals'
    'Garrison.Outcome'             = 'Kind Name Result Detail Problem:Garrison.Finding'
    'Garrison.Plan'                = 'ExitCode ManifestName Site AsOf Pending PlanFile Part ChangeId Expires ValidUntil Digest Changes:Garrison.Change Rings Offboarding Remarks Orphans Allowances Survey Packages ManifestDigest MadeBy'
    'Garrison.Probe'               = 'ExitCode ManifestName Site At Failed Warnings NotChecked Checks:Garrison.Check Garrison'
    'Garrison.Ring'                = 'Ring State Reason Opened Members MaxDevices Health Gate MayStillRun'
    'Garrison.RingCount'           = 'Ring State Reason Servers States'
    'Garrison.RingOrder'           = 'ExitCode Order Ring Run Head Succeeded Complete Objects:Garrison.Outcome MayStillRun Unread:Garrison.Finding'
    'Garrison.SensorUpdate'        = 'Family Channel Choice Version Versions Why UpdateId Revision Arrived Groups Rings'
    'Garrison.Server'              = 'Name ResourceId Ring State Why Remedy Disagreement OperatingSystem Client Onboarding AntivirusMode Settings Sensor AskedLive Live'
    'Garrison.SoftwareUpdatePoint' = 'Site NeedsLook Product Points Rings Updates:Garrison.SensorUpdate UnreadTitles Findings:Garrison.Finding Failures:Garrison.Finding'
    'Garrison.Status'              = 'ExitCode ManifestName Site AsOf Servers Rings:Garrison.RingCount Live Notes'
    'Garrison.UpdateServer'        = 'Server Owner NeedsLook Version Synchronised Updates:Garrison.SensorUpdate UnreadTitles LeftOut OnlyShown Contradictions:Garrison.Finding Failures:Garrison.Finding'
}
