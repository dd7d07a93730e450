package dev.garrison.payload.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips as the portal makes them. */
public final class Zips {
  public static final String SCRIPT = "WindowsDefenderATPOnboardingScript.cmd";
  private static final byte[] TEMPLATE =
      "<policyDefinitions revision=\"1.0\"/>".getBytes(StandardCharsets.UTF_8);

  private Zips() {}

  /** For Group Policy: the script, with policy templates beside it. */
  public static byte[] groupPolicy(byte[] script) {
    return of(
        Map.of(
            SCRIPT,
            script,
            "OptionalParamsPolicy/AtpConfiguration.admx",
            TEMPLATE,
            "OptionalParamsPolicy/en-US/AtpConfiguration.adml",
            TEMPLATE));
  }

  /** For non-persistent machines. */
  public static byte[] vdi(byte[] script) {
    return of(
        Map.of(
            SCRIPT,
            script,
            "Onboard-NonPersistentMachine.ps1",
            "exit 0".getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] of(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTime(1_764_000_000_000L);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
