package dev.garrison.mecm.site;

import java.util.Optional;

/**
 * An update of the site itself, a row of SMS_CM_UpdatePackages or of its history.
 *
 * @param id PackageGuid
 * @param name holds the KB number
 * @param clientVersion the client version it brings, if the row has one
 * @param state the update's state
 */
record UpdatePackage(String id, String name, Optional<SiteVersion> clientVersion, long state) {
  /** INSTALL_SUCCESS, 0x30004 of UpdatePrereqAndStateFlags. */
  static final long INSTALLED = 0x30004;

  boolean isInstalled() {
    return state == INSTALLED;
  }
}
