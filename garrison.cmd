@echo off
rem Finds JDK 25, builds Garrison when it is missing or older than its sources, and runs it. Without sources, in an
rem unpacked zip, it only runs it.
rem Delayed expansion stays off: it would eat exclamation marks in arguments and paths.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "APP=%HERE%connector\cli\target\garrison"
if not exist "%HERE%pom.xml" set "APP=%HERE:~0,-1%"

call :find_jdk
if not defined JDK (
  1>&2 echo error  Garrison needs JDK 25, and none was found in JAVA_HOME, on PATH or below "%ProgramFiles%".
  1>&2 echo        Set JAVA_HOME, or: winget install EclipseAdoptium.Temurin.25.JDK
  exit /b 1
)
if not exist "%HERE%pom.xml" goto run
call :is_fresh && goto run
call :build || exit /b 1

rem The service is mostly idle, so it begins with a small heap.
:run
set "HEAP="
if "%~1"=="serve" set "HEAP=-Xms16m"
"%JDK%\bin\java.exe" -Xshare:auto -Xlog:disable -XX:+UseSerialGC %HEAP% --add-exports=java.security.jgss/sun.security.jgss=ALL-UNNAMED --add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED -Dfile.encoding=UTF-8 %GARRISON_JAVA_OPTS% -cp "%APP%\lib\*" dev.garrison.Main %*
exit /b %ERRORLEVEL%

rem Sets JDK to a JDK 25 or newer: JAVA_HOME, then PATH, then the usual folders.
:find_jdk
set "JDK="
if not defined JAVA_HOME goto jdk_on_path
set "CANDIDATE=%JAVA_HOME:"=%"
call :consider
:jdk_on_path
for /f "delims=" %%J in ('%SystemRoot%\System32\where.exe $PATH:javac.exe 2^>nul') do (
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
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%CANDIDATE%\release" >nul 2>&1 && set "JDK=%CANDIDATE%"
exit /b 0

rem Succeeds when no source is newer than the stamp of the last build. Where PowerShell may not run, it is built.
:is_fresh
if not exist "%APP%\built" exit /b 1
setlocal
set "GARRISON_HERE=%HERE%"
set "GARRISON_STAMP=%APP%\built"
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -Command "$here = $env:GARRISON_HERE; $built = (Get-Item -LiteralPath $env:GARRISON_STAMP).LastWriteTimeUtc; $files = @(Get-Item -LiteralPath ($here + 'pom.xml')) + @('connector', 'wsus-catalog', 'mecm-scripts', 'config' | ForEach-Object { Get-ChildItem -LiteralPath ($here + $_) -Recurse -File -Force }); $newer = $files | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName.Substring($here.Length) -notmatch '\\(target|node_modules|src\\test)\\' } | Select-Object -First 1; if ($newer) { exit 10 } else { exit 0 }" >nul 2>&1
exit /b %ERRORLEVEL%

rem The stamp is made before the build and counts after it: what is edited meanwhile is built the next time.
:build
setlocal
set "MVN="
for /f "delims=" %%M in ('%SystemRoot%\System32\where.exe $PATH:mvn.cmd 2^>nul') do if not defined MVN set "MVN=%%M"
if defined MVN goto build_with_maven
1>&2 echo error  Garrison is built with Maven, which was not found on PATH.
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
1>&2 echo error  The build failed; the whole log is "%LOG%"
exit /b 1
:not_writable
1>&2 echo error  Garrison is built in "%APP%", and that cannot be written.
exit /b 1
