package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The onboarding script for Group Policy, as it is or inside the portal's zip. What it says of its
 * tenant is read; that it is signed and unaltered is not proven here.
 */
final class OnboardingScript {
  static final String NAME = "WindowsDefenderATPOnboardingScript.cmd";
  private static final int LARGEST = 1024 * 1024;
  private static final int MOST_ENTRIES = 32;
  private static final Pattern ORG_ID =
      Pattern.compile("\\\\*\"orgId\\\\*\"\\s*:\\s*\\\\*\"([0-9a-fA-F-]{36})\\\\*\"");
  private static final Pattern INTERACTIVE = Pattern.compile("(?im)^\\s*pause\\s*$|shouldContinue");

  /** The script's bytes; from a zip, of its one entry with the script's name. */
  byte[] read(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        return bounded(stream, path);
      }
      ZipInputStream zip = new ZipInputStream(stream, StandardCharsets.UTF_8);
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          break;
        }
        if (entry.getName().equalsIgnoreCase(NAME)) {
          return bounded(zip, path);
        }
      }
    }
    throw new RefusalException(
        Diagnostic.error(
            PayloadCode.PACKAGE_WITHOUT_SCRIPT,
            "%s holds no %s.".formatted(path, NAME),
            "In the portal choose the deployment method 'Group Policy' and download the package again."));
  }

  private static byte[] bounded(InputStream stream, Path path) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IOException(
          "the onboarding script in " + path.getFileName() + " is larger than 1 MB");
    }
    return bytes;
  }

  /** Refuses a script of another kind or another tenant. */
  void check(Path path, byte[] script, UUID orgId) {
    String text = new String(script, StandardCharsets.UTF_8);
    if (INTERACTIVE.matcher(text).find()) {
      throw new RefusalException(
          Diagnostic.error(
              PayloadCode.PACKAGE_IS_LOCAL_SCRIPT,
              "%s is the local script, which asks questions and would wait for ever on a server."
                  .formatted(path),
              "In the portal choose the deployment method 'Group Policy' and download the package again."));
    }
    Matcher matcher = ORG_ID.matcher(text);
    if (!matcher.find()) {
      throw new RefusalException(
          Diagnostic.error(
              PayloadCode.PACKAGE_WITHOUT_TENANT,
              "%s names no tenant (orgId).".formatted(path),
              "It is not an onboarding script, or it was cut off. Download the package again."));
    }
    if (!matcher.group(1).equalsIgnoreCase(orgId.toString())) {
      throw new RefusalException(
          Diagnostic.error(
              PayloadCode.PACKAGE_OF_ANOTHER_TENANT,
              "The onboarding package belongs to another tenant: %s is for orgId %s, the manifest says %s."
                  .formatted(path, matcher.group(1), orgId),
              "Download the package in the portal of the right tenant, or correct 'tenant.orgId'. Nothing was staged."));
    }
  }
}
