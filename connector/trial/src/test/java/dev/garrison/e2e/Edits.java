package dev.garrison.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialSite;

/** Looks at a site, and works on it, past Garrison. */
final class Edits {
  private Edits() {}

  static String modelName(TrialSite site, String application) {
    return application(site, application).path("ModelName").asText();
  }

  static JsonNode application(TrialSite site, String name) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      return raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", name);
    }
  }
}
