@echo off
rem A SAMPLE of the Garrison project for its demonstration. It onboards nothing: it leaves before it does anything.
rem It has the form of the onboarding script of kind Group Policy. Its tenant, signatures and certificates are made up.
rem The real one: Microsoft Defender portal, Settings, Endpoints, Onboarding.
echo This is a sample. It onboards nothing.
EXIT /B 1

%windir%\System32\reg.exe add "HKLM\SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection" /v OnboardingInfo /t REG_SZ /f /d "{\"body\":\"{\\\"previousOrgIds\\\":[],\\\"orgId\\\":\\\"5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2\\\",\\\"geoLocationUrl\\\":\\\"https://edr-sample.eu.endpoint.security.microsoft.com/edr/\\\",\\\"datacenter\\\":\\\"WestEurope\\\",\\\"vortexGeoLocation\\\":\\\"EU\\\",\\\"vortexServerUrl\\\":\\\"https://sample-v20.events.endpoint.security.microsoft.com/OneCollector/1.0\\\",\\\"vortexTicketUrl\\\":\\\"https://events.data.microsoft.com\\\",\\\"partnerGeoLocation\\\":\\\"GW_EU\\\",\\\"version\\\":\\\"2.11\\\",\\\"packageGuid\\\":\\\"00000000-0000-4000-8000-000000005a3e\\\"}\",\"sig\":\"U0FNUExFLCBubyBzaWduYXR1cmU6IG1hZGUgdXAgZm9yIHRoZSBkZW1vbnN0cmF0aW9uIG9mIEdhcnJpc29u\",\"sha256sig\":\"U0FNUExFLCBubyBzaWduYXR1cmU6IG1hZGUgdXAgZm9yIHRoZSBkZW1vbnN0cmF0aW9uIG9mIEdhcnJpc29u\",\"cert\":\"U0FNUExFLCBubyBjZXJ0aWZpY2F0ZTogbWFkZSB1cCBmb3IgdGhlIGRlbW9uc3RyYXRpb24gb2YgR2Fycmlzb24=\",\"chain\":[\"U0FNUExFLCBubyBpc3N1aW5nIGF1dGhvcml0eQ==\",\"U0FNUExFLCBubyByb290IGF1dGhvcml0eQ==\"]}" >NUL 2>&1
