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
# 7opx4M7TMpPMuq3C1x7FfxMgBV6j9aCCA5EwggONMIICdaADAgECAhQJBR+fkOsy
# ++Jee+bY/PH0iC7cGTANBgkqhkiG9w0BAQsFADBFMR0wGwYDVQQKDBRUaGUgR2Fy
# cmlzb24gcHJvamVjdDEkMCIGA1UEAwwbR2Fycmlzb24gZGVtb25zdHJhdGlvbiBy
# b290MCAXDTI2MDEwMTAwMDAwMFoYDzIwNTYwMTAxMDAwMDAwWjBAMR0wGwYDVQQK
# DBRUaGUgR2Fycmlzb24gcHJvamVjdDEfMB0GA1UEAwwWR2Fycmlzb24gZGVtb25z
# dHJhdGlvbjCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKDcR+UGFjtZ
# 5mRT0kXLlxojrlD8qAdHqGCdkMf9etmbzuHugen2Wq+XzXbxXAsyEiLwbcKoa4Xd
# u2V/f2XnhcwW6YrzZGMTe7I08/BqufQXy3Ln47ffIa5urDm8bqQmXi9I/wGk7P2+
# cpIzgrEWLJhr8rg9GWl+VxeRuTushOCUd+SNBgbmrLpXM/HOvMucMEGCrkTOphIo
# RJE6eBSKNBZMjDI8wHpP3DMrlSg/hGFbFjKzfgp6ix47dEOrzPeNiucPbi+ctOo0
# +Iq7Z7MdBYd48O42kQcTe+KwkCgdPtvnmDx1yf0qlhW/b77/z3vRYdKrDL7gv3uh
# pYhYgIGTaCECAwEAAaN4MHYwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4Aw
# FgYDVR0lAQH/BAwwCgYIKwYBBQUHAwMwHQYDVR0OBBYEFBkN/OBEUC+NhmnvO9aL
# ccEh4KEgMB8GA1UdIwQYMBaAFDFKllF8L39a2GwlMbUWiufFOPiBMA0GCSqGSIb3
# DQEBCwUAA4IBAQB9SHOoL1xJRYxH4udxHmADDY+dIbeo2ImrVDiJfQjdFW3FOKUW
# j2HG9O+OYG3yxSe8C3eBtOdkE1s/bOCoOCuwwByttUTdICrVxCVsrM9B3u7NDQ6y
# kgqajp4FJNcjR/WXrBd6LwseqHDf8c84ZE1qU4dvsbCWufnrwlibzPMbkdHw5ZHC
# YKY/gDn9mwd1D46F9CirSwIrR+R4t+oxvCvroExX17OzudSLKl28EvBIkiovHqzs
# qEGdVmMkeu7WYS46jLLQUOa+P7lxlhp8moajOaA30UJqazOwaWFkNuDgnjmKJ4az
# 0A2E345GEbZqVBN2jYQNP1BRlbBBAoVwupglMYICEzCCAg8CAQEwXTBFMR0wGwYD
# VQQKDBRUaGUgR2Fycmlzb24gcHJvamVjdDEkMCIGA1UEAwwbR2Fycmlzb24gZGVt
# b25zdHJhdGlvbiByb290AhQJBR+fkOsy++Jee+bY/PH0iC7cGTANBglghkgBZQME
# AgEFAKCBiDAZBgkqhkiG9w0BCQMxDAYKKwYBBAGCNwIBBDAcBgkqhkiG9w0BCQUx
# DxcNMjYxMTI0MjAxMzExWjAcBgorBgEEAYI3AgELMQ4wDAYKKwYBBAGCNwIBFTAv
# BgkqhkiG9w0BCQQxIgQgGqjlC6NWlSOBLNlQcYwuS13X7nOi1ekYLqAA4xxenFAw
# DQYJKoZIhvcNAQEBBQAEggEAKLa/2rSkR0sSBET7trVAItnrFgjy2oTeAWu0uN15
# vYSVkhVNjiIhvoloC6fjdzclW5v6xypoxB4BvxdJA8hh3Z60idnkzxRxLir9CaIY
# 1OA9lQZgfAYf4KiuXG8ODIxgWQ/nAPNgpNsHUEQzBbxtCfXDJ8P1iRRXd2eOf41u
# 2BMMuPOh+UYxUogx1o9kk1eyM/o/TmKpVM21+OI06Ymu1e8pxonrDpB6F0rDxllS
# YTkrQTALdkM6roBpM3sdQ14GVZd/kewVM16FDo1oTrmO5feXH8Y6S2oQdb9hPDKX
# 3eMeX4uvqrQYrPNMxAEnTl54ieMjwiWMl2oi/F6OEle+ZQ==
# SIG # End signature block
