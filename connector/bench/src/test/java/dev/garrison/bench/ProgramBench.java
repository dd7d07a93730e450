package dev.garrison.bench;

import dev.garrison.bench.Samples.Times;
import dev.garrison.lab.Credentials;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The program as its launcher starts it, beside programs of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProgramBench {
  private static final int MEBIBYTES = 240;
  private static final String LAUNCHER =
      Path.of(System.getProperty("repository.root"), "garrison").toString();
  private static final String WXS =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
        <Product Id="7D2C5B1E-0F43-4E1A-9B57-3C1D0A6E4F21" UpgradeCode="A94B0C36-6E0D-4C56-8B1F-52C7D1E9F3A8"
                 Name="Microsoft Defender for Endpoint" Language="1033" Version="4.18.1" Manufacturer="Test">
          <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>
          <Media Id="1" Cabinet="c.cab" EmbedCab="yes"/>
          <Directory Id="TARGETDIR" Name="SourceDir">
            <Directory Id="I" Name="n">
              <Component Id="C" Guid="3F1B7A42-95D8-4B0E-8A6C-E2D4709C5B13" Win64="yes">
                <File Id="MPCLIENT.DLL" Name="content" Source="content" KeyPath="yes"/>
              </Component>
            </Directory>
          </Directory>
          <Feature Id="F" Level="1"><ComponentRef Id="C"/></Feature>
        </Product>
      </Wix>
      """;

  private Samples samples;
  private Programs programs;

  @BeforeAll
  void prepare(@TempDir Path own) throws IOException, InterruptedException {
    samples = new Samples("program", "| what | time | against the first |");
    programs = new Programs(own);
    programs.run(LAUNCHER, "version");
  }

  @Test
  void aStart() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    rows(
        List.of("java -version", "garrison version"),
        Samples.inTurn(
            () -> programs.run(java, "-version"), () -> programs.run(LAUNCHER, "version")));
  }

  /** The lab lets nobody in without credentials, so that probe ends after its first request. */
  @Test
  void aStartWithRequests(@TempDir Path folder) throws Exception {
    try (Lab open = lab(Optional.empty());
        Lab closed = lab(Optional.of(new Credentials("nobody", "else")))) {
      Path all = manifest(folder.resolve("open"), open);
      Path one = manifest(folder.resolve("closed"), closed);
      rows(
          List.of(
              "curl, one request",
              "garrison probe, refused at its first request",
              "garrison probe, the whole of it"),
          Samples.inTurn(
              () -> programs.run("curl", "-s", closed.adminService().toString()),
              () -> programs.run(Set.of(1), LAUNCHER, "probe", "-f", one.toString()),
              () -> programs.run(Set.of(1), LAUNCHER, "probe", "-f", all.toString())));
      System.out.printf(
          "In 6 runs, curl and the refused probe: %d requests; the whole probe: %d%n",
          closed.requests().all().size(), open.requests().all().size());
    }
  }

  private static Lab lab(Optional<Credentials> credentials) {
    return Lab.start("2107-rollup", new LabOptions(Instant.now(), Map.of(), credentials));
  }

  private static Path manifest(Path folder, Lab lab) throws IOException {
    Path share = Files.createDirectories(folder.resolve("share"));
    String text =
        Files.readString(
            Path.of(System.getProperty("repository.root"), "config/examples/minimal.yaml"));
    return Files.writeString(
        folder.resolve("garrison.yaml"),
        text.replace("https://cm01.contoso.example/AdminService", lab.adminService().toString())
            .replace("folder:/srv/mde", "folder:" + share));
  }

  @Test
  void aLargeInstaller(@TempDir Path folder) throws Exception {
    Programs here = new Programs(folder);
    here.run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "key.pem",
        "-out",
        "cert.pem",
        "-subj",
        "/CN=Bench",
        "-addext",
        "extendedKeyUsage=codeSigning");
    installer(here, folder, "large.msi", MEBIBYTES);
    installer(here, folder, "small.msi", 0);
    rows(
        List.of(
            "sha256sum, 240 MiB MSI",
            "garrison package inspect",
            "garrison package inspect, an MSI without content",
            "osslsigncode verify",
            "msiinfo export"),
        Samples.inTurn(
            () -> here.run("sha256sum", "large.msi"),
            // Signed by nobody who is trusted, so it ends with 1 after all of its work.
            () -> here.run(Set.of(1), LAUNCHER, "package", "inspect", "large.msi"),
            () -> here.run(Set.of(1), LAUNCHER, "package", "inspect", "small.msi"),
            () -> here.run("osslsigncode", "verify", "-CAfile", "cert.pem", "-in", "large.msi"),
            () -> here.run("msiinfo", "export", "large.msi", "Property")));
  }

  /** A signed installation package that brings so much. */
  private static void installer(Programs here, Path folder, String name, int mebibytes)
      throws Exception {
    Random random = new Random(1);
    byte[] piece = new byte[1 << 20];
    try (OutputStream stream = Files.newOutputStream(folder.resolve("content"))) {
      stream.write(1);
      for (int i = 0; i < mebibytes; i++) {
        random.nextBytes(piece);
        stream.write(piece);
      }
    }
    Files.writeString(folder.resolve("package.wxs"), WXS);
    here.run("wixl", "-a", "x64", "-o", "plain.msi", "package.wxs");
    here.run(
        "osslsigncode",
        "sign",
        "-certs",
        "cert.pem",
        "-key",
        "key.pem",
        "-h",
        "sha256",
        "-in",
        "plain.msi",
        "-out",
        name);
  }

  private void rows(List<String> names, List<Times> times) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      samples.row(
          names.get(i),
          "%.2f s".formatted(times.get(i).seconds()),
          "%.1f times".formatted(times.get(i).seconds() / times.getFirst().seconds()));
    }
  }
}
