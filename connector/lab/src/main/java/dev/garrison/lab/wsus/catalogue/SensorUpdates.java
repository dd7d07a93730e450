package dev.garrison.lab.wsus.catalogue;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Creates updates of the EDR sensor, KB5005292, with Microsoft's titles: a bundle and its one part.
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "windowsnews.ai on MC1381119; MicrosoftDocs/defender-docs, windows-whatsnew",
    says =
        "WSUS: KB5005292 is one number for several families and channels: \"family - Update for Microsoft Defender for Endpoint - KB5005292 (Version v) - channel\", without family for the unified agent. Its classification (Updates) and that it is a bundle are inferred.")
public final class SensorUpdates {
  /** Number of the KB article. */
  public static final String ARTICLE = "5005292";

  private static final String DESCRIPTION =
      "This update services the EDR sensor included in Microsoft Defender for Endpoint.";
  private static final long SIZE = 14_680_064;

  private SensorUpdates() {}

  /** Id of a bundle. The same sensor always has the same id. */
  public static UUID idOf(Sensor sensor) {
    return named("bundle", sensor);
  }

  /** Creates the bundle of a sensor update, revision 200. */
  public static Revision bundle(Sensor sensor, Instant created) {
    return new Revision(
        new RevisionKey(idOf(sensor), 200),
        new Texts(titles(sensor), DESCRIPTION),
        List.of(ARTICLE),
        0,
        Optional.empty(),
        false,
        true,
        created,
        Behaviour.QUIET,
        new Relations(
            Categories.UPDATES,
            List.of(Categories.DEFENDER_FOR_ENDPOINT),
            List.of(),
            List.of(new RevisionKey(named("part", sensor), 200))),
        List.of(),
        Optional.of(sensor));
  }

  /** Creates the part of that bundle, which has its file. */
  public static Revision part(Sensor sensor, Instant created) {
    return new Revision(
        new RevisionKey(named("part", sensor), 200),
        new Texts(Map.of("en", "MDE sensor update package " + sensor.version()), DESCRIPTION),
        List.of(),
        0,
        Optional.empty(),
        false,
        false,
        created,
        Behaviour.QUIET,
        new Relations(
            Categories.UPDATES, List.of(Categories.DEFENDER_FOR_ENDPOINT), List.of(), List.of()),
        List.of(new UpdateFile("updatesense.exe", SIZE, sha1(sensor.toString()))),
        Optional.of(sensor));
  }

  private static Map<String, String> titles(Sensor sensor) {
    String before = sensor.family().isEmpty() ? "" : sensor.family() + " - ";
    String after = sensor.channel().isEmpty() ? "" : " - " + sensor.channel();
    return Map.of(
        "en",
        "%sUpdate for Microsoft Defender for Endpoint - KB%s (Version %s)%s"
            .formatted(before, ARTICLE, sensor.version(), after),
        "de",
        "%sUpdate für Microsoft Defender für Endpunkt – KB%s (Version %s)%s"
            .formatted(before, ARTICLE, sensor.version(), after),
        "fr",
        "%sMise à jour pour Microsoft Defender pour point de terminaison - %s Ko (version %s)%s"
            .formatted(before, ARTICLE, sensor.version(), after),
        "ja",
        "%sMicrosoft Defender for Endpoint の更新プログラム - KB%s（バージョン %s）%s"
            .formatted(before, ARTICLE, sensor.version(), after));
  }

  private static UUID named(String part, Sensor sensor) {
    return UUID.nameUUIDFromBytes((part + sensor).getBytes(StandardCharsets.UTF_8));
  }

  static String sha1(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java has no SHA-1", e);
    }
  }
}
