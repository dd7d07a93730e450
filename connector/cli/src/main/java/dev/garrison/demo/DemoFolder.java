package dev.garrison.demo;

import dev.garrison.manifest.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Temporary folder with all files of a demonstration; it is deleted when closed. */
final class DemoFolder implements AutoCloseable {
  private static final List<String> PACKAGES =
      List.of(
          "md4ws.msi",
          "install.ps1",
          "WindowsDefenderATPOnboardingScript.cmd",
          "sample-root.pem",
          "sample-onboarding-root.pem");

  /** The ring of a small site. */
  static final String PILOT =
      """
        - name: pilot
          collections: [Pilot servers]
          maxDevices: 25
          deadline: "+3d 22:00"
          antivirus: active\
      """;

  private final Path folder;

  DemoFolder() {
    try {
      folder = Files.createTempDirectory("garrison-demo-");
      Files.createDirectory(share());
      Files.createDirectory(folder.resolve("packages"));
      for (String name : PACKAGES) {
        SampleFiles.copy(name, folder.resolve("packages").resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path share() {
    return folder.resolve("share");
  }

  /** Writes the manifest and returns its path. */
  Path manifest(DemoSite site, DemoShare share) {
    return manifest(site, share, "demo", PILOT, "");
  }

  /**
   * Writes the manifest with other rings and more sections, and returns its path.
   *
   * @param name of the manifest, which each page shows
   * @param rings entries of {@code rings}
   * @param more sections that follow the others
   */
  Path manifest(DemoSite site, DemoShare share, String name, String rings, String more) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: %s
        site:
          code: %s
          providers: [%s]
        content:
          publishTo: %s
          contentSource: %s
        %s
        tenant:
          orgId: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2
        packages:
          installer: packages/md4ws.msi
          installScript: packages/install.ps1
          onboarding: packages/WindowsDefenderATPOnboardingScript.cmd
          trust:
            - certificate: packages/sample-root.pem
              publisher: Garrison demonstration
            - names: [Seville.Windows.com]
              root: packages/sample-onboarding-root.pem
        limitingCollection: All Servers
        distribution:
          groups: [Europe DPs]
        operatingSystems: [2012R2, 2019, 2022]
        rings:
        %s
        sampleSharing: none
        """
            .formatted(
                name,
                site.code(),
                YamlText.quoted(site.lab().adminService().toString()),
                YamlText.quoted(share.publishTo()),
                YamlText.quoted(DemoSite.CONTENT_SOURCE),
                share.account(),
                rings);
    try {
      return Files.writeString(
          folder.resolve("garrison.yaml"), text + more, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path visited, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
