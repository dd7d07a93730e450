# Stands before a script on a server under Wine: the functions of Functions.ps1, then the script with its words.
$script, $words = $args
. "$PSScriptRoot\Functions.ps1"
# A name alone is one of the working folder, as -File takes it.
$script = (Resolve-Path -LiteralPath $script -ErrorAction Stop).ProviderPath
$line = @($words | ForEach-Object { if ($_ -match '^-[A-Za-z]+$') { $_ } else { "'" + ("$_" -replace "'", "''") + "'" } }) -join ' '
$global:LASTEXITCODE = 0
Invoke-Expression "& '$script' $line"
exit $LASTEXITCODE
