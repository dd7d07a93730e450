package dev.garrison.payload.msi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.PackageFile;
import dev.garrison.payload.judge.Judge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made by wixl and msibuild, and read like msiinfo reads it. */
final class InstallerDatabaseIT {
  private static final long SEED = 20261124L;
  private static final int PACKAGES = 200;
  private static final String PLAIN = "abcXYZ 0189_.-+()[]{}%$#@!?*/\\'&<>\"";
  private static final String HEAD = "Property\tValue\r\ns72\tl0\r\nProperty\tProperty\r\n";
  private static final String BASE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
        <Product Id="7D2C5B1E-0F43-4E1A-9B57-3C1D0A6E4F21" UpgradeCode="A94B0C36-6E0D-4C56-8B1F-52C7D1E9F3A8"
                 Name="Base" Language="1033" Version="4.18.1" Manufacturer="Test">
          <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>
          <Media Id="1" Cabinet="c.cab" EmbedCab="yes"/>
          <Directory Id="TARGETDIR" Name="SourceDir">
            <Directory Id="ProgramFiles64Folder">
              <Directory Id="I" Name="n">
                <Component Id="C" Guid="3F1B7A42-95D8-4B0E-8A6C-E2D4709C5B13" Win64="yes">
                  <File Id="MPCLIENT.DLL" Name="f.txt" Source="content.txt" KeyPath="yes"/>
                </Component>
              </Directory>
            </Directory>
          </Directory>
          <Feature Id="F" Level="1"><ComponentRef Id="C"/></Feature>
        </Product>
      </Wix>
      """;

  /** A code page, and characters that it has. */
  private record CodePage(int number, String letters) {}

  private static final List<CodePage> PAGES =
      List.of(
          new CodePage(65001, PLAIN + "äöüßéñøžçœ€漢字かなЖдяأبع😀"),
          new CodePage(1252, PLAIN + "äöüßéñøžçœ€"),
          new CodePage(1250, PLAIN + "äöüßéžçęłő€"),
          new CodePage(1251, PLAIN + "Ждяйёў€"),
          new CodePage(1253, PLAIN + "αβγδΩ€"));

  @TempDir Path folder;

  @BeforeAll
  static void needsTheJudges() {
    Judge.need("wixl", "msibuild", "msiinfo");
  }

  private Judge judge() {
    return new Judge(folder);
  }

  @Test
  void twoHundredPackagesWithRandomPropertiesAreReadLikeMsiinfoReadsThem() throws Exception {
    for (int number = 0; number < PACKAGES; number++) {
      SplittableRandom random = new SplittableRandom(SEED + number);
      Path file = made(number, random);
      Map<String, String> judged =
          properties(judge().run("msiinfo", "export", file.toString(), "Property"));
      try (PackageFile opened = PackageFile.open(file)) {
        InstallerDatabase database = InstallerDatabase.read(CompoundFile.read(opened));

        assertThat(database.properties()).as("seed %d, package %d", SEED, number).isEqualTo(judged);
        assertThat(judged).hasSizeGreaterThan(2);
        assertThat(database.platformVersion()).contains("4.18." + number + ".1009");
        assertThat(database.template()).contains("x64;1033");
      }
      Files.delete(file);
    }
  }

  @Test
  void moreThanSixtyFiveThousandTextsAreNumberedInThreeBytes() throws Exception {
    Path file = made(1, new SplittableRandom(SEED));
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < 40_000; i++) {
      rows.append("P").append(i).append("\tvalue ").append(i).append("\r\n");
    }
    rows.append("ProductName\tMany texts\r\n");
    Path table = Files.writeString(folder.resolve("Property.idt"), rows);
    judge().run("msibuild", file.toString(), "-i", table.toString());
    Map<String, String> judged =
        properties(judge().run("msiinfo", "export", file.toString(), "Property"));
    try (PackageFile opened = PackageFile.open(file)) {
      CompoundFile compound = CompoundFile.read(opened);
      byte[] pool =
          compound.bytes(
              compound.root().child(StreamName.ofTable("_StringPool")).orElseThrow(), 1 << 24);

      assertThat(pool[3] & 0x80).as("the mark of three bytes").isEqualTo(0x80);
      assertThat(InstallerDatabase.read(compound).properties())
          .hasSizeGreaterThan(40_000)
          .isEqualTo(judged);
    }
  }

  @Test
  void aTextOfMoreThanSixtyFourKibibytesIsRead() throws Exception {
    Path file = made(1, new SplittableRandom(SEED));
    String text = "long ".repeat(20_000).strip();
    Path table =
        Files.writeString(
            folder.resolve("Property.idt"),
            "Property\tValue\r\ns72\tl0\r\nProperty\tProperty\r\nLONG\t"
                + text
                + "\r\nLAST\tend\r\n");
    judge().run("msibuild", file.toString(), "-i", table.toString());
    try (PackageFile opened = PackageFile.open(file)) {
      InstallerDatabase database = InstallerDatabase.read(CompoundFile.read(opened));

      assertThat(database.property("LONG")).contains(text);
      assertThat(database.property("LAST")).contains("end");
    }
  }

  /** A package with random properties in one of the code pages, and one file with a version. */
  private Path made(int number, SplittableRandom random) throws IOException, InterruptedException {
    CodePage page = PAGES.get(random.nextInt(PAGES.size()));
    Path pages = write("page.idt", "\r\n\r\n" + page.number() + "\t_ForceCodepage\r\n");
    StringBuilder rows = new StringBuilder(HEAD);
    rows.append("ProductCode\t{%s}\r\nProductVersion\t4.18.%d\r\n".formatted(uuid(random), number));
    for (int i = random.nextInt(60); i >= 0; i--) {
      rows.append("P%d\t%s\r\n".formatted(i, value(page, random)));
    }
    Path properties = write("Property.idt", rows.toString());
    Path file = Files.copy(base(), folder.resolve("p" + number + ".msi"));
    judge()
        .run(
            "msibuild",
            file.toString(),
            "-i",
            pages.toString(),
            "-i",
            properties.toString(),
            "-q",
            "UPDATE File SET Version='4.18.%d.1009' WHERE File='MPCLIENT.DLL'".formatted(number));
    return file;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** What wixl makes, once. */
  private Path base() throws IOException, InterruptedException {
    Path base = folder.resolve("base.msi");
    if (Files.notExists(base)) {
      write("content.txt", "content");
      write("base.wxs", BASE);
      judge().run("wixl", "-a", "x64", "-o", base.toString(), "base.wxs");
    }
    return base;
  }

  private static UUID uuid(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static String value(CodePage page, SplittableRandom random) {
    int[] letters = page.letters().codePoints().toArray();
    StringBuilder value = new StringBuilder("v");
    for (int length = random.nextInt(300); length > 0; length--) {
      value.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return value + "v";
  }

  /** Three lines of head, then name and value in each. */
  private static Map<String, String> properties(String exported) {
    Map<String, String> properties = new LinkedHashMap<>();
    exported
        .lines()
        .skip(3)
        .map(line -> line.split("\t", 2))
        .forEach(row -> properties.put(row[0], row[1]));
    return properties;
  }
}
