package dev.garrison.lab.adminservice.provider;

import java.util.Locale;

/**
 * Properties of a site that all its classes use.
 *
 * @param code three letters
 * @param name as the console shows it
 * @param release the current release
 * @param id the hierarchy's GUID, upper case, without braces
 * @param user the account that the lab reports as the caller
 * @param timeline the site's time
 */
public record SiteContext(
    String code, String name, Release release, String id, String user, Timeline timeline) {
  /** Build number, e.g. 9058 for version 2107. */
  public int build() {
    return release.build();
  }

  /** Scope of the hierarchy's own objects. */
  public String scopeId() {
    return "ScopeId_" + id;
  }

  /** Identifier that the site assigns: the site code and a number, eight characters in all. */
  public String generatedId(int number) {
    return code + String.format(Locale.ROOT, "%05X", number);
  }
}
