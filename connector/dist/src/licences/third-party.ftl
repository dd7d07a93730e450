Software of others in this distribution
=======================================

Garrison itself is under the Apache License 2.0: LICENSE. Each jar below is in lib as its makers published it, in a file
of its own, so that you can replace it. Where a jar has a licence or a notice of its own, it is inside, in META-INF. The
texts are in the folder licences.

  Apache-2.0         licences/Apache-2.0.txt
  BouncyCastle       licences/BouncyCastle.txt
  EPL-2.0            licences/EPL-2.0.txt
  LGPL-2.1-or-later  licences/LGPL-2.1.txt
  MIT                licences/MIT-mbassador.txt, licences/MIT-slf4j.txt
  MPL-2.0            licences/MPL-2.0.txt
  Unicode-3.0        licences/Unicode-3.0.txt

jcifs-ng is a library under the LGPL. Garrison uses it and does not contain any of it. Its source is
licences/jcifs-ng-*-sources.jar; a changed one works when it takes the place of the jar in lib.

Of Logback's two licences the EPL-2.0 is the one chosen here, and so of the two of Jakarta Servlet; of H2's two the MPL-2.0,
and of Jetty's two Apache-2.0. Their sources are where their addresses below say.

Where there is a folder runtime, a Java runtime lies in it, made from OpenJDK by jlink. It is under the GNU General Public
License 2 with the Classpath Exception; its texts and those of what it contains are in runtime/legal, and
runtime/release says which build it is. Its source is at https://github.com/openjdk/jdk25u under the tag of that build.

Where there is prunsrv.exe, the program of the service on Windows, it is that of Apache Commons Daemon 1.5.1, under the Apache
License 2.0; its notice is licences/commons-daemon-NOTICE.txt.

The jars
--------
<#list dependencyMap as e>
<#assign project = e.getKey()/>
${project.groupId}:${project.artifactId}:${project.version}
    licence  ${e.getValue()?join(" or ")}
    from     ${project.url!"its makers, as the pom in META-INF says"}
</#list>
