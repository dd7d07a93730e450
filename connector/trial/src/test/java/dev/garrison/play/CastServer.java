package dev.garrison.play;

/**
 * One server.
 *
 * @param keys more keys of its entry in the site file
 * @param agent whether it has the Microsoft Monitoring Agent, which reports to two workspaces
 */
record CastServer(String name, String system, String keys, Role role, boolean agent) {
  static final String CLIENT = "5.00.9078.1006";

  /** The manifest's tenant. */
  static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";

  /** That of Defender for Endpoint: it goes once the new sensor is proven. */
  static final String LEFT_WORKSPACE = "11110000-0000-4000-8000-000000000001";

  /** Somebody else's. */
  static final String KEPT_WORKSPACE = "22220000-0000-4000-8000-000000000002";

  /** The same server with more keys. */
  CastServer with(String more) {
    return new CastServer(name, system, keys + more, role, agent);
  }

  String entry() {
    return "  - {name: %s, os: \"%s\"%s%s}"
        .formatted(
            name, system, role == Role.UNMANAGED ? "" : ", client: \"" + CLIENT + "\"", keys);
  }

  /** Whether it reports to our tenant in the end. */
  boolean comes() {
    return role == Role.WELL || role == Role.FAILS;
  }

  /** Whether it reports to our tenant at some time. */
  boolean came() {
    return comes() || role == Role.LEAVES;
  }
}
