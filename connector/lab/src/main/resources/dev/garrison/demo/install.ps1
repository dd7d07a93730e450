<#
    A sample of the Garrison project for its demonstration. It stands in for Microsoft's install.ps1, which installs
    md4ws.msi: it takes the same parameters, installs nothing and leaves with 0.
    The real one: https://github.com/microsoft/mdefordownlevelserver
#>
param(
    [guid] $RemoveMMA,
    [string] $OnboardingScript,
    [switch] $Uninstall,
    [string] $OffboardingScript,
    [switch] $UI,
    [switch] $Passive,
    [switch] $NoMSILog,
    [switch] $NoEtl,
    [hashtable] $ExtraWebRequestOptions)
exit 0

# SIG # Begin signature block
# MIIGTgYJKoZIhvcNAQcCoIIGPzCCBjsCAQExDzANBglghkgBZQMEAgEFADB5Bgor
# BgEEAYI3AgEEoGswaTA0BgorBgEEAYI3AgEeMCYCAwEAAAQQH8w7YFlLCE63JNLG
# KX7zUQIBAAIBAAIBAAIBAAIBADAxMA0GCWCGSAFlAwQCAQUABCBaWYsUlHF4oHh1
# 7opx4M7TMpPMuq3C1x7FfxMgBV6j9aCCA5EwggONMIICdaADAgECAhRP/TnlLyG2
# 2zGuTBSK/qeE6q2zszANBgkqhkiG9w0BAQsFADBFMR0wGwYDVQQKDBRUaGUgR2Fy
# cmlzb24gcHJvamVjdDEkMCIGA1UEAwwbR2Fycmlzb24gZGVtb25zdHJhdGlvbiBy
# b290MCAXDTI2MDEwMTAwMDAwMFoYDzIwNTYwMTAxMDAwMDAwWjBAMR0wGwYDVQQK
# DBRUaGUgR2Fycmlzb24gcHJvamVjdDEfMB0GA1UEAwwWR2Fycmlzb24gZGVtb25z
# dHJhdGlvbjCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKV32sMfYnt2
# usc3/0E4+yd6tTcs9eBxf4xU18xqVBA6yLFcF1tCvDjBrEZYgljAvHjaS3CrNwWp
# tCvwS8gwJMNrtxqpuYGuPlltLfOITQ/vzTJZSFvwq2ub2UZ5PIkzPFTBv/fu9W6e
# TZcJtVM0UzKfWL9KSlmi60zV3BCDPft+El04ZnJjevnCTVYrjK3l05BmhDoDh6C+
# j3tGtbSmM/w0rEvzzoRewH9xNp3xntehDs/gnDvx1susS7S8q8YoE9Tuq2Ga8/LJ
# XZqBYQL1OWX/7jWtYm8Q/zREVgl3kDyz7IBnHmJOjp5Eo+hWu1ybgOHVulZH4YLg
# vI4DqEpOuHkCAwEAAaN4MHYwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4Aw
# FgYDVR0lAQH/BAwwCgYIKwYBBQUHAwMwHQYDVR0OBBYEFHZWZHBksFGgSeoeXhnk
# gx4+qSJ8MB8GA1UdIwQYMBaAFHtGUAtyaNim8f/91wWk2k14sN37MA0GCSqGSIb3
# DQEBCwUAA4IBAQBf3hteA0x4wx0Bj4JXzbrlqoHJv5OBzOK3Mm1O02GNXKj8Hu+I
# 5XQaOV6Nwiajx2THiFA5oysw6ah3nmaC5dOFvzdYyzPPCBj2XHsI45FbxoHjYtgl
# eUCDsW7tNN8hXzlvxgo7m03aBFYvfLEH3iXoCrrC8SJmY0SeQ9pcnuVbawhMc7A6
# BRpwON7ffLBfZO42nfb7gLXcxq3SpzpRYVbpv06puv5Co4XP7EUe7XAFvAvXHmx0
# VmQuFjmUNH5PlHcSpewkXo7mFoPHNvReGs0HTOKS75IYuYECEgy+gdiUsU37JcUo
# kFkd5ao3sX3SMQ5nNi1dlXWXvQOc1iuhkKZgMYICEzCCAg8CAQEwXTBFMR0wGwYD
# VQQKDBRUaGUgR2Fycmlzb24gcHJvamVjdDEkMCIGA1UEAwwbR2Fycmlzb24gZGVt
# b25zdHJhdGlvbiByb290AhRP/TnlLyG22zGuTBSK/qeE6q2zszANBglghkgBZQME
# AgEFAKCBiDAZBgkqhkiG9w0BCQMxDAYKKwYBBAGCNwIBBDAcBgkqhkiG9w0BCQUx
# DxcNMjYxMTI4MTMzMDU4WjAcBgorBgEEAYI3AgELMQ4wDAYKKwYBBAGCNwIBFTAv
# BgkqhkiG9w0BCQQxIgQgGqjlC6NWlSOBLNlQcYwuS13X7nOi1ekYLqAA4xxenFAw
# DQYJKoZIhvcNAQEBBQAEggEAlbE8/9g6cr8Doll+QaWDGAmfxiICIXiB4UXAEdHO
# zh+e91Us0VumiXTuTKg+yWQQOo4ATv92j3mfOv/Dd13hfPue6Iu0h6wtGzp7Q0Ni
# TMPgWGy70ytNiF8/LCCUjFmqe1BjPP7sWBw2lNoQPPx8+PBVDSTU6pq7Act9dXEi
# +lfpxD7+LldMbqKzFS7iu1+Pi6FSgCmF5pU3Ivrj2TU5E211w1bwIdxrYsx4qo9c
# Dk0paqYJmCMEXypsVBn5oZKYOF8k/aPjVGFI5eyStfLFd7whXs5jVVsgX/jLJP2x
# HTESLkOriW1Q+0bPpjPGX7rlde+R9jsRQYZcLdIAgLMj/Q==
# SIG # End signature block
