# What the functions of the module Garrison.Admin make of answers of the program, which are made up here.
BeforeAll {
    . "$PSScriptRoot\Garrison.Admin.Setup.ps1"
}

Describe 'an answer' {
    BeforeAll {
        $head = '{"format":"garrison.status/1","rings":[],"servers":['
        $refusal = @('error: The site stopped answering. [GAR-0301]', '  Fix: Try again.') -join "`n"
    }

    It 'that ends early gives nothing, and is an error after what the program said: <Name>, <Lines>' -TestCases @(
        foreach ($name in 'Get-GarrisonServer', 'Get-GarrisonStatus') {
            @{ Name = $name; Lines = @('{"format":"garrison.status/1","rings":[],"servers":[') }
            @{ Name = $name; Lines = @('{"format":"garrison.status/1","rings":[],"servers":[', '{"name":"SQL11"},') }
            @{ Name = $name; Lines = @('{"format":"garrison.status/1","rings":[],"servers":[', '{"name":"SQL11"}') }
            @{ Name = $name; Lines = @('{"format":"garrison.status/1","rings":[],"servers":[', '{"name":"SQL11"},', '{"na') }
            @{ Name = $name; Lines = @('{"format":"garrison.status/1","ri') }
        }
    ) {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 1; Lines = $Lines; Said = $refusal }
        }
        $given = @(try { & $Name @open -ErrorAction Continue 2>&1 } catch { $_ })
        $given.FullyQualifiedErrorId | Should -Be @("GAR-0301,$Name", "GAR-P033,$Name")
        $given[1].Exception.Message | Should -BeLike '*java.exe ended with exit code 1, and its output cannot be read: *'
    }

    It 'with a line that is no server is an error' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 0; Lines = @($head, '{"name":"SQL11"},', '{"name":', ']}'); Said = '' }
        }
        $given = @(try { Get-GarrisonServer @open -ErrorAction Continue 2>&1 } catch { $_ })
        $given.Count | Should -Be 2
        $given[0].Name | Should -Be 'SQL11'
        $given[1].FullyQualifiedErrorId | Should -Be 'GAR-P033,Get-GarrisonServer'
    }

    It 'of no server is whole' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 3; Lines = @($head, ']}'); Said = '' }
        }
        Get-GarrisonServer @open | Should -BeNullOrEmpty
        (Get-GarrisonStatus @open).Servers | Should -Be 0
    }

    It 'that cannot be read or is of another version hides nothing that the program said: <Lines>' -TestCases @(
        @{ Lines = @('{"format":"garrison.rings/1","rings":['); Code = 'GAR-P033' }
        @{ Lines = @('null'); Code = 'GAR-P033' }
        @{ Lines = @('["garrison.rings/1"]'); Code = 'GAR-P033' }
        @{ Lines = @('{"format":"garrison.rings/2"}'); Code = 'GAR-P034' }
        @{ Lines = @('{}'); Code = 'GAR-P034' }
    ) {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 1; Lines = $Lines; Said = $refusal }
        }
        $given = @(try { Get-GarrisonRing @open -ErrorAction Continue 2>&1 } catch { $_ })
        $given.FullyQualifiedErrorId | Should -Be @('GAR-0301,Get-GarrisonRing', "$Code,Get-GarrisonRing")
    }
}

Describe 'what comes through a pipeline' {
    BeforeAll {
        $order = '{"format":"garrison.ring-order/1","order":"halt","ring":"RING","succeeded":true,"mayStillRun":null,"unread":null}'
        $refusal = @('error: Somebody else is writing to the site. [GAR-0733]', '  Fix: Wait for the end of it.') -join "`n"
        $rings = @('first', 'second', 'third' | ForEach-Object { [pscustomobject] @{ Ring = $_; Job = $_ } })
    }

    It 'is tried to its end where the program refuses the first: <Name>' -TestCases @(
        @{ Name = 'Suspend-GarrisonRing'; Property = 'Ring'; Further = @{ Reason = 'x' } }
        @{ Name = 'Resume-GarrisonRing'; Property = 'Ring'; Further = @{ Confirm = $false } }
        @{ Name = 'Start-GarrisonJob'; Property = 'Job'; Further = @{} }
    ) {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            $name = $Words[$Words.Count - 1]
            $answer = if ($Words[0] -eq 'job') { '{"format":"garrison-job-run/1","job":"RING","findings":[]}' } else { $order }
            [pscustomobject] @{
                ExitCode = if ($name -eq 'first') { 1 } else { 0 }
                Lines    = @(if ($name -ne 'first') { $answer.Replace('RING', $name) })
                Said     = if ($name -eq 'first') { $refusal } else { '' }
            }
        }
        $given = @($rings | & $Name @open @Further -ErrorVariable refused -ErrorAction SilentlyContinue)
        $given.Count | Should -Be 2
        $given[1].$Property | Should -Be 'third'
        $refused.FullyQualifiedErrorId | Should -Be "GAR-0733,$Name"
        $refused.TargetObject | Should -Be 'first'
    }

    It 'is tried to its end where the program''s answer is none' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            $name = $Words[$Words.Count - 1]
            [pscustomobject] @{
                ExitCode = 0
                Lines    = @(if ($name -eq 'first') { '{"format":' } else { $order.Replace('RING', $name) })
                Said     = ''
            }
        }
        $given = @($rings | Suspend-GarrisonRing @open -Reason 'x' -ErrorAction Continue 2>&1)
        $given.Count | Should -Be 3
        $given[1, 2].Ring | Should -Be @('second', 'third')
        $given[0].FullyQualifiedErrorId | Should -Be 'GAR-P033,Suspend-GarrisonRing'
    }

    It 'is tried to its end where the first plan is none, and where the program refuses the second' {
        $plan = '{"format":"garrison-plan/2","digest":{"hex":"d"},"madeBy":"x","expires":null,"plan":{"site":"PS1","manifest":"m","manifestDigest":{"hex":"e"},"changes":[]}}'
        $files = @('none', 'refused', 'good' | ForEach-Object { "$TestDrive\$_.json" })
        Set-Content -Path $files[0] -Value 'x'
        Set-Content -Path $files[1], $files[2] -Value $plan
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            $isRefused = $Words[$Words.Count - 1] -like '*refused.json'
            [pscustomobject] @{
                ExitCode = if ($isRefused) { 1 } else { 0 }
                Lines    = @(if (-not $isRefused) { '{"format":"garrison.apply/1","succeeded":true}' })
                Said     = if ($isRefused) { $refusal } else { '' }
            }
        }
        $given = @(@([pscustomobject] @{ PlanFile = '' }) + @(Get-Item -Path $files) |
                Invoke-GarrisonApply @open -Confirm:$false -ErrorAction Continue 2>&1)
        $given.Count | Should -Be 4
        $given[0, 1, 2].FullyQualifiedErrorId |
            Should -Be @('GAR-P035,Invoke-GarrisonApply', 'GAR-P036,Invoke-GarrisonApply', 'GAR-0733,Invoke-GarrisonApply')
        $given[2].TargetObject | Should -Be $files[1]
        $given[3].PSTypeNames[0] | Should -Be 'Garrison.Applied'
    }

    It 'ends at the first error where the caller says so' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 1; Lines = @(); Said = $refusal }
        }
        (Get-Said { $rings | Suspend-GarrisonRing @open -Reason 'x' -ErrorAction Stop }).Count | Should -Be 1
        Should -Invoke -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -Times 1 -Exactly
    }

    It 'is not tried further where the program cannot be found or started' {
        $file = Join-Path -Path $TestDrive -ChildPath 'none.exe'
        $said = Get-Said { $rings | Suspend-GarrisonRing -Program $file -Reason 'x' }
        $said.FullyQualifiedErrorId | Should -Be 'GAR-P031,Suspend-GarrisonRing'
        Set-Content -Path $file -Value 'theirs'
        $said = Get-Said { $rings | Suspend-GarrisonRing -Program $file -Reason 'x' }
        $said.FullyQualifiedErrorId | Should -Be 'GAR-P032,Suspend-GarrisonRing'
    }
}

Describe 'a halt whose servers could not be read' {
    BeforeAll {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{
                ExitCode = 0
                Lines    = @('{"format":"garrison.ring-order/1","order":"halt","ring":"pilot","succeeded":true,"objects":[],"mayStillRun":null,"unread":{"code":"GAR-0301","problem":"The site did not answer.","remedy":"Look."}}')
                Said     = ''
            }
        }
    }

    It 'is given, with an error that says why' {
        $halted = Suspend-GarrisonRing @open -Ring 'pilot' -Reason 'x' -ErrorAction SilentlyContinue -ErrorVariable unread
        $halted.Succeeded | Should -BeTrue
        $unread.FullyQualifiedErrorId | Should -Be 'GAR-0301,Suspend-GarrisonRing'
        $unread.Exception.Message | Should -Be 'The site did not answer. [GAR-0301]'
        $unread.TargetObject | Should -Be 'pilot'
    }

    It 'shows that they are unknown' {
        Suspend-GarrisonRing @open -Ring 'pilot' -Reason 'x' -ErrorAction SilentlyContinue | Out-String -Width 100 |
            Should -Match 'MayStillRun +: unknown: The site did not answer\.'
    }
}

Describe 'an error' {
    BeforeAll {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 1; Lines = @(); Said = "error: It failed. [GAR-0101]`n  Fix: Look." }
        }
    }

    It 'shows the remedy where it shows the problem' {
        $said = Get-Said { Get-GarrisonRing @open }
        $said[0].ErrorDetails.Message | Should -Be 'It failed. [GAR-0101] Look.'
        $said[0].ErrorDetails.RecommendedAction | Should -Be 'Look.'
        $said[0].Exception.Message | Should -Be 'It failed. [GAR-0101]'
    }
}

Describe 'verbose' {
    It 'shows the command line as Windows reads it' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 0; Lines = @('{"format":"garrison.rings/1","rings":[],"mayStillRun":[]}'); Said = '' }
        }
        $shown = Get-GarrisonRing -Manifest 'C:\my sites\a.yaml' -Program $env:GARRISON_TEST_JAVA -Verbose 4>&1
        "$shown" | Should -Be "`"$env:GARRISON_TEST_JAVA`" `"rollout`" `"status`" `"--manifest=C:\my sites\a.yaml`" `"--json`""
    }
}

Describe 'the updates of the sensor' {
    BeforeAll {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{
                ExitCode = 1
                Lines    = @(
                    '{"format":"garrison.wsus-status/1","manifest":"m","at":"2026-11-24T21:00:00Z","servers":['
                    '{"server":"wsus01","owner":"wsus","needsLook":true,"version":"10.0","synchronised":null,"lines":['
                    '{"family":"","channel":"","choice":"current","version":"10.8","updateId":"x","revision":1,"arrived":"2026-11-24T21:00:00Z","groups":['
                    '{"group":"All Computers","groupId":"a","approved":true,"installed":50,"needed":0,"failed":9,"unknown":400,"notApplicable":0},'
                    '{"group":"Empty","groupId":"b","approved":true,"installed":0,"needed":0,"failed":0,"unknown":0,"notApplicable":0},'
                    '{"group":"Servers of the data centre north","groupId":"c","approved":true,"installed":1,"needed":25,"failed":8,"unknown":7,"notApplicable":0}]},'
                    '{"family":"Windows 10/11","channel":"Current Channel (Staged)","choice":"nothing","why":"no update is in force","groups":[]}],'
                    '"unreadTitles":[],"leftOut":[],"contradictions":[],"onlyShown":[]},'
                    '{"server":"wsus02","owner":"wsus","needsLook":true,"failures":[{"code":"GAR-0301","problem":"It did not answer.","remedy":"Look."}]}],'
                    '"softwareUpdatePoint":{"site":"PS1","needsLook":true,"product":"subscribed","points":[],'
                    '"rings":[{"ring":"pilot","collection":"c","rule":null},{"ring":"broad","collection":"d","rule":"ADR broad"}],'
                    '"lines":[{"family":"","channel":"","version":"10.8","rings":['
                    '{"ring":"pilot","deployed":"10.8","enabled":true,"installed":3,"missing":25,"notRequired":0,"unknown":4},'
                    '{"ring":"broad","deployed":null,"enabled":false,"installed":0,"missing":0,"notRequired":0,"unknown":0}]}],'
                    '"unreadTitles":[],"findings":[]}}'
                )
                Said     = ''
            }
        }
        $given = @(Get-GarrisonSensorUpdate @updates -ErrorAction SilentlyContinue)
        function Get-Shown {
            param([object] $Of)
            # As at a console, where nobody has set a strict mode.
            Set-StrictMode -Off
            return , @(($Of | Out-String -Width 120) -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ -ne '' })
        }
    }

    It 'are counted by group of a server, for groups overlap, and never as zero where nothing is known' {
        (Get-Shown -Of $given[0].Updates) | Should -Be @(
            'Family         Channel                  Version                  Choice       Group                Needed Failed Unknown'
            '------         -------                  -------                  ------       -----                ------ ------ -------'
            'unified agent  no channel               10.8                     current      All Computers             0      9     400'
            '                                                                              Empty'
            '                                                                              Servers of the da...     25      8       7'
            'Windows 10/11  Current Channel (Staged)                          nothing'
        )
    }

    It 'are counted by ring of a software update point, which tells of no failures' {
        (Get-Shown -Of $given[2].Updates)[2, 3] | Should -Be @(
            'unified agent  no channel               10.8                                  pilot                    25              4'
            '                                                                              broad'
        )
    }

    It 'are none that a server without an answer would have' {
        (Get-Shown -Of $given[0, 1])[2, 3, 4] | Should -Be @(
            'wsus01 wsus  True                   unified agent, no channel: 10.8'
            '                                    Windows 10/11, Current Channel (Staged): no update is in force'
            'wsus02 wsus  True                   did not answer'
        )
    }

    It 'are shown with the rules of the rings, of which one may have none' {
        (Get-Shown -Of $given[2]) | Should -Be @(
            'Site      : PS1'
            'NeedsLook : True'
            'Product   : subscribed'
            'Points    :'
            'Rings     : pilot: no rule'
            '            broad: ADR broad'
            'Updates   : unified agent, no channel: 10.8'
        )
    }

    It 'are none that a site without an answer would have' {
        $silent = InModuleScope -ModuleName Garrison.Admin {
            ConvertTo-GarrisonObject -TypeName 'Garrison.SoftwareUpdatePoint' -Value (
                '{"site":"PS1","needsLook":true,"failures":[{"code":"GAR-0301","problem":"x","remedy":"y"}]}' | ConvertFrom-Json)
        }
        (Get-Shown -Of $silent) | Should -Be @(
            'Site      : PS1'
            'NeedsLook : True'
            'Product   :'
            'Points    :'
            'Rings     :'
            'Updates   : did not answer'
        )
    }
}
