package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What makes two builds byte-equal, and what each archive holds. */
@EnabledOnOs(OS.LINUX)
final class ArchiveIT {
  private static final int GZIP_TIME = 4;

  private static List<Entry> entries = List.of();

  private record Entry(String mode, String owner, String time, String name) {
    /** A line of {@code tar -tv}: mode, owner, size, day, time, name. */
    static Entry parse(String line) {
      String[] words = line.split(" +", 6);
      String name = words[5].replaceFirst(" -> .*", "");
      return new Entry(words[0], words[1], words[3] + " " + words[4], name);
    }
  }

  @BeforeAll
  static void list() throws Exception {
    entries =
        Distribution.run(
                "env",
                "TZ=UTC0",
                "tar",
                "-tvzf",
                Distribution.linux().toString(),
                "--numeric-owner",
                "--full-time")
            .stream()
            .map(Entry::parse)
            .toList();
  }

  /** The files, without the one folder that all are in. */
  private static Set<String> names() {
    return files(entries.stream().map(Entry::name));
  }

  private static Set<String> namesInZip() throws IOException {
    try (ZipFile zip = new ZipFile(Distribution.requireWindows().toFile())) {
      return files(zip.stream().map(ZipEntry::getName));
    }
  }

  private static Set<String> files(Stream<String> names) {
    return names
        .filter(name -> !name.endsWith("/"))
        .map(name -> name.substring(Distribution.name().length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyEntryLiesInOneFolder() {
    assertThat(entries).allMatch(entry -> entry.name().startsWith(Distribution.name() + "/"));
  }

  @Test
  void everyEntryHasTheSameTime() {
    assertThat(entries.stream().map(Entry::time).collect(Collectors.toSet()))
        .containsExactly("2026-11-24 00:00:00");
  }

  @Test
  void everyEntryBelongsToRoot() {
    assertThat(entries.stream().map(Entry::owner).collect(Collectors.toSet()))
        .containsExactly("0/0");
  }

  @Test
  void nobodyElseMayWriteWhatIsUnpacked() {
    assertThat(entries)
        .filteredOn(entry -> !entry.mode().startsWith("l"))
        .extracting(Entry::mode)
        .containsOnly("-rw-r--r--", "-rwxr-xr-x", "drwxr-xr-x");
  }

  @Test
  void noFolderIsLeftToTheRightsThatUnpackingGivesNewOnes() {
    Set<String> names = entries.stream().map(Entry::name).collect(Collectors.toSet());
    assertThat(names.stream().map(name -> name.replaceFirst("[^/]+/?$", "")))
        .allMatch(folder -> folder.isEmpty() || names.contains(folder));
  }

  @Test
  void onlyTheLauncherAndProgramsOfTheRuntimeCanBeStarted() {
    assertThat(entries)
        .filteredOn(entry -> entry.mode().startsWith("-rwx"))
        .extracting(entry -> entry.name().substring(Distribution.name().length() + 1))
        .containsExactlyInAnyOrder(
            "garrison", "runtime/bin/java", "runtime/bin/keytool", "runtime/lib/jspawnhelper");
  }

  @Test
  void theCompressedArchiveCarriesNoTime() throws IOException {
    byte[] time = new byte[4];
    try (InputStream stream = Files.newInputStream(Distribution.linux())) {
      stream.skipNBytes(GZIP_TIME);
      stream.readNBytes(time, 0, time.length);
    }
    assertThat(time).containsOnly(0);
  }

  @Test
  void noArchiveOfClassDataIsInside() {
    assertThat(names()).noneMatch(name -> name.endsWith(".jsa") || name.endsWith(".aot"));
  }

  @Test
  void theArchiveForLinuxHasManualPages() {
    assertThat(names())
        .contains("share/man/man1/garrison.1", "share/man/man1/garrison-rollout-halt.1");
  }

  @Test
  void theZipHoldsTheSameButForProgramsRuntimeAndManualPages() throws IOException {
    List<String> expected = new ArrayList<>(names());
    expected.removeIf(name ->
        name.startsWith("runtime/") || name.startsWith("share/man/") || name.equals("garrison"));
    expected.addAll(List.of("garrison.exe", "prunsrv.exe", "licences/commons-daemon-NOTICE.txt"));
    Set<String> there = namesInZip();
    there.removeIf(name -> name.startsWith("runtime/"));
    assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theZipBringsTheJavaThatItsNameSaysWithItsLicences() throws IOException {
    Set<String> there = namesInZip();
    assertThat(
            List.of("runtime/bin/server/jvm.dll", "runtime/legal/java.base/LICENSE").stream()
                .filter(there::contains))
        .hasSize(Distribution.hasWindowsRuntime() ? 2 : 0);
  }

  @Test
  void whatAnAdministratorLooksForIsThere() {
    assertThat(names())
        .contains(
            "README.md",
            "CHANGELOG.md",
            "LICENSE",
            "THIRD-PARTY.txt",
            "garrison.cdx.json",
            "config/garrison.schema.json",
            "config/garrison.example.yaml",
            "config/examples/minimal.yaml",
            "docs/index.md",
            "docs/reference/diagnostic-codes.md",
            "powershell/Garrison/Garrison.psd1",
            "powershell/Garrison.Admin/Garrison.Admin.psd1",
            "powershell/Garrison.Admin/Garrison.Admin.Format.ps1xml",
            "powershell/client/Install-DefenderForEndpoint.ps1");
  }

  @Test
  void theDocumentationSiteIsThereWhereItsGeneratorIs() {
    List<String> site =
        List.of(
            "site/index.html",
            "site/reference/commands/plan.html",
            "site/search/search_index.json");
    assertThat(site.stream().filter(names()::contains))
        .hasSize(Files.exists(Path.of("/usr/bin/mkdocs")) ? site.size() : 0);
  }

  @Test
  void theSumsFit() throws Exception {
    assertThat(
            Distribution.run(
                "sh",
                "-c",
                "cd '"
                    + Distribution.folder()
                    + "' && sha256sum -c "
                    + Distribution.sums().getFileName()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Distribution.linux(), Distribution.windows(), Distribution.installer())
                .filter(Files::exists)
                .map(archive -> archive.getFileName() + ": OK")
                .toList());
  }
}
