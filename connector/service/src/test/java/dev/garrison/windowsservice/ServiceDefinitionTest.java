package dev.garrison.windowsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.windowsservice.ServiceDefinition.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceDefinitionTest {
  private static final ServiceDefinition DEFINITION =
      new ServiceDefinition(
          "C:\\Program Files\\Garrison",
          "C:\\Program Files\\Garrison\\runtime\\bin\\server\\jvm.dll",
          List.of(
              "C:\\Program Files\\Garrison\\lib\\a.jar", "C:\\Program Files\\Garrison\\lib\\b.jar"),
          Optional.of("C:\\Program Files\\Garrison\\garrison-1.aot"));

  @Test
  void aServiceIsRegisteredWithTheProgramAndWhatItServes() {
    assertThat(
            DEFINITION.registered(
                false, Optional.of(new Served("C:\\G\\garrison.yaml", "C:\\G\\state"))))
        .containsExactly(
            "//IS//garrison",
            "--DisplayName=Garrison",
            "--Description=Keeps Windows servers onboarded to Microsoft Defender for Endpoint.",
            "--Install=C:\\Program Files\\Garrison\\prunsrv.exe",
            "--Jvm=C:\\Program Files\\Garrison\\runtime\\bin\\server\\jvm.dll",
            "--Classpath=C:\\Program Files\\Garrison\\lib\\a.jar;C:\\Program Files\\Garrison\\lib\\b.jar",
            "--JvmOptions=-Xlog:disable;-XX:+DisplayVMOutputToStderr;-XX:+UseSerialGC;--enable-native-access=ALL-UNNAMED;--add-exports=java.security.jgss/sun.security.jgss=ALL-UNNAMED;--add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED;-Dfile.encoding=UTF-8;-XX:TieredStopAtLevel=4;-Xms16m;-Dstdout.encoding=UTF-8;-Dstderr.encoding=UTF-8;-XX:AOTCache=C:\\Program Files\\Garrison\\garrison-1.aot",
            "--StartMode=jvm",
            "--StartClass=dev.garrison.Main",
            "--StartMethod=main",
            "--StopMode=jvm",
            "--StopClass=java.lang.System",
            "--StopMethod=exit",
            "--StopTimeout=45",
            "--StartParams=serve;-f;C:\\G\\garrison.yaml;--state;C:\\G\\state",
            "--StartPath=C:\\G\\state",
            "--LogPath=C:\\G\\state\\procrun",
            "--LogPrefix=garrison",
            "--StdError=auto");
  }

  @Test
  void anUpgradeNamesTheNewProgramAndLeavesWhatIsServed() {
    assertThat(DEFINITION.registered(true, Optional.empty()))
        .startsWith("//US//garrison")
        .noneMatch(
            argument -> argument.startsWith("--StartParams") || argument.startsWith("--Log"));
  }

  @Test
  void aPathThatLooksLikeTwoIsOne() {
    assertThat(
            DEFINITION.registered(
                true, Optional.of(new Served("C:\\a;b\\garrison.yaml", "C:\\日本 #1"))))
        .contains("--StartParams=serve;-f;'C:\\a;b\\garrison.yaml';--state;'C:\\日本 #1'");
  }

  @Test
  void aPathThatProcrunCannotBeGivenIsRefused() {
    assertThatThrownBy(() ->
            DEFINITION.registered(
                true, Optional.of(new Served("C:\\Bob's\\garrison.yaml", "C:\\state"))))
        .hasMessage(
            "The path \"C:\\Bob's\\garrison.yaml\" contains an apostrophe, which a service can't have."
                + " Use a folder without an apostrophe, for example C:\\ProgramData\\Garrison. [SERVICE_REFUSED GAR-1131]");
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:AOTCache=/opt/g/garrison-1.aot, /opt/g/garrison-1.aot",
    "-XX:AOTCache=/home/ann/Garrison/garrison-1.aot,",
    "-XX:AOTCache=/opt/g/lib/garrison-1.aot,",
    "-XX:AOTCacheOutput=/opt/g/garrison-1.aot,"
  })
  void theServiceTakesTheClassesThatLieBesideTheProgram(String option, String taken) {
    assertThat(ServiceDefinition.classCache(Path.of("/opt/g"), List.of("-Xms16m", option)))
        .isEqualTo(Optional.ofNullable(taken));
  }
}
