# The functions of the module Garrison.Admin, against sites of the lab.
BeforeAll {
    . "$PSScriptRoot\Garrison.Admin.Setup.ps1"
}

Describe 'a manifest' {
    It 'that is not there is an error with the code of the program, which ends the call' {
        $said = Get-Said { Get-GarrisonPlan -Manifest 'C:\missing.yaml' -Program $env:GARRISON_TEST_JAVA }
        $said.Count | Should -Be 1
        $said[0].FullyQualifiedErrorId | Should -BeLike 'GAR-0*,Get-GarrisonPlan'
        $said[0].TargetObject | Should -Be 'C:\missing.yaml'
        $said[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'is looked for in the current location of the file system' {
        Push-Location -Path (Split-Path -Path $env:GARRISON_TEST_OPEN)
        try {
            Push-Location -Path 'HKLM:\'
            try {
                (Get-GarrisonRing -Program $env:GARRISON_TEST_JAVA).Manifest | Should -Be $env:GARRISON_TEST_OPEN
            } finally {
                Pop-Location
            }
        } finally {
            Pop-Location
        }
    }

    It 'is no path of the registry' {
        (Get-Said { Get-GarrisonRing -Manifest 'HKLM:\SOFTWARE' -Program $env:GARRISON_TEST_JAVA }).FullyQualifiedErrorId |
            Should -Be 'GAR-P038,Get-GarrisonRing'
    }

    It 'that is missing ends the call whatever the caller prefers' {
        $ErrorActionPreference = 'SilentlyContinue'
        $said = Get-Said {
            Get-GarrisonPlan -Manifest 'C:\missing.yaml' -Program $env:GARRISON_TEST_JAVA -ErrorAction SilentlyContinue
        }
        $said.FullyQualifiedErrorId | Should -Be 'GAR-0101,Get-GarrisonPlan'
    }

    It 'is not applied where the caller goes on after errors' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith { throw 'was run' }
        foreach ($preference in 'SilentlyContinue', 'Continue') {
            $ErrorActionPreference = $preference
            $null = Get-Said { Invoke-GarrisonApply @fresh -PlanFile '' -Confirm:$false -ErrorAction $preference }
            $null = Get-Said { Invoke-GarrisonApply @fresh -PlanFile 'C:\missing.json' -Confirm:$false -ErrorAction $preference }
            $null = Get-Said { Suspend-GarrisonRing -Manifest 'HKLM:\x' -Program $env:GARRISON_TEST_JAVA -Ring 'x' -Reason 'x' }
        }
        Should -Invoke -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -Times 0 -Exactly
    }
}

Describe 'Get-GarrisonPlan and Invoke-GarrisonApply' {
    It 'plan what is to be done' {
        $plan = Get-GarrisonPlan @fresh
        $seen['Garrison.Plan'] = $plan
        $seen['Garrison.Change'] = $plan.Changes
        $plan.PSTypeNames[0] | Should -Be 'Garrison.Plan'
        $plan.ExitCode | Should -Be 2
        $plan.ManifestName | Should -Be 'trial'
        $plan.Manifest | Should -Be $env:GARRISON_TEST_FRESH
        $plan.Pending | Should -BeGreaterThan 3
        $plan.Digest | Should -Match '^[0-9a-f]{64}$'
        $plan.Expires | Should -BeOfType [datetime]
        $plan.Changes[0].PSTypeNames[0] | Should -Be 'Garrison.Change'
        $plan.Changes.Kind | Should -Contain 'collection'
    }

    It 'read what the program says as UTF-8' {
        $ring = "$([char] 0x65e5)$([char] 0x672c) J$([char] 0xfc)rgen"
        $file = "$(Split-Path -Path $env:GARRISON_TEST_FRESH)\renamed.yaml"
        $text = [System.IO.File]::ReadAllText($env:GARRISON_TEST_FRESH)
        [System.IO.File]::WriteAllText($file, $text.Replace('name: pilot', "name: $ring"))
        $plan = Get-GarrisonPlan -Manifest $file -Program $env:GARRISON_TEST_JAVA
        $plan.Rings.Ring | Should -Be $ring
    }

    It 'apply no plan that is in no file' {
        (Get-Said { Get-GarrisonPlan @fresh | Invoke-GarrisonApply -Confirm:$false }).FullyQualifiedErrorId |
            Should -Be 'GAR-P035,Invoke-GarrisonApply'
    }

    It 'apply no file that holds no plan' {
        (Get-Said { Invoke-GarrisonApply @fresh -PlanFile $env:GARRISON_TEST_FRESH -Confirm:$false }).FullyQualifiedErrorId |
            Should -Be 'GAR-P036,Invoke-GarrisonApply'
    }

    It 'apply a plan once: not with -WhatIf, as planned, and not again' {
        $file = Join-Path -Path $TestDrive -ChildPath "it's a plan.json"
        $plan = Get-GarrisonPlan @fresh -OutFile $file -ChangeId 'CHG "42"' -Expires '1.02:00:00'
        $plan.PlanFile | Should -Be $file
        $plan | Invoke-GarrisonApply -WhatIf | Should -BeNullOrEmpty
        (Get-GarrisonPlan @fresh).Pending | Should -Be $plan.Pending

        $applied = $plan | Invoke-GarrisonApply -Confirm:$false
        $applied.PSTypeNames[0] | Should -Be 'Garrison.Applied'
        $applied.ExitCode | Should -Be 3
        $applied.Succeeded | Should -BeTrue
        $applied.Digest | Should -Be $plan.Digest
        $applied.ChangeId | Should -Be 'CHG "42"'
        $applied.Objects.Result | Should -Contain 'done'
        $applied.Objects[0].PSTypeNames[0] | Should -Be 'Garrison.Outcome'

        $again = Get-Said { $plan | Invoke-GarrisonApply -Confirm:$false }
        $again.FullyQualifiedErrorId | Should -BeLike 'GAR-05*,Invoke-GarrisonApply'
        $again.Exception.Message | Should -BeLike 'The plan is stale: *'
    }

    It 'apply nothing outside of the times that were agreed' {
        $file = Join-Path -Path $TestDrive -ChildPath 'late.json'
        $plan = Get-GarrisonPlan @fresh -OutFile $file
        (Get-Said { $plan | Invoke-GarrisonApply -NotAfter '2020-01-01' -Confirm:$false }).Exception.Message |
            Should -BeLike '*but --not-after allows this apply only until 2020-01-01T00:00*'
    }
}

Describe 'Get-GarrisonRing, Suspend-GarrisonRing and Resume-GarrisonRing' {
    It 'halt and resume what comes through the pipeline' {
        $ring = Get-GarrisonRing @open
        $seen['Garrison.Ring'] = $ring
        $ring.PSTypeNames[0] | Should -Be 'Garrison.Ring'
        $ring.Ring | Should -Be 'pilot'
        $ring.State | Should -Be 'OPEN'
        $ring | Suspend-GarrisonRing -Reason 'x' -WhatIf | Should -BeNullOrEmpty

        $halted = Get-GarrisonRing @open | Suspend-GarrisonRing -Reason "Bjoern's `"backup`" fails"
        $halted.PSTypeNames[0] | Should -Be 'Garrison.RingOrder'
        $halted.Order | Should -Be 'halt'
        $halted.Succeeded | Should -BeTrue
        $halted.MayStillRun.Targeted | Should -BeGreaterThan 0

        $ring = Get-GarrisonRing @open
        $ring.State | Should -Be 'HALTED'
        $ring.Reason | Should -BeLike "*Bjoern's `"backup`" fails*"
        $ring.MayStillRun.Ring | Should -Be 'pilot'
        ($ring | Resume-GarrisonRing -Confirm:$false).Order | Should -Be 'resume'
        (Get-GarrisonRing @open).State | Should -Not -Be 'HALTED'
    }

    It 'say that a ring is none, and take no name for an option or a file' -TestCases @(
        @{ Ring = 'nowhere' }
        @{ Ring = '--yes' }
        @{ Ring = '@C:\windows\win.ini' }
    ) {
        $said = Get-Said { Suspend-GarrisonRing @open -Ring $Ring -Reason 'x' }
        $said.FullyQualifiedErrorId | Should -BeLike 'GAR-0*,Suspend-GarrisonRing'
        $said.Exception.Message | Should -BeLike "*$Ring*"
    }
}

Describe 'Get-GarrisonStatus and Get-GarrisonServer' {
    It 'count and name the servers' {
        $status = Get-GarrisonStatus @open
        $seen['Garrison.Status'] = $status
        $status.PSTypeNames[0] | Should -Be 'Garrison.Status'
        $status.ExitCode | Should -BeIn @(0, 2, 3)
        $status.Rings[0].PSTypeNames[0] | Should -Be 'Garrison.RingCount'
        $servers = @(Get-GarrisonRing @open | Get-GarrisonServer)
        $seen['Garrison.Server'] = $servers
        $servers.Count | Should -Be $status.Servers
        $servers[0].PSTypeNames[0] | Should -Be 'Garrison.Server'
        $servers.Ring | Should -Contain 'pilot'
        $one = [pscustomobject] @{ Name = $servers[0].Name.ToLowerInvariant() } | Get-GarrisonServer @open
        $one.Name | Should -Be $servers[0].Name
        @(Get-GarrisonServer @open -State $servers[0].State).Count | Should -BeGreaterThan 0
    }

    It 'say that a server is none' {
        (Get-Said { Get-GarrisonServer @open -Name 'nowhere' }).FullyQualifiedErrorId |
            Should -BeLike 'GAR-*,Get-GarrisonServer'
    }
}

Describe 'Get-GarrisonJob and Start-GarrisonJob' {
    It 'list the jobs and run one' {
        $jobs = @(Get-GarrisonJob @open)
        $seen['Garrison.Job'] = $jobs
        $jobs.Job | Should -Contain 'status'
        $jobs[0].PSTypeNames[0] | Should -Be 'Garrison.Job'
        $jobs[0].Last | Should -BeNullOrEmpty
        $jobs | Where-Object -Property Job -EQ 'status' | Start-GarrisonJob -WhatIf | Should -BeNullOrEmpty
        $run = $jobs | Where-Object -Property Job -EQ 'status' | Start-GarrisonJob -ErrorAction SilentlyContinue
        $run.PSTypeNames[0] | Should -Be 'Garrison.JobRun'
        $run.Job | Should -Be 'status'
        $run.Started | Should -BeOfType [datetime]
        (Get-GarrisonJob @open | Where-Object -Property Job -EQ 'status').Last.Run | Should -Be $run.Run
    }

    It 'say that a job is none' {
        (Get-Said { Start-GarrisonJob @open -Job 'nothing' }).FullyQualifiedErrorId |
            Should -Be 'GAR-0702,Start-GarrisonJob'
    }

    It 'write what a run found as errors, after the run' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{
                ExitCode = 1
                Lines    = @('{"format":"garrison-job-run/1","run":7,"job":"status","outcome":"findings","findings":[{"severity":"error","code":"GAR-0101","problem":"It failed.","remedy":"Look."},{"severity":"note","code":"GAR-0102","problem":"x","remedy":""}]}')
                Said     = ''
            }
        }
        $run = Start-GarrisonJob @open -Job 'status' -ErrorAction SilentlyContinue -ErrorVariable found
        $run.Run | Should -Be 7
        $found.FullyQualifiedErrorId | Should -Be 'GAR-0101,Start-GarrisonJob'
    }
}

Describe 'Get-GarrisonSensorUpdate' {
    It 'says where the updates stand on each server' {
        $servers = @(Get-GarrisonSensorUpdate @updates -ErrorAction SilentlyContinue)
        $seen['Garrison.UpdateServer'] = $servers
        $servers.Count | Should -BeGreaterThan 1
        $servers[0].PSTypeNames[0] | Should -Be 'Garrison.UpdateServer'
        $servers[0].Owner | Should -Be 'wsus'
        $servers[0].Updates[0].PSTypeNames[0] | Should -Be 'Garrison.SensorUpdate'
        $servers[0].Updates.Family | Should -Not -BeNullOrEmpty
        $null = $servers.Failures
    }
}

Describe 'Get-GarrisonEvidence' {
    It 'gives what was changed, and writes it to a file' {
        $file = Join-Path -Path $TestDrive -ChildPath 'evidence.json'
        $evidence = Get-GarrisonEvidence @open -From (Get-Date).AddDays(-2) -OutFile $file
        $evidence.PSTypeNames[0] | Should -Be 'Garrison.Evidence'
        $evidence.Runs.Count | Should -BeGreaterThan 1
        $evidence.Chain.Problems.Count | Should -Be 0
        Test-Path -Path $file | Should -BeTrue
        (Get-Said { Get-GarrisonEvidence @open -From (Get-Date) -OutFile $file }).FullyQualifiedErrorId |
            Should -Be 'GAR-0820,Get-GarrisonEvidence'
    }

    It 'reports on the last quarter' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{
                ExitCode = 0
                Lines    = @('{"format":"garrison.evidence/1","evidence":{"runs":[],"chain":{"problems":[]}}}')
                Said     = ''
            }
        }
        (Get-GarrisonEvidence @open -LastQuarter).Runs.Count | Should -Be 0
        Should -Invoke -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -Times 1 -Exactly -ParameterFilter {
            $Words -contains '--last-quarter' -and -not ($Words -match '^--(from|to)=')
        }
    }

    It 'says that the chain is broken' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{
                ExitCode = 1
                Lines    = @('{"format":"garrison.evidence/1","evidence":{"runs":[],"chain":{"problems":["line 2 is edited"]}}}')
                Said     = ''
            }
        }
        $evidence = Get-GarrisonEvidence @open -From (Get-Date) -ErrorAction SilentlyContinue -ErrorVariable broken
        $evidence.Runs.Count | Should -Be 0
        $broken.FullyQualifiedErrorId | Should -Be 'GAR-P037,Get-GarrisonEvidence'
        $broken.Exception.Message | Should -Be 'The hash chain of the journal is broken: line 2 is edited [GAR-P037]'
    }
}

Describe 'Test-Garrison' {
    It 'gives each check, and a failed one is no error' {
        $probe = Test-Garrison @fresh -ErrorVariable failed
        $seen['Garrison.Check'] = $probe.Checks
        $probe.PSTypeNames[0] | Should -Be 'Garrison.Probe'
        $probe.Checks.Count | Should -BeGreaterThan 5
        $probe.Checks[0].PSTypeNames[0] | Should -Be 'Garrison.Check'
        $failed.Count | Should -Be 0
    }
}

Describe 'views' {
    It 'show each type as a table or list of its own: <Type>' -TestCases @(
        @{ Type = 'Garrison.Ring'; Shown = 'Ring +State +Servers +Onboarded +Failed +Reason' }
        @{ Type = 'Garrison.Server'; Shown = 'Name +Ring +State +Why' }
        @{ Type = 'Garrison.Job'; Shown = 'Job +Mode +Schedule +Next +Last' }
        @{ Type = 'Garrison.Change'; Shown = 'Action +Kind +Name +Summary' }
        @{ Type = 'Garrison.Check'; Shown = 'Section +Check +Result +Text' }
        @{ Type = 'Garrison.Plan'; Shown = 'Pending +:' }
        @{ Type = 'Garrison.Status'; Shown = 'Rings +: pilot ' }
        @{ Type = 'Garrison.UpdateServer'; Shown = 'Server +Owner +NeedsLook +Synchronized' }
    ) {
        $text = $seen[$Type] | Out-String -Width 200
        $text | Should -Match $Shown
        $text | Should -Not -Match 'Program'
    }
}
