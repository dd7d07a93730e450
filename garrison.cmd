@echo off
rem Finds JDK 25, builds Garrison when it is missing, and runs it.
setlocal EnableDelayedExpansion
set "HERE=%~dp0"
set "JDK="
for %%D in ("%JAVA_HOME%" "%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do (
  if not defined JDK for /d %%E in (%%D) do (
    findstr /r /c:"^JAVA_VERSION=.2[5-9]" "%%~E\release" >nul 2>&1 && set "JDK=%%~E"
  )
)
if not defined JDK (
  echo error  Garrison needs JDK 25. Set JAVA_HOME, or: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  exit /b 1
)
set "APP=%HERE%connector\target\garrison"
if not exist "%APP%\lib" (
  where mvn >nul 2>&1 || (
    echo error  Garrison is built with Maven, which was not found on PATH. 1>&2
    exit /b 1
  )
  echo Building Garrison ... 1>&2
  set "JAVA_HOME=!JDK!"
  pushd "%HERE%"
  call mvn -q -B -DskipTests -Dspotless.check.skip -pl connector -am package 1>&2 || exit /b 1
  popd
)
"%JDK%\bin\java" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp "%APP%\lib\*" dev.garrison.Main %*
exit /b %ERRORLEVEL%
