package dev.garrison.windows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Microsoft's install.ps1, which the wrapper runs unaltered. It has a server of its own, because
 * each of its runs is a process that takes seconds.
 */
@Tag("windows")
final class InstallScriptIT {
  @TestFactory
  Stream<DynamicTest> theWrapperRunsItAsItIs() throws IOException, InterruptedException {
    WineServer server = WineServer.named("installscript");
    ClientScriptsIT.copy("client", server.computer().driveC().resolve("Content"));
    return PesterTests.on(
        server,
        List.of("InstallScript.Tests.ps1"),
        Map.of(
            "GARRISON_TEST_INSTALL_SCRIPT", WineComputer.windowsPath(WineServer.installScript()),
            "GARRISON_TEST_INSTALLER", WineComputer.windowsPath(server.installer())));
  }
}
