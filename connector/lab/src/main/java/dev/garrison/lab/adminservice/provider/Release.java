package dev.garrison.lab.adminservice.provider;

/** Release of a site. An upgrade changes it while the site's objects stay. */
public final class Release {
  private volatile int build;
  private volatile String version;

  /**
   * @param build e.g. 9058 for version 2107
   * @param version e.g. 5.00.9058.1000
   */
  public Release(int build, String version) {
    this.build = build;
    this.version = version;
  }

  /** Build number, e.g. 9058 for version 2107. */
  public int build() {
    return build;
  }

  /** Version, e.g. 5.00.9058.1000. */
  public String version() {
    return version;
  }

  /** Upgrades the site to another release. */
  public void upgrade(int newBuild, String newVersion) {
    build = newBuild;
    version = newVersion;
  }
}
