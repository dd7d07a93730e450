<#
.SYNOPSIS
    Creates an error record for a problem; its ID is the code, such as GAR-0101.
#>
function New-GarrisonError {
    param([string] $Code, [string] $Problem, [string] $Remedy, [object] $Target)
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList "$Problem [$Code]"
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList @(
        $exception, $Code, [System.Management.Automation.ErrorCategory]::InvalidResult, $Target)
    if ($Remedy -ne '') {
        # Windows PowerShell 5.1 shows no RecommendedAction.
        $record.ErrorDetails = New-Object -TypeName System.Management.Automation.ErrorDetails -ArgumentList @(
            "$Problem [$Code] $Remedy")
        $record.ErrorDetails.RecommendedAction = $Remedy
    }
    return $record
}
