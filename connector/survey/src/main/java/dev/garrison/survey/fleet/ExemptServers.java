package dev.garrison.survey.fleet;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.Manifest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** The servers that a manifest leaves out, as the collection of exceptions counts days. */
public final class ExemptServers {
  private ExemptServers() {}

  /** Those whose exception holds at this time. */
  public static ExcludedServers of(Manifest manifest, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    return new ExcludedServers(
        manifest.exemptions().stream()
            .filter(exemption -> !exemption.expiredOn(today))
            .collect(
                Collectors.toMap(
                    Exemption::server,
                    exemption ->
                        "left out until %s: %s".formatted(exemption.until(), exemption.reason()),
                    (first, _) -> first)));
  }
}
