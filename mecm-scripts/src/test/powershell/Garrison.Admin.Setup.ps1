# What the suites of the module Garrison.Admin begin with. The environment names Java for Windows, the program's jars, and
# three manifests: of a site where nothing was done, of one with an open ring, and of one with update servers.
Set-StrictMode -Version Latest
Import-Module -Name "$PSScriptRoot\..\..\main\powershell\Garrison.Admin\Garrison.Admin.psd1" -Force
# The program is Java with a class path here, and garrison.exe for everybody else.
$java = "-XX:-PrintWarnings -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp `"$env:GARRISON_TEST_CLASSPATH`" dev.garrison.Main"
& (Get-Module -Name Garrison.Admin) {
    param([string] $Java)
    $script:testJava = $Java
    $script:testStart = ${function:Get-GarrisonStart}
    function script:Get-GarrisonStart {
        param([string] $Program, [string[]] $Words)
        $start = & $script:testStart -Program $Program -Words $Words
        $start.Arguments = "$script:testJava $($start.Arguments)"
        return $start
    }
} $java
# What the tests were given, for those of the views: each call starts the program.
$seen = @{}
$fresh = @{ Manifest = $env:GARRISON_TEST_FRESH; Program = $env:GARRISON_TEST_JAVA }
$open = @{ Manifest = $env:GARRISON_TEST_OPEN; Program = $env:GARRISON_TEST_JAVA }
$updates = @{ Manifest = $env:GARRISON_TEST_UPDATES; Program = $env:GARRISON_TEST_JAVA }

function Get-Said {
    param([scriptblock] $Doing)
    $said = @()
    $given = & {
        try {
            & $Doing
        } catch {
            $_
        }
    } 2>&1
    foreach ($one in @($given)) {
        if ($one -is [System.Management.Automation.ErrorRecord]) {
            $said += $one
        }
    }
    return , $said
}
