@echo off
rem Finds JDK 25, builds Garrison when it is missing or older than its sources, and runs it: for a checkout of the
rem sources. What is packaged for Windows starts by garrison.exe.
rem Delayed expansion stays off: it would eat exclamation marks in arguments and paths.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "APP=%HERE%connector\cli\target\garrison"
set "SYSTEM32=%SystemRoot%\System32"
if /i "%CD%"=="%SystemRoot%" 1>&2 echo note: The current folder is %CD%: names of files count from there. Where it was one of the network, cmd left it.

call :find_jdk
if not defined JDK (
  1>&2 echo error: Garrison is built from these sources with JDK 25, and none was found in JAVA_HOME, on PATH or below "%ProgramFiles%".
  1>&2 echo        Set JAVA_HOME, or: winget install EclipseAdoptium.Temurin.25.JDK
  1>&2 echo        Only the build needs a JDK. The packaged program for Windows, garrison.exe, needs none.
  exit /b 1
)
call :is_fresh && goto run
call :build || exit /b 1
goto run

rem Sets JDK to a JDK 25 or newer: JAVA_HOME, then PATH, then the usual folders.
:find_jdk
set "JDK="
if not defined JAVA_HOME goto jdk_on_path
set "CANDIDATE=%JAVA_HOME:"=%"
call :consider
:jdk_on_path
for /f "delims=" %%J in ('%SYSTEM32%\where.exe $PATH:javac.exe 2^>nul') do (
  set "CANDIDATE=%%~dpJ.."
  call :consider
)
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Java" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto") do (
  for /d %%E in ("%%~R\jdk*" "%%~R\zulu*") do (
    set "CANDIDATE=%%~E"
    call :consider
  )
)
exit /b 0

rem Takes CANDIDATE when nothing was taken before and its release file says 25 or more.
:consider
if defined JDK exit /b 0
if not exist "%CANDIDATE%\bin\javac.exe" exit /b 0
if not exist "%CANDIDATE%\release" exit /b 0
set "MAJOR=0"
for /f "usebackq tokens=1,2 delims==." %%V in ("%CANDIDATE%\release") do if "%%V"=="JAVA_VERSION" set "MAJOR=%%W"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ 25 set "JDK=%CANDIDATE%"
exit /b 0

rem Succeeds when no source is newer than the stamp of the last build. Where PowerShell may not run, it is built.
:is_fresh
if not exist "%APP%\built" exit /b 1
setlocal
set "GARRISON_HERE=%HERE%"
set "GARRISON_STAMP=%APP%\built"
"%SYSTEM32%\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -Command "$here = $env:GARRISON_HERE; $built = (Get-Item -LiteralPath $env:GARRISON_STAMP).LastWriteTimeUtc; $files = @(Get-Item -LiteralPath ($here + 'pom.xml')) + @('connector', 'wsus-catalog', 'mecm-scripts', 'config' | ForEach-Object { Get-ChildItem -LiteralPath ($here + $_) -Recurse -File -Force }); $newer = $files | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName.Substring($here.Length) -notmatch '\\(target|node_modules|src\\test)\\' } | Select-Object -First 1; if ($newer) { exit 10 } else { exit 0 }" >nul 2>&1
exit /b %ERRORLEVEL%

rem The stamp is made before the build and counts after it: what is edited meanwhile is built the next time.
:build
setlocal
set "MVN="
for /f "delims=" %%M in ('%SYSTEM32%\where.exe $PATH:mvn.cmd 2^>nul') do if not defined MVN set "MVN=%%M"
if defined MVN goto build_with_maven
1>&2 echo error: Garrison is built with Maven, which was not found on PATH.
exit /b 1
:build_with_maven
1>&2 echo Building Garrison (the first time takes some minutes) ...
set "BUILD=%RANDOM%%RANDOM%"
set "LOG=%APP%\build.%BUILD%.log"
set "STAMP=%APP%\building.%BUILD%"
set "JAVA_HOME=%JDK%"
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
if not exist "%APP%" mkdir "%APP%" || goto not_writable
type nul >"%STAMP%" || goto not_writable
pushd "%HERE%" || goto not_writable
call "%MVN%" -q -B -Dmaven.test.skip=true -Dspotless.check.skip -Denforcer.skip -Dmdep.analyze.skip -pl connector/cli -am package >"%LOG%" 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" goto build_failed
move /y "%STAMP%" "%APP%\built" >nul || goto not_writable
del "%LOG%"
exit /b 0
:build_failed
del "%STAMP%"
1>&2 type "%LOG%"
1>&2 echo error: The build failed; the whole log is "%LOG%"
exit /b 1
:not_writable
1>&2 echo error: Garrison is built in "%APP%", and that cannot be written.
exit /b 1

rem The service is mostly idle, so it begins with a small heap. GARRISON_JAVA_OPTS goes by a variable of 'for', which cmd
rem does not read again: an ampersand in it stays one. Java comes last, so that && and || after garrison.cmd see its exit
rem code; an 'exit /b' after it would hide it from them.
:run
set "HEAP="
if "%~1"=="serve" set "HEAP=-Xms16m"
setlocal EnableDelayedExpansion
for /f "delims=" %%# in (" !GARRISON_JAVA_OPTS!") do endlocal & "%JDK%\bin\java.exe" "@%HERE%config\launcher\java.options" %HEAP% %%# -cp "%APP%\lib\*" dev.garrison.Main %*
