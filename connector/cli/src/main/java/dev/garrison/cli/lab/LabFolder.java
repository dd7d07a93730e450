package dev.garrison.cli.lab;

import dev.garrison.demo.SampleFiles;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.lab.LabOptions;
import dev.garrison.language.Message;
import dev.garrison.manifest.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Folder with a simulated site, a manifest for it, sample packages and a share. */
record LabFolder(Path path) {
  private static final String CONTENT_SOURCE = "\\\\files.lab.example\\mde$";
  private static final String PORT = "port";
  private static final List<String> PACKAGES =
      List.of(
          "md4ws.msi",
          "install.ps1",
          "WindowsDefenderATPOnboardingScript.cmd",
          "WindowsDefenderATPOffboardingScript_valid_until_2055-12-31.cmd",
          "sample-root.pem",
          "sample-next-root.pem",
          "sample-onboarding-root.pem");

  /**
   * Fills an empty or new folder.
   *
   * @param port of the site's administration service; the WSUS server has the next one
   * @throws RefusalException if the folder is not empty; nothing in it is changed
   */
  void init(int port) {
    try {
      Files.createDirectories(path);
      requireEmpty();
      Path packages = Files.createDirectory(path.resolve("packages"));
      for (String name : PACKAGES) {
        SampleFiles.copy(name, packages.resolve(name));
      }
      Path next = Files.createDirectory(packages.resolve("next"));
      SampleFiles.copy("md4ws-next.msi", next.resolve("md4ws.msi"));
      Files.createDirectory(share());
      SampleFiles.copy("folder/site.yaml", site());
      SampleFiles.copy("folder/WALKTHROUGH.md", path.resolve("WALKTHROUGH.md"));
      Files.writeString(
          path.resolve("garrison.yaml"),
          SampleFiles.text("folder/garrison.yaml")
              .replace("WSUSPORT", "" + (port + 1))
              .replace("PORT", "" + port)
              .replace("SHARE", YamlText.quoted("folder:" + share())));
      Files.writeString(settings(), PORT + " = " + port + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      if (files.findAny().isPresent()) {
        throw new RefusalException(
            Diagnostic.error(
                LabCode.LAB_FOLDER_TAKEN, Message.of("lab.folder-taken", "folder", path)));
      }
    }
  }

  /** Options of a lab for this folder. */
  LabOptions options(Instant start) {
    if (!Files.isRegularFile(settings()) || !Files.isRegularFile(site())) {
      throw new RefusalException(
          Diagnostic.error(
              LabCode.LAB_CANNOT_START, Message.of("lab.folder-without-site", "folder", path)));
    }
    return new LabOptions(start, Map.of(CONTENT_SOURCE, share()), Optional.empty(), port());
  }

  private int port() {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(settings())) {
      properties.load(reader);
      return Integer.parseInt(properties.getProperty(PORT, "").strip());
    } catch (NumberFormatException e) {
      throw new RefusalException(
          Diagnostic.error(
              LabCode.LAB_CANNOT_START, Message.of("lab.folder-without-port", "file", settings())),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** File that describes the site. */
  Path site() {
    return path.resolve("site.yaml");
  }

  private Path share() {
    return path.toAbsolutePath().normalize().resolve("share");
  }

  private Path settings() {
    return path.resolve("lab.properties");
  }

  /** File with the address of the running lab, and the token for it. */
  Path address() {
    return path.resolve(LabClient.ADDRESS_FILE);
  }
}
